from app.presentation.api.documents import approving, files, letters, routes, templates, versions

routers = (
    files.router,
    routes.router,
    approving.router,
    templates.router,
    versions.router,
    letters.router,
)

__all__ = ["routers"]

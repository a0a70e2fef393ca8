from app.presentation.api.resumes import appraising, routes, uploading

routers = (
    uploading.router,
    routes.router,
    appraising.router,
)

__all__ = ["routers"]

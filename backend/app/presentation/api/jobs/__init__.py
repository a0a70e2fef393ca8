from app.presentation.api.jobs.routes import router

routers = (router,)

__all__ = ["routers"]

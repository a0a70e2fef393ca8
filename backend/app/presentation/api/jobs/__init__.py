from app.presentation.api.jobs.routes import router

__all__ = ["router"]

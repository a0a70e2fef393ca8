from app.domain.profile.formats.reactive_resume.reading import inner_of, read_reactive_resume

__all__ = ["inner_of", "read_reactive_resume"]

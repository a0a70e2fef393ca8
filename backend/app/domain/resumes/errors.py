"""What can go wrong with an uploaded resume, in words fit for a person."""

from app.domain.shared.errors import Invalid, NotFound, TooLarge


class ResumeNotFound(NotFound):
    """There is no such resume, or it is not the caller's."""


class ResumeUnreadable(Invalid):
    """It is no file of a kind that we read, or a broken or hostile one."""


class ResumeWithoutText(Invalid):
    """It can be opened, but holds no text: a scan, or nothing."""


class ResumeTooLarge(TooLarge):
    """More bytes, pages or parts than we take."""

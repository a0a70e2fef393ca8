"""What can go wrong with an uploaded resume, in words fit for a person."""

from app.domain.shared.errors import Conflict, Invalid, NotFound, TooLarge


class ResumeNotFound(NotFound):
    """There is no such resume, or it is not the caller's."""


class ResumeUnreadable(Invalid):
    """It is no file of a kind that we read, or a broken or hostile one."""


class ResumeWithoutText(Invalid):
    """It can be opened, but holds no text: a scan, or nothing."""


class ResumeIsPicture(ResumeWithoutText):
    """Its pages are pictures, of which somebody may recognise the letters."""

    @property
    def code(self) -> str:
        """To whoever asks it is the same: there is no text."""
        return "resume_without_text"


class ResumeTooLarge(TooLarge):
    """More bytes, pages or parts than we take."""


class ResumeMisnamed(Invalid):
    """Its name says that it is of one kind, and its content is of another."""


class ResumeExists(Conflict):
    """The same file was uploaded at the same moment."""


class PrimaryTaken(Conflict):
    """Another resume became the primary one at the same moment."""


class TooManyResumes(Conflict):
    """As many files are kept as one person may have."""


class ResumeSpaceUsed(Conflict):
    """As many bytes are kept as one person may have."""

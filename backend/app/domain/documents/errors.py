"""What can go wrong with a document, in words fit for a person."""

from app.domain.shared.errors import Conflict, Invalid, NotFound


class DocumentNotFound(NotFound):
    """There is no such document, or it is not the caller's."""


class FileUnreadable(Invalid):
    """No reader can make text of the file."""


class ContentNotRenderable(Invalid):
    """No file can be made of this content with this layout."""


class ContentTooLong(Invalid):
    """It holds more than a document may."""


class LayoutImpossible(Invalid):
    """No document can look so."""


class ClaimsUnsupported(Conflict):
    """The document says what its profile does not; the flaws name the lines."""


class NoSuchClaim(Invalid):
    """No open claim of this line reads so."""


class NothingToApprove(Conflict):
    """Every line is borne out or approved already."""


class ProfileGone(Conflict):
    """The profile that the document rests on was deleted: nothing can be checked against it."""


class DocumentFrozen(Conflict):
    """It was sent with an application, and stays as it went out."""


class NothingToCompare(Conflict):
    """There is no earlier version."""


class PinnedAtOnce(Conflict):
    """Another version was pinned at the same moment."""


class WrongKindOfContent(Invalid):
    """A letter where a resume is wanted, or the other way round."""


class VersionTaken(Conflict):
    """Another version of the document was stored at the same moment."""


class AlreadyStored(Conflict):
    """The generation has its document already."""


class TemplateNotFound(NotFound):
    """There is no such template."""


class LinkDead(NotFound):
    """The link was never good, is so no longer, or leads to what is gone: nobody is told which."""

    def __init__(self) -> None:
        super().__init__("This link leads to no file, or no longer does. Please export the document again.")

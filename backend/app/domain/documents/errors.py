"""What can go wrong with a document, in words fit for a person."""

from app.domain.shared.errors import Invalid, NotFound


class DocumentNotFound(NotFound):
    """There is no such document, or it is not the caller's."""


class FileUnreadable(Invalid):
    """No reader can make text of the file."""


class ContentNotRenderable(Invalid):
    """No file can be made of this content with this layout."""

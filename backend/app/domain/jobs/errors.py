"""What can go wrong with a job, in words fit for a person."""

from app.domain.shared.errors import Forbidden, Invalid, NotFound


class JobNotFound(NotFound):
    """There is no such job, or it is neither the caller's nor on the board."""


class TitleMissing(Invalid):
    """Neither the caller nor the posting's text says what the position is called."""


class BoardIsForAdmins(Forbidden):
    """Everybody may read the board; only an admin writes on it."""


class DraftOnBoard(Invalid):
    """What stands on the board is seen by everybody, and a draft is not meant to be."""

"""What can go wrong with a job, in words fit for a person."""

from app.domain.shared.errors import Conflict, Forbidden, Invalid, NotFound


class JobNotFound(NotFound):
    """There is no such job, or it is neither the caller's nor on the board."""


class TitleMissing(Invalid):
    """Neither the caller nor the posting's text says what the position is called."""


class TooManyJobs(Conflict):
    """Somebody keeps as many postings as we keep for one person."""


class BoardIsForAdmins(Forbidden):
    """Everybody may read the board; only an admin writes on it."""


class DraftOnBoard(Invalid):
    """What stands on the board is seen by everybody, and a draft is not meant to be."""


class NoPosting(Invalid):
    """The data is JSON, but nothing in it has the form of a posting."""


class SeveralPostings(Invalid):
    """The data holds more than one, and nobody says which is meant."""


class SaidTwice(Invalid):
    """A posting comes as text, as a page or as data: not as two of them."""


class NothingToRead(Invalid):
    """There is no text, no page and no data to read a posting from."""

"""Where an application stands, and where it may go from there."""

from collections import deque
from collections.abc import Mapping, Sequence
from enum import StrEnum


class ApplicationStatus(StrEnum):
    """In the order in which a board shows them."""

    INTERESTED = "interested"
    APPLIED = "applied"
    REVIEWING = "reviewing"
    INTERVIEWING = "interviewing"
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


_S = ApplicationStatus
MOVES: Mapping[ApplicationStatus | None, Sequence[ApplicationStatus]] = {
    None: (_S.INTERESTED, _S.APPLIED),
    _S.INTERESTED: (_S.APPLIED, _S.WITHDRAWN, _S.CLOSED),
    _S.APPLIED: (_S.REVIEWING, _S.INTERVIEWING, _S.OFFER, _S.REJECTED, _S.WITHDRAWN, _S.CLOSED),
    _S.REVIEWING: (_S.INTERVIEWING, _S.OFFER, _S.REJECTED, _S.WITHDRAWN, _S.CLOSED),
    _S.INTERVIEWING: (_S.REVIEWING, _S.OFFER, _S.REJECTED, _S.WITHDRAWN, _S.CLOSED),
    _S.OFFER: (_S.INTERVIEWING, _S.ACCEPTED, _S.REJECTED, _S.WITHDRAWN, _S.CLOSED),
    _S.ACCEPTED: (_S.WITHDRAWN, _S.CLOSED),
    _S.REJECTED: (_S.REVIEWING, _S.CLOSED),
    _S.WITHDRAWN: (_S.INTERESTED, _S.CLOSED),
    _S.CLOSED: (_S.INTERESTED,),
}
"""None is a job without a card. A no may be taken back, and who withdrew may take it up once more."""

STAGES = (_S.INTERESTED, _S.APPLIED, _S.REVIEWING, _S.INTERVIEWING, _S.OFFER, _S.ACCEPTED)
"""Of the funnel: who is at one has been at all before it."""


def way_to(status: ApplicationStatus, *, applied: bool) -> Sequence[ApplicationStatus]:
    """The shortest legal way from nothing to there; by way of `applied` where that is known."""
    first = _S.APPLIED if applied else _S.INTERESTED
    ways: deque[tuple[ApplicationStatus, ...]] = deque([(first,)])
    while ways:
        way = ways.popleft()
        if way[-1] is status:
            return way
        ways.extend((*way, after) for after in MOVES[way[-1]] if after not in way)
    return (status,)

"""What the driver says, in the domain's words. Vendor errors stop here."""

import re
from collections.abc import Callable

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from app.domain.applications.errors import ApplicationExists
from app.domain.documents.errors import AlreadyStored, PinnedAtOnce, VersionTaken
from app.domain.identity.errors import EmailTaken, IdentityTaken
from app.domain.resumes.errors import PrimaryTaken, ResumeExists
from app.domain.shared.errors import Conflict, DomainError, Unavailable


class DatabaseUnavailable(Unavailable): ...


class StillInUse(Conflict): ...


UNDEFINED_TABLE = "42P01"
_LINKED = "This identity was linked at the same moment. Please try again."

CONSTRAINTS: dict[str, Callable[[], DomainError]] = {
    "users.email": lambda: EmailTaken("There is an account with this e-mail address already."),
    "identities.provider, identities.subject": lambda: IdentityTaken(_LINKED),
    "identities.user_id, identities.provider": lambda: IdentityTaken(_LINKED),
    "provider_sign_ins.state_digest": lambda: IdentityTaken("Somebody has returned with this state already."),
    "applications.user_id, applications.job_id": lambda: ApplicationExists(
        "There is an application for this job already."
    ),
    "documents.generation_id": lambda: AlreadyStored("This generation has its document already."),
    "documents.user_id, documents.job_id, documents.document_type": lambda: PinnedAtOnce(
        "Another version was pinned at the same moment. Please try again."
    ),
    "resumes.user_id, resumes.sha256": lambda: ResumeExists(
        "The same file was uploaded at the same moment. Please look again."
    ),
    "resumes.user_id": lambda: PrimaryTaken(
        "Another resume became the primary one at the same moment. Please try again."
    ),
    "documents.user_id, documents.job_id, documents.document_type, documents.version_number": lambda: (
        VersionTaken("Another version was stored at the same moment. Please try again.")
    ),
}
"""`table.column`, or several of them, of a unique constraint, to what its breach means."""

_POSTGRES = re.compile(r'unique constraint "uq_(?P<name>\w+)"')
_SQLITE = re.compile(r"UNIQUE constraint failed: (?P<name>.+)$")


def _postgres_name(columns: str) -> str:
    """By the naming convention: `uq_table_one_other`."""
    table = columns.partition(".")[0]
    return "_".join(["uq", table, *(column.partition(".")[2] for column in columns.split(", "))])


_MEANT = {_postgres_name(name): error for name, error in CONSTRAINTS.items()}


def meaning(error: BaseException) -> DomainError | None:
    """The domain error behind a driver's, or None when it is a bug of ours."""
    if isinstance(error, IntegrityError):
        return _conflict(str(error.orig))
    if isinstance(error, DBAPIError) and _is_not_upgraded(error):
        return DatabaseUnavailable("The database has not all tables yet: `jobwise db upgrade` makes them.")
    if isinstance(error, PoolTimeout | OperationalError | ConnectionError | TimeoutError | OSError):
        return DatabaseUnavailable("The database does not answer. Please try again.")
    if isinstance(error, DBAPIError) and (error.connection_invalidated or _is_server_side(error)):
        return DatabaseUnavailable("The database does not answer. Please try again.")
    return None


def _conflict(said: str) -> DomainError | None:
    if found := _SQLITE.search(said):
        known = CONSTRAINTS.get(found["name"])
    elif found := _POSTGRES.search(said):
        known = _MEANT.get("uq_" + found["name"])
    else:
        known = None
    if known:
        return known()
    if "foreign key" in said.lower():
        return StillInUse("Something it belongs to, or that belongs to it, is gone or still there.")
    return None


def _is_not_upgraded(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    return state == UNDEFINED_TABLE or str(error.orig).startswith("no such table")


def _is_server_side(error: SQLAlchemyError) -> bool:
    """PostgreSQL's classes 08 (connection), 53 (resources), 57 (intervention), 40 (rollback); and a lock that
    is not to be had."""
    state = getattr(getattr(error, "orig", None), "sqlstate", None) or ""
    return state[:2] in {"08", "53", "57", "40"} or state == "55P03"

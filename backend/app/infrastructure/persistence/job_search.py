"""The words of postings, kept beside them: FTS5 on SQLite, a tsvector with GIN on PostgreSQL.

Neither database cuts words: it keeps those that `words_of` makes, each as it is. Rows are numbered in the
order in which postings are listed, the newest last, so that both databases find the newest first without
sorting. The board's words are kept apart from everybody's own. There the owner is a word too: for somebody
who has a hundred of a million postings, a common word is rare.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    Uuid,
    event,
)
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.domain.jobs.model import Job
from app.domain.jobs.search import GAP, Clause, Searchable
from app.infrastructure.persistence.metadata import metadata

BETWEEN = "|"
"""Between two words that follow one another: PostgreSQL looks for a pair without reading any text."""


class Words(TypeDecorator[Sequence[str]]):
    """Words in order: text of them on SQLite, a tsvector on PostgreSQL. Written, never read."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(TSVECTOR() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return vector(value) if dialect.name == "postgresql" else " ".join(value)


def vector(words: Sequence[str]) -> str:
    """A tsvector as text: each word with its places, and each pair without."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words, 1):
        places[word].append(place)
    places.pop(GAP, None)
    pairs = {BETWEEN.join(pair) for pair in pairwise(words) if GAP not in pair}
    known = (f"'{word}':{','.join(map(str, at))}" for word, at in places.items())
    return " ".join([*known, *(f"'{pair}'" for pair in sorted(pairs))])


searchable_jobs = Table(
    "searchable_jobs",
    metadata,
    Column("place", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("job_id", Uuid, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("user_id", Uuid),
    Column("until", Date, nullable=False),
    Column("address", String(32)),
    Column("post", String(32)),
    Column("company", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("sketch", LargeBinary),
    Column("head", Words, nullable=False),
    Column("words", Words, nullable=False),
    Index("ix_searchable_jobs_address_place", "address", "place"),
    Index("ix_searchable_jobs_post_place", "post", "place"),
    Index(
        "ix_searchable_jobs_board",
        "place",
        "until",
        postgresql_where=Column("user_id").is_(None),
        sqlite_where=Column("user_id").is_(None),
    ),
)
board_changes = Table(
    "board_changes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("changes", BigInteger, nullable=False),
    Column("postings", BigInteger, nullable=False),
)
"""One row: how often the board was changed. What was counted holds until it is again."""

_KEPT_APART = (("board_words", "IS NULL"), ("own_words", "IS NOT NULL"))
ON_SQLITE = tuple(
    statement.format(words=words, whose=whose)
    for words, whose in _KEPT_APART
    for statement in (
        "CREATE VIRTUAL TABLE {words} USING fts5(head, words, content='searchable_jobs',"
        " content_rowid='place', tokenize=\"ascii tokenchars '.+#@~'\")",
        """CREATE TRIGGER {words}_come AFTER INSERT ON searchable_jobs WHEN new.user_id {whose} BEGIN
        INSERT INTO {words}(rowid, head, words) VALUES (new.place, new.head, new.words); END""",
        """CREATE TRIGGER {words}_go AFTER DELETE ON searchable_jobs WHEN old.user_id {whose} BEGIN
        INSERT INTO {words}({words}, rowid, head, words)
        VALUES ('delete', old.place, old.head, old.words); END""",
        """CREATE TRIGGER {words}_change AFTER UPDATE OF head, words ON searchable_jobs
        WHEN old.user_id {whose} BEGIN
        INSERT INTO {words}({words}, rowid, head, words)
        VALUES ('delete', old.place, old.head, old.words);
        INSERT INTO {words}(rowid, head, words) VALUES (new.place, new.head, new.words); END""",
    )
)
GIN = tuple(
    f"CREATE INDEX ix_{words} ON searchable_jobs USING gin (words) WITH (fastupdate = off)"
    f" WHERE user_id {whose}"
    for words, whose in _KEPT_APART
)
ON_POSTGRES = (
    *GIN,
    """CREATE FUNCTION board_jobs_found(wanted tsquery, day date) RETURNS SETOF bigint
    LANGUAGE sql STABLE ROWS 500 SET enable_seqscan = off SET enable_indexscan = off
    AS 'SELECT place FROM searchable_jobs WHERE user_id IS NULL AND words @@ wanted AND until >= day'""",
    """CREATE FUNCTION own_jobs_found(wanted tsquery, day date) RETURNS SETOF bigint
    LANGUAGE sql STABLE ROWS 50 SET enable_seqscan = off SET enable_indexscan = off
    AS 'SELECT place FROM searchable_jobs WHERE user_id IS NOT NULL AND words @@ wanted AND until >= day'""",
)
"""The planner knows neither how common a word is nor what a tsvector costs to read: left to itself it reads
them all. So it is told which way to go: by the words, or (job_orders) along an order of the board."""
NOT_TABLES = ("board_words", "own_words", "ix_board_words", "ix_own_words", "ix_board_jobs")
"""What is made by hand, beside the tables that SQLAlchemy knows; also the beginnings of such names."""

for _name, _statements in (("sqlite", ON_SQLITE), ("postgresql", ON_POSTGRES)):
    for _statement in _statements:
        _ddl = DDL(_statement).execute_if(dialect=_name)  # type: ignore[no-untyped-call]
        event.listen(searchable_jobs, "after_create", _ddl)


def is_known(name: str | None, kind: str, _: Any) -> bool:
    """For comparing the schema with the code: whether this is to be compared."""
    return kind not in ("table", "index") or not (name or "").startswith(NOT_TABLES)


def place_of(job: Job) -> int:
    """Where it stands in the order of `created_at` and `id`."""
    since = job.created_at - datetime(1970, 1, 1, tzinfo=UTC)
    micros = (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
    return (micros << 10) | (job.id.int >> 118)


def owner_word(owner: UUID | None) -> str | None:
    return f"@{owner.hex}" if owner else None


def row_of(job: Job, said: Searchable) -> dict[str, Any]:
    names = ("until", "address", "post", "company", "location", "sketch", "head")
    whose = owner_word(job.user_id)
    return {
        "job_id": job.id,
        "user_id": job.user_id,
        "words": (whose, GAP, *said.words) if whose else said.words,
    } | {name: getattr(said, name) for name in names}


def sqlite_match(column: str, clauses: Iterable[Clause], *, owner: str | None = None) -> str:
    """Every word stands between quotes, and has none."""
    owned = [f'"{owner}"'] if owner else []
    asked = [f'"{" ".join(c.words)}"{" *" if c.beginning else ""}' for c in clauses]
    return f"{column} : ({' AND '.join([*owned, *asked])})"


def postgres_query(clauses: Iterable[Clause], *, owner: str | None = None) -> str:
    asked = [part for clause in clauses for part in _parts(clause)]
    return " & ".join([f"'{owner}'", *asked] if owner else asked)


def _parts(clause: Clause) -> Iterable[str]:
    last = ":*" if clause.beginning else ""
    if len(clause.words) == 1:
        yield f"'{clause.words[0]}'{last}"
        return
    pairs = [f"'{BETWEEN.join(pair)}'" for pair in pairwise(clause.words)]
    yield from (*pairs[:-1], pairs[-1] + last)
    if len(clause.words) > 2:
        following = " <-> ".join(f"'{word}'" for word in clause.words)
        yield f"({following}{last})"

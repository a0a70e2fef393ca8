"""searchable jobs"""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.search import searchable
from app.infrastructure.persistence.job_search import Words, place_of, row_of

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

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
    """CREATE FUNCTION board_jobs_walked(wanted tsquery, day date, most bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE ROWS 20 SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off
    AS 'SELECT place FROM searchable_jobs WHERE user_id IS NULL AND words @@ wanted AND until >= day
    ORDER BY place DESC LIMIT most'""",
)
AT_ONCE = 500


def upgrade() -> None:
    _add_links()
    _add_tables()
    on_postgres = op.get_bind().dialect.name == "postgresql"
    for statement in ON_POSTGRES if on_postgres else ON_SQLITE:
        op.execute(statement)
    _read_what_is_there()


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION board_jobs_walked(tsquery, date, bigint)")
        op.execute("DROP FUNCTION board_jobs_found(tsquery, date)")
        op.execute("DROP FUNCTION own_jobs_found(tsquery, date)")
    else:
        op.execute("DROP TABLE board_words")
        op.execute("DROP TABLE own_words")
    op.drop_table("board_changes")
    op.drop_table("searchable_jobs")
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        for name in ("duplicate_of", "repost_of"):
            batch_op.drop_constraint(f"fk_jobs_{name}_jobs", type_="foreignkey")
            batch_op.drop_index(f"ix_jobs_{name}")
            batch_op.drop_column(name)


def _add_links() -> None:
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        for name in ("duplicate_of", "repost_of"):
            batch_op.add_column(sa.Column(name, sa.Uuid(), nullable=True))
            batch_op.create_index(f"ix_jobs_{name}", [name])
            batch_op.create_foreign_key(f"fk_jobs_{name}_jobs", "jobs", [name], ["id"], ondelete="SET NULL")


def _add_tables() -> None:
    words = sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql")
    op.create_table(
        "searchable_jobs",
        sa.Column(
            "place",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("address", sa.String(length=32), nullable=True),
        sa.Column("post", sa.String(length=32), nullable=True),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("sketch", sa.LargeBinary(), nullable=True),
        sa.Column("head", words, nullable=False),
        sa.Column("words", words, nullable=False),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name="fk_searchable_jobs_job_id_jobs", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("place", name="pk_searchable_jobs"),
        sa.UniqueConstraint("job_id", name="uq_searchable_jobs_job_id"),
    )
    op.create_index("ix_searchable_jobs_address", "searchable_jobs", ["address"])
    op.create_index("ix_searchable_jobs_post", "searchable_jobs", ["post"])
    nobodys = sa.text("user_id IS NULL")
    op.create_index(
        "ix_searchable_jobs_board",
        "searchable_jobs",
        ["place", "until"],
        postgresql_where=nobodys,
        sqlite_where=nobodys,
    )
    op.create_table(
        "board_changes",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("changes", sa.BigInteger(), nullable=False),
        sa.Column("postings", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_board_changes"),
    )


_JOBS = sa.table(
    "jobs",
    sa.column("id", sa.Uuid()),
    sa.column("user_id", sa.Uuid()),
    sa.column("title", sa.String()),
    sa.column("company", sa.String()),
    sa.column("location", sa.String()),
    sa.column("description", sa.Text()),
    sa.column("url", sa.String()),
    sa.column("status", sa.String()),
    sa.column("application_deadline", sa.Date()),
    sa.column("created_at", sa.DateTime(timezone=True)),
)
_SEARCHABLE = sa.table(
    "searchable_jobs",
    *(sa.column(name, sa.Uuid()) for name in ("job_id", "user_id")),
    *(sa.column(name) for name in ("place", "address", "post", "company", "location", "sketch")),
    *(sa.column(name, Words()) for name in ("head", "words")),
    sa.column("until", sa.Date()),
)


def _read_what_is_there() -> None:
    """With the words of today's code, and not of a copy: what is searched for is cut by it too."""
    connection, last, places = op.get_bind(), UUID(int=0), set[int]()
    board = 0
    while rows := connection.execute(_after(last)).mappings().all():
        read = [_row(dict(row), places) for row in rows]
        connection.execute(sa.insert(_SEARCHABLE), read)
        board += sum(row["user_id"] is None for row in read)
        last = rows[-1]["id"]
    op.execute(f"INSERT INTO board_changes (id, changes, postings) VALUES (1, 1, {board})")


def _after(last: UUID) -> sa.Select[Any]:
    return sa.select(_JOBS).where(_JOBS.c.id > last).order_by(_JOBS.c.id).limit(AT_ONCE)


def _row(facts: dict[str, Any], places: set[int]) -> dict[str, Any]:
    created: datetime = facts["created_at"]
    facts["created_at"] = created if created.tzinfo else created.replace(tzinfo=UTC)
    facts["status"] = JobStatus(facts["status"])
    job = Job(source="", updated_at=facts["created_at"], **facts)
    place = place_of(job)
    while place in places:
        place += 1
    places.add(place)
    return row_of(job, searchable(job)) | {"place": place}

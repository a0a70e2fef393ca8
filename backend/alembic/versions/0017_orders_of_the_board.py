"""orders of the board: what it is sorted by, in narrow rows with an index for each order"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

ORDERS = {
    "newest": "place DESC",
    "oldest": "place",
    "last_changed": "updated_at DESC, job_id DESC",
    "first_changed": "updated_at, job_id",
    "title": "title, job_id",
    "title_down": "title DESC, job_id DESC",
    "company": "(company IS NULL), company, job_id",
    "company_down": "(company IS NULL), company DESC, job_id DESC",
    "best_paid": "(salary IS NULL), salary DESC, job_id DESC",
    "worst_paid": "(salary IS NULL), salary, job_id",
    "first_to_close": "(deadline IS NULL), deadline, job_id",
    "last_to_close": "(deadline IS NULL), deadline DESC, job_id DESC",
}
RELEVANCE = {"name": "relevance", "says": "head", "order": "place DESC", "of_b": "b.place DESC"}
INDEXED = (
    "first_changed",
    "title",
    "company",
    "company_down",
    "best_paid",
    "worst_paid",
    "first_to_close",
    "last_to_close",
)
WALKED_BEFORE = """
    CREATE FUNCTION board_jobs_walked(wanted tsquery, day date, most bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE ROWS 20 SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off
    AS 'SELECT place FROM searchable_jobs WHERE user_id IS NULL AND words @@ wanted AND until >= day
    ORDER BY place DESC LIMIT most'
"""
GIVEN = "tsquery, date, bigint, bigint, bigint"
WALK = """
    CREATE FUNCTION board_jobs_by_{name}(
    wanted tsquery, day date, looked bigint, most bigint, skipped bigint)
    RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 20 SET enable_seqscan = off SET enable_bitmapscan = off
    SET enable_sort = off SET enable_incremental_sort = off SET enable_hashjoin = off
    SET enable_mergejoin = off SET enable_material = off
    AS 'SELECT b.place FROM (SELECT * FROM board_jobs WHERE until >= day ORDER BY {order}
    LIMIT looked) AS b JOIN searchable_jobs AS s ON s.place = b.place
    WHERE s.{says} @@ wanted ORDER BY {of_b} LIMIT most OFFSET skipped'
"""
SAID = {
    "sqlite": "json_extract(j.salary, '$.{}')",
    "postgresql": "j.salary ->> '{}'",
}
WHAT_IS_THERE = """
    INSERT INTO board_jobs (place, job_id, until, updated_at, title, company, salary, deadline)
    SELECT s.place, s.job_id, s.until, j.updated_at, j.title, j.company,
    COALESCE(CAST({maximum} AS FLOAT), CAST({minimum} AS FLOAT)) * CASE {period}
    WHEN 'hour' THEN 2080 WHEN 'day' THEN 260 WHEN 'week' THEN 52 WHEN 'month' THEN 12 ELSE 1 END,
    j.application_deadline
    FROM searchable_jobs AS s JOIN jobs AS j ON j.id = s.job_id WHERE s.user_id IS NULL
"""


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    _add_table()
    said = {name: SAID[dialect].format(name) for name in ("maximum", "minimum", "period")}
    op.execute(WHAT_IS_THERE.format(**{name: f"({words})" for name, words in said.items()}))
    last = ", place" if dialect == "postgresql" else ""
    for name in INDEXED:
        op.execute(f"CREATE INDEX ix_board_jobs_{name} ON board_jobs ({ORDERS[name]}, until{last})")
    if dialect == "postgresql":
        op.execute("DROP FUNCTION board_jobs_walked(tsquery, date, bigint)")
        for name, order in ORDERS.items():
            op.execute(WALK.format(name=name, says="words", order=order, of_b=_of_b(order)))
        op.execute(WALK.format(**RELEVANCE))


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for name in (*ORDERS, RELEVANCE["name"]):
            op.execute(f"DROP FUNCTION board_jobs_by_{name}({GIVEN})")
        op.execute(WALKED_BEFORE)
    op.drop_table("board_jobs")


def _of_b(order: str) -> str:
    return ", ".join(f"(b.{key[1:]}" if key.startswith("(") else f"b.{key}" for key in order.split(", "))


def _add_table() -> None:
    name = sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql")
    op.create_table(
        "board_jobs",
        sa.Column(
            "place",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", name, nullable=False),
        sa.Column("company", name, nullable=True),
        sa.Column("salary", sa.Float(), nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["place"],
            ["searchable_jobs.place"],
            name="fk_board_jobs_place_searchable_jobs",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("place", name="pk_board_jobs"),
    )

"""The schema's history, whatever steps it has by now, on both databases."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy.engine import URL

from app.domain.jobs.ports import JobSearch, JobSort
from app.domain.jobs.search import clauses_of
from app.domain.shared.ids import UserId
from app.domain.shared.page import Slice
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.jobs import SqlJobWork
from app.infrastructure.persistence.migrations import (
    SCRIPTS,
    BrokenReferences,
    Migrations,
    NoSuchRevision,
)
from tests.databases import administered, rows_of

ONE_MORE = '''"""one more"""

import sqlalchemy as sa
from alembic import op

revision = "one_more"
down_revision = {newest!r}
branch_labels = None
depends_on = None


def upgrade() -> None:
    {upgrade}


def downgrade() -> None:
    pass
'''


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
        return
    server: URL = request.getfixturevalue("postgres_server")
    url = server.set(database=f"jobwise_{uuid4().hex[:12]}")
    with administered(server, url):
        yield url.render_as_string(hide_password=False)


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """A copy of the history, to write in."""
    copy = tmp_path / "alembic"
    shutil.copytree(SCRIPTS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def add_step(scripts: Path, upgrade: str) -> None:
    newest = Migrations("", scripts=scripts).history()[-1].revision
    (scripts / "versions" / "one_more.py").write_text(ONE_MORE.format(newest=newest, upgrade=upgrade))


def test_the_migrated_schema_is_that_of_the_code(empty_url: str) -> None:
    migrations = Migrations(empty_url)
    assert migrations.differences() != []

    migrations.upgrade()

    assert migrations.current() == migrations.history()[-1].revision
    assert migrations.differences() == []


def test_every_step_goes_up_and_down_and_up_again(empty_url: str) -> None:
    migrations = Migrations(empty_url)
    revisions = [step.revision for step in migrations.history()]

    for before, revision in zip(["base", *revisions], revisions, strict=False):
        migrations.upgrade(revision)
        migrations.downgrade(before)
        assert migrations.current() == (None if before == "base" else before)
        migrations.upgrade(revision)
        assert migrations.current() == revision

    migrations.downgrade("base")
    assert migrations.current() is None
    migrations.upgrade()
    assert migrations.differences() == []


def test_upgrading_twice_changes_nothing(empty_url: str) -> None:
    migrations = Migrations(empty_url)
    migrations.upgrade()
    migrations.upgrade()
    assert migrations.current() == migrations.history()[-1].revision


def test_a_step_that_fails_leaves_nothing_behind(empty_url: str, scripts: Path) -> None:
    add_step(scripts, 'op.create_table("half", sa.Column("id", sa.Integer())); op.execute("NOT SQL")')
    migrations = Migrations(empty_url, scripts=scripts)

    with pytest.raises(Exception, match=r"(?i)syntax"):
        migrations.upgrade()

    assert migrations.current() is None
    migrations.upgrade(migrations.history()[-2].revision)
    assert migrations.differences() == []


def test_a_table_that_is_remade_keeps_the_rows_that_point_at_it(tmp_path: Path, scripts: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
    migrations = Migrations(url, scripts=scripts)
    migrations.upgrade()
    rows_of(url, SOMEBODY, SIGNED_IN)
    add_step(
        scripts,
        'with op.batch_alter_table("users", recreate="always") as users:\n'
        '        users.alter_column("full_name", type_=sa.Text())',
    )

    migrations.upgrade()

    assert rows_of(url, "SELECT COUNT(*) FROM sessions") == [(1,)]


def test_references_that_would_break_stop_the_migration(tmp_path: Path, scripts: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
    migrations = Migrations(url, scripts=scripts)
    migrations.upgrade()
    rows_of(url, SOMEBODY, SIGNED_IN)
    add_step(scripts, 'op.execute("DELETE FROM users")')

    with pytest.raises(BrokenReferences):
        migrations.upgrade()

    assert rows_of(url, "SELECT COUNT(*) FROM users") == [(1,)]


def test_postings_that_were_there_before_are_found_after(empty_url: str) -> None:
    migrations = Migrations(empty_url)
    migrations.upgrade("0003")
    rows_of(empty_url, SOMEBODY, *(posting(n, owner) for n, owner in enumerate(("NULL", "'{}'", "NULL"))))

    migrations.upgrade("0005")
    asyncio.run(_all_are_found(empty_url))
    migrations.downgrade("0003")
    assert rows_of(empty_url, "SELECT COUNT(*) FROM jobs") == [(3,)]
    migrations.upgrade()
    asyncio.run(_all_are_found(empty_url))


async def _all_are_found(url: str) -> None:
    database = Database(url, pool_size=1)
    async with SqlJobWork(database, readonly=True) as work:
        for owner, titles in ((None, ["Nurse 2", "Nurse 0"]), (UserId(UUID(int=1)), ["Nurse 1"])):
            search = JobSearch(owner=owner, clauses=clauses_of('"night ward" nurse'))
            page = await work.jobs.page(search, sort=JobSort.NEWEST, part=Slice())
            assert ([job.title for job in page.items], page.total) == (titles, len(titles))
    await database.dispose()


def posting(n: int, owner: str) -> str:
    """All of them were entered at the same instant."""
    return f"""
INSERT INTO jobs (id, version, user_id, source, title, description, remote, requirements, responsibilities,
    benefits, skills, status, created_at, updated_at)
VALUES ('{UUID(int=n + 2 + (n << 100)).hex}', 1, {owner.format(UUID(int=1).hex)}, 'x', 'Nurse {n}',
    'Night-ward', FALSE, '[]', '[]', '[]', '[]', 'active', '2026-01-01 00:00:00', '2026-01-01 00:00:00')
"""


def test_what_was_on_the_board_before_is_in_its_orders_after(empty_url: str) -> None:
    migrations = Migrations(empty_url)
    migrations.upgrade("0004")
    said = (
        ("NULL", "NULL", "NULL"),
        (
            "'b'",
            """'{"minimum": 3000.5,"maximum": null,"currency": "EUR","period": "month"}'""",
            "'2026-03-01'",
        ),
        ("'a'", """'{"minimum": 1,"maximum": 36005,"currency": null,"period": null}'""", "'2026-02-01'"),
        ("'B'", "NULL", "NULL"),
    )
    rows_of(empty_url, *(posting(n, "NULL") for n in range(4)))
    rows_of(
        empty_url,
        *(
            f"UPDATE jobs SET company = {company}, salary = {pay}, application_deadline = {last}"
            f" WHERE title = 'Nurse {n}'"
            for n, (company, pay, last) in enumerate(said)
        ),
    )
    for _ in range(2):
        migrations.upgrade()
        asyncio.run(_stand_in_order(empty_url))
        migrations.downgrade("0016")


async def _stand_in_order(url: str) -> None:
    expected = {
        JobSort.COMPANY: "3210",
        JobSort.COMPANY_DOWN: "1230",
        JobSort.BEST_PAID: "1230",
        JobSort.WORST_PAID: "2103",
        JobSort.FIRST_TO_CLOSE: "2103",
        JobSort.LAST_TO_CLOSE: "1230",
        JobSort.TITLE_DOWN: "3210",
        JobSort.LAST_CHANGED: "3210",
    }
    database = Database(url, pool_size=1)
    async with SqlJobWork(database, readonly=True) as work:
        for sort, order in expected.items():
            page = await work.jobs.page(JobSearch(owner=None), sort=sort, part=Slice())
            assert "".join(job.title[-1] for job in page.items) == order, sort
    await database.dispose()


def test_what_months_came_to_before_is_in_the_month_of_all_and_nobody_has_given_leave(empty_url: str) -> None:
    migrations = Migrations(empty_url)
    migrations.upgrade("0013")
    rows_of(empty_url, SOMEBODY, *(a_month(n, cost) for n, cost in ((1, 7), (2, 5_000_000_000))))
    for _ in range(2):
        migrations.upgrade("0014")
        found = rows_of(
            empty_url, "SELECT tokens, cost_micros, reserved_micros FROM llm_months ORDER BY month"
        )
        assert [tuple(row) for row in found] == [(100, 7, 0), (100, 5_000_000_000, 0)]
        assert rows_of(empty_url, "SELECT COUNT(*) FROM users WHERE llm_allowed") == [(0,)]
        assert rows_of(empty_url, "SELECT SUM(reserved_micros) FROM monthly_usage") == [(0,)]
        migrations.downgrade("0013")

    assert rows_of(empty_url, "SELECT COUNT(*) FROM monthly_usage") == [(2,)]


def a_month(month: int, cost: int) -> str:
    return f"""
INSERT INTO monthly_usage (user_id, month, charged, refunded, tokens, cost_micros)
VALUES ('00000000000000000000000000000001', '2026-0{month}-01', 1, 0, 100, {cost})
"""


def test_an_unknown_revision_is_told_as_such(empty_url: str) -> None:
    with pytest.raises(NoSuchRevision, match="nowhere"):
        Migrations(empty_url).upgrade("nowhere")


SOMEBODY = """
INSERT INTO users (id, version, email, hashed_password, full_name, role, subscription_tier,
    is_active, is_verified, created_at, updated_at)
VALUES ('00000000000000000000000000000001', 1, 'ada@example.com', 'x', 'Ada', 'user', 'free',
    TRUE, TRUE, '2026-01-01 00:00:00', '2026-01-01 00:00:00')
"""
SIGNED_IN = """
INSERT INTO sessions (id, version, user_id, turn, created_at, last_used_at, expires_at)
VALUES ('00000000000000000000000000000002', 1, '00000000000000000000000000000001', 0,
    '2026-01-01 00:00:00', '2026-01-01 00:00:00', '2026-01-08 00:00:00')
"""

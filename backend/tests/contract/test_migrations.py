"""The schema's history, whatever steps it has by now, on both databases."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.engine import URL

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

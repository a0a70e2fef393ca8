from app.infrastructure.persistence.migrations import Migrations
from tests.cli.conftest import Run

NEWEST = Migrations("").history()[-1].revision


def test_the_database_goes_up_and_down_again(run: Run) -> None:
    assert run("db", "current").stdout == "base\n"
    assert run("db", "upgrade").stdout == f"The database is at {NEWEST}.\n"
    assert run("db", "current").stdout == f"{NEWEST}\n"
    assert run("db", "downgrade", "base").stdout == "The database is at base.\n"
    assert run("db", "current").stdout == "base\n"


def test_the_history_marks_where_the_database_is(run: Run) -> None:
    assert "*" not in run("db", "history").stdout

    run("db", "upgrade")

    assert f"* {NEWEST}" in run("db", "history").stdout


def test_an_unknown_revision_is_one_line_on_stderr(run: Run) -> None:
    result = run("db", "upgrade", "nowhere")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "nowhere" in result.stderr
    assert result.stderr.count("\n") == 1

import pytest

from tests.cli.conftest import Run

ADA = ("user", "create", "ada@example.com", "--name", "Ada Byron")
PASSWORD = "Correct-Horse-7\n"


@pytest.fixture
def upgraded(run: Run) -> Run:
    run("db", "upgrade")
    return run


def test_an_account_is_made_listed_and_given_a_role(upgraded: Run) -> None:
    assert upgraded(*ADA, stdin=PASSWORD).stdout == "ada@example.com is user now.\n"
    assert (
        upgraded("user", "set-role", "ada@example.com", "admin").stdout == "ada@example.com is admin now.\n"
    )

    listed = upgraded("user", "list").stdout

    assert listed.count("\n") == 1
    assert "admin  ada@example.com  Ada Byron" in listed


def test_the_first_account_is_made_where_nothing_was_served_yet(run: Run) -> None:
    made = run(*ADA, "--role", "admin", stdin=PASSWORD)

    assert made.stdout == "ada@example.com is admin now.\n", made.stderr


def test_the_password_is_nowhere_to_be_seen(upgraded: Run) -> None:
    assert PASSWORD.strip() not in upgraded(*ADA, stdin=PASSWORD).output


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (ADA, "short\n", "at least 8 characters"),
        (ADA, "", "at least 8 characters"),
        (("user", "create", "ada", "--name", "Ada"), PASSWORD, "an e-mail address and a name"),
        (("user", "set-role", "eve@example.com", "admin"), "", "no user with this e-mail address"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    upgraded: Run, arguments: tuple[str, ...], stdin: str, said: str
) -> None:
    result = upgraded(*arguments, stdin=stdin)

    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_account_is_given_a_tier(upgraded: Run) -> None:
    upgraded(*ADA, stdin=PASSWORD)

    given = upgraded("user", "set-tier", "ada@example.com", "premium")
    unknown = upgraded("user", "set-tier", "ben@example.com", "premium")
    wrong = upgraded("user", "set-tier", "ada@example.com", "golden")

    assert given.stdout == "ada@example.com is premium now.\n"
    assert (unknown.exit_code, wrong.exit_code) == (1, 2)


def test_an_address_is_taken_once(upgraded: Run) -> None:
    upgraded(*ADA, stdin=PASSWORD)

    again = upgraded(*ADA, stdin=PASSWORD)

    assert again.exit_code == 1
    assert "already" in again.stderr


def test_a_mistyped_setting_is_told_and_not_ignored(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_DATABSE_URL", "x")

    result = run("user", "list")

    assert result.exit_code == 1
    assert "did you mean JOBWISE_DATABASE_URL?" in result.stderr


def test_production_refuses_the_secret_that_everybody_knows(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBWISE_ENVIRONMENT", "production")

    result = run("serve")

    assert result.exit_code == 1
    assert "JOBWISE_SECRET_KEY must be set" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_database_that_is_away_is_told_without_a_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBWISE_DATABASE_URL", "postgresql+asyncpg://nobody@127.0.0.1:1/nothing")

    for command in (("db", "current"), ("user", "list")):
        result = run(*command)

        assert result.exit_code == 1
        assert result.stderr == "jobwise: The database does not answer. Please try again.\n"


def test_a_password_that_was_lost_is_given_anew(upgraded: Run) -> None:
    upgraded(*ADA, stdin=PASSWORD)

    given = upgraded("user", "set-password", "Ada@example.com", stdin="Better-Battery-8\n")
    weak = upgraded("user", "set-password", "ada@example.com", stdin="short\n")
    unknown = upgraded("user", "set-password", "ben@example.com", stdin=PASSWORD)

    assert given.stdout == "ada@example.com has another password now.\n"
    assert "Better-Battery-8" not in given.output
    assert (weak.exit_code, unknown.exit_code) == (1, 1)

import os
import re
import traceback
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from app.composition.mail import mailer_for
from app.settings import DEVELOPMENT_SECRET, PREFIX, Settings, SettingsRefused, load_settings

EXAMPLE = Path(__file__).parents[4] / ".env.example"
LINE = re.compile(r"^(?:# )?(JOBWISE_[A-Z_]+)=(.*)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable and no `.env` but the test's own."""
    for name in [name for name in os.environ if name.upper().startswith(PREFIX)]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_with_nothing_said_it_runs_on_files_of_its_own() -> None:
    settings = load_settings()

    assert settings.environment == "development"
    assert settings.database_url == f"sqlite+aiosqlite:///{Path('var') / 'jobwise.db'}"
    assert settings.host == "127.0.0.1"


@pytest.mark.parametrize("secret", [None, DEVELOPMENT_SECRET, "", "short", "x" * 31])
def test_production_refuses_a_secret_that_others_could_know(
    monkeypatch: pytest.MonkeyPatch, secret: str | None
) -> None:
    monkeypatch.setenv("JOBWISE_ENVIRONMENT", "production")
    if secret is not None:
        monkeypatch.setenv("JOBWISE_SECRET_KEY", secret)

    with pytest.raises(SettingsRefused, match="JOBWISE_SECRET_KEY must be set to 32 random characters"):
        load_settings()


def test_production_takes_a_secret_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_ENVIRONMENT", "production")
    monkeypatch.setenv("JOBWISE_SECRET_KEY", "k" * 32)

    assert load_settings().secret_key.get_secret_value() == "k" * 32


def test_no_complaint_shows_the_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_ENVIRONMENT", "production")
    monkeypatch.setenv("JOBWISE_SECRET_KEY", "hunter2")
    monkeypatch.setenv("JOBWISE_DATABASE_URL", "postgresql+asyncpg://a:hunter2@db/jobwise")

    with pytest.raises(SettingsRefused) as refused:
        load_settings()

    assert "hunter2" not in "".join(traceback.format_exception(refused.value))


def test_settings_do_not_show_the_secret() -> None:
    settings = Settings(_env_file=None, secret_key="hunter2")

    assert "hunter2" not in repr(settings)
    assert "hunter2" not in str(settings.model_dump())


@pytest.mark.parametrize(
    ("stray", "meant"),
    [
        ("JOBWISE_DATABSE_URL", "JOBWISE_DATABASE_URL"),
        ("JOBWISE_SECRET", "JOBWISE_SECRET_KEY"),
        ("jobwise_prot", "JOBWISE_PORT"),
        ("Jobwise_Data_Dirs", "JOBWISE_DATA_DIR"),
    ],
)
def test_a_mistyped_variable_is_complained_about(
    monkeypatch: pytest.MonkeyPatch, stray: str, meant: str
) -> None:
    monkeypatch.setenv(stray, "1")

    with pytest.raises(SettingsRefused, match=rf"^unknown setting {stray} \(did you mean {meant}\?\)$"):
        load_settings()


def test_a_mistyped_line_of_the_file_is_complained_about(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("JOBWISE_PORT=8001\nJOBWISE_XYZZY=1\nOTHER=1\n", encoding="utf-8")

    with pytest.raises(SettingsRefused, match=r"^unknown setting JOBWISE_XYZZY$"):
        load_settings()


def test_the_file_is_read_and_the_environment_overrules_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("JOBWISE_PORT=8001\nJOBWISE_HOST=0.0.0.0\n", encoding="utf-8")
    monkeypatch.setenv("jobwise_port", "8002")

    settings = load_settings()

    assert (settings.port, settings.host) == (8002, "0.0.0.0")


def test_variables_of_others_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISER_THAN_YOU", "1")
    monkeypatch.setenv("JOBWISE_TEST_POSTGRES", "postgresql://db/test")

    load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "65536"),
        ("PORT", "http"),
        ("BCRYPT_COST", "3"),
        ("MAX_BODY_BYTES", "0"),
        ("ENVIRONMENT", "prod"),
    ],
)
def test_a_value_out_of_bounds_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(PREFIX + name, value)

    with pytest.raises(SettingsRefused):
        load_settings()


def test_the_example_names_every_setting_and_nothing_else() -> None:
    named = [name for name, _ in LINE.findall(EXAMPLE.read_text(encoding="utf-8"))]

    assert sorted(named) == sorted(PREFIX + name.upper() for name in Settings.model_fields)


def test_the_example_can_be_used_as_it_is(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    (tmp_path / ".env").write_text(LINE.sub(r"\1=\2", text), encoding="utf-8")

    assert load_settings() == Settings(_env_file=None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LOG_LEVEL", "LOUD"),
        ("CORS_ORIGINS", "abc"),
        ("CORS_ORIGINS", '["not an origin/path"]'),
        ("DATABASE_URL", "mysql://somewhere/db"),
        ("REDIS_URL", "localhost"),
        ("PORT", "abc"),
        ("BCRYPT_COST", "99"),
    ],
)
def test_a_setting_that_cannot_work_is_refused_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(PREFIX + name, value)

    with pytest.raises(SettingsRefused, match=f"^{PREFIX}{name}: "):
        load_settings()


def test_a_log_level_is_read_in_any_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_LOG_LEVEL", "debug")

    assert load_settings().log_level == "DEBUG"


@pytest.mark.parametrize(
    ("given", "slots"),
    [
        ({}, 2),
        ({"redis_url": "redis://127.0.0.1/0"}, 0),
        ({"redis_url": "redis://127.0.0.1/0", "work_slots": 3}, 3),
        ({"work_slots": 0}, 0),
    ],
)
def test_with_a_redis_the_work_is_left_to_workers_unless_told(given: dict[str, Any], slots: int) -> None:
    assert load_settings(**given).slots == slots


def test_of_a_tier_only_what_is_said_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = load_settings().tier_free

    monkeypatch.setenv("JOBWISE_TIER_FREE", '{"generations": 7}')

    assert load_settings().tier_free == usual.model_copy(update={"generations": 7})


@pytest.mark.parametrize(
    "wrong",
    ['{"generations": -1}', '{"generation": 7}', "7", "free", '{"cost_micros": "much"}', '{"at_once": 0}'],
)
def test_a_tier_that_makes_no_sense_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv("JOBWISE_TIER_FREE", wrong)

    with pytest.raises(SettingsRefused, match="JOBWISE_TIER_FREE"):
        load_settings()


@pytest.mark.parametrize(
    "said",
    [
        {"MAIL_URL": "console"},
        {"MAIL_URL": "sendgrid", "MAIL_FROM": "mail@example.com", "PUBLIC_URL": "https://app.example.com"},
        {"MAIL_URL": "smtp://mail.example.com"},
        {"MAIL_URL": "smtp://mail.example.com", "MAIL_FROM": "mail@example.com"},
        {"MAIL_URL": "pop3://mail.example.com"},
        {"MAIL_FROM": "JobWise"},
        {"MAIL_FROM": "JobWise <a@example.com>\r\nBcc: b@example.com"},
        {"PUBLIC_URL": "javascript:alert(1)"},
    ],
)
def test_half_of_what_mail_needs_stops_the_start_in_production(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str]
) -> None:
    for name, value in ({"ENVIRONMENT": "production", "SECRET_KEY": "s" * 32} | said).items():
        monkeypatch.setenv(PREFIX + name, value)

    with pytest.raises(SettingsRefused):
        load_settings()


def test_mail_goes_to_the_console_by_itself_but_not_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().mail_transport == "console"
    monkeypatch.setenv(PREFIX + "ENVIRONMENT", "production")
    monkeypatch.setenv(PREFIX + "SECRET_KEY", "s" * 32)

    assert load_settings().mail_transport == ""
    monkeypatch.setenv(PREFIX + "MAIL_URL", "smtp://user:pa%3Ass@mail.example.com")
    monkeypatch.setenv(PREFIX + "MAIL_FROM", "JobWise <mail@example.com>")
    monkeypatch.setenv(PREFIX + "PUBLIC_URL", "https://app.example.com/jobs")
    loaded = load_settings()
    assert loaded.mail_transport.startswith("smtp://")
    assert "pa%3Ass" not in repr(loaded)


def test_production_refuses_a_weak_key_of_before_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_ENVIRONMENT", "production")
    monkeypatch.setenv("JOBWISE_SECRET_KEY", "k" * 32)

    for weak in ("short", DEVELOPMENT_SECRET):
        monkeypatch.setenv("JOBWISE_PREVIOUS_SECRET_KEYS", f'["{"o" * 32}", "{weak}"]')
        with pytest.raises(SettingsRefused, match="each of the previous ones") as refused:
            load_settings()
        assert weak not in str(refused.value)
    monkeypatch.setenv("JOBWISE_PREVIOUS_SECRET_KEYS", f'["{"o" * 32}"]')
    assert load_settings().signing_keys == ["k" * 32, "o" * 32]


def test_google_is_set_up_wholly_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_GOOGLE_CLIENT_ID", "us")
    monkeypatch.setenv("JOBWISE_GOOGLE_CLIENT_SECRET", "hush")
    with pytest.raises(SettingsRefused, match="JOBWISE_GOOGLE_CALLBACK_URL"):
        load_settings()

    monkeypatch.setenv("JOBWISE_GOOGLE_CALLBACK_URL", "https://api.example.com/api/v1/oauth/google/callback")
    load_settings()


@pytest.mark.parametrize("url", ["http://accounts.example/x", "http://127.0.0.1.example/x", "ftp://a/b", "x"])
@pytest.mark.parametrize("name", ["GOOGLE_CALLBACK_URL", "GOOGLE_DISCOVERY_URL"])
def test_google_is_reached_encrypted_or_on_this_machine(
    monkeypatch: pytest.MonkeyPatch, name: str, url: str
) -> None:
    monkeypatch.setenv(f"JOBWISE_{name}", url)
    with pytest.raises(SettingsRefused, match="must begin with https"):
        load_settings()

    monkeypatch.setenv(f"JOBWISE_{name}", "http://127.0.0.1:8000/x")
    load_settings()


@pytest.mark.parametrize(
    ("where", "fits"),
    [
        ("https://app.example.com/signed-in?from=jobwise", True),
        ("/signed-in", True),
        ("/", True),
        ("//evil.example", False),
        ("/\\\\evil.example", False),
        ("https://app.example.com", False),
        ("https://me@app.example.com/", False),
        ("https://app.example.com/#fragment", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_browser_is_sent_back_to_whole_addresses(
    monkeypatch: pytest.MonkeyPatch, where: str, fits: bool
) -> None:
    monkeypatch.setenv("JOBWISE_SIGN_IN_RETURNS", f'["{where}"]')

    if fits:
        assert load_settings().sign_in_returns == [where]
    else:
        with pytest.raises(SettingsRefused):
            load_settings()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "example.com", "", "::"])
def test_a_single_user_is_served_at_this_machine_alone(host: str) -> None:
    with pytest.raises(SettingsRefused, match="JOBWISE_SINGLE_USER wants a JOBWISE_HOST"):
        load_settings(single_user=True, host=host)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_a_single_user_is_served_where_only_this_machine_comes(host: str) -> None:
    assert load_settings(single_user=True, host=host).single_user


def test_a_single_user_wants_other_origins_by_name() -> None:
    with pytest.raises(SettingsRefused, match="by name"):
        load_settings(single_user=True, cors_origins=["*"])

    assert load_settings(single_user=True, cors_origins=["http://localhost:3000"]).single_user


def test_a_token_is_needed_unless_the_host_says_otherwise() -> None:
    assert not load_settings().single_user


async def test_a_mail_server_without_a_name_is_refused_by_its_setting() -> None:
    async with AsyncExitStack() as closing:
        with pytest.raises(SettingsRefused, match=r"^JOBWISE_MAIL_URL: must look like smtp://"):
            await mailer_for(load_settings(mail_url="smtp://:25"), closing)

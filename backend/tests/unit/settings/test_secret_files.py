"""Secrets that stand in files, and limits that are said in words."""

import os
from pathlib import Path

import pytest

from app.application.limits import Limit
from app.settings import PREFIX, SettingsRefused, load_settings

KEY = "a-key-that-stands-in-a-file-of-its-own"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.upper().startswith(PREFIX)]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("SECRET_KEY", KEY),
        ("DATABASE_URL", "postgresql+asyncpg://a:hunter2@db/jobwise"),
        ("REDIS_URL", "redis://:hunter2@redis:6379/0"),
        ("METRICS_TOKEN", "hunter2"),
    ],
)
def test_a_setting_may_stand_in_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str, value: str
) -> None:
    (tmp_path / "secret").write_text(value + "\n")
    monkeypatch.setenv(f"JOBWISE_{setting}_FILE", str(tmp_path / "secret"))

    found = getattr(load_settings(), setting.lower())

    assert value == (found if isinstance(found, str) else found.get_secret_value())


def test_a_file_may_be_named_in_the_settings_file_too(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(KEY)
    (tmp_path / ".env").write_text(f"JOBWISE_SECRET_KEY_FILE={tmp_path / 'secret'}\n")

    assert load_settings().secret_key.get_secret_value() == KEY


def test_said_twice_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(KEY)
    monkeypatch.setenv("JOBWISE_SECRET_KEY_FILE", str(tmp_path / "secret"))
    monkeypatch.setenv("JOBWISE_SECRET_KEY", KEY)

    with pytest.raises(SettingsRefused, match="only one of them") as refused:
        load_settings()

    assert KEY not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JOBWISE_SECRET_KEY_FILE", str(tmp_path / "nowhere"))

    with pytest.raises(SettingsRefused, match=r"^JOBWISE_SECRET_KEY_FILE: cannot be read"):
        load_settings()


def test_what_a_file_holds_is_judged_like_everything_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("short")
    monkeypatch.setenv("JOBWISE_ENVIRONMENT", "production")
    monkeypatch.setenv("JOBWISE_SECRET_KEY_FILE", str(tmp_path / "secret"))

    with pytest.raises(SettingsRefused, match="JOBWISE_SECRET_KEY must be set to 32 random characters"):
        load_settings()


@pytest.mark.parametrize("setting", ["PORT_FILE", "RATE_LIMITS_FILE", "SECRET_KEY_FILES", "FILE"])
def test_what_is_no_text_stands_in_no_file(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv(f"JOBWISE_{setting}", "/dev/null")

    with pytest.raises(SettingsRefused, match="unknown setting"):
        load_settings()


def test_a_limit_that_is_said_changes_that_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_RATE_LIMITS", '{"usual": "200/minute", "account": "5 per 15 minutes"}')

    rates = load_settings().rate_limits

    assert (rates.usual, rates.account) == (Limit(200, 60), Limit(5, 900))
    assert rates.generate == Limit(10, 3_600)


def test_a_limit_may_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBWISE_RATE_LIMITS", '{"usual": "off"}')

    assert load_settings().rate_limits.usual is None


@pytest.mark.parametrize(
    "said", ['"many"', '"0/minute"', "7", '{"amount": 1}', '"off/minute"', '"-1/minute"']
)
def test_a_limit_that_makes_no_sense_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("JOBWISE_RATE_LIMITS", f'{{"usual": {said}}}')

    with pytest.raises(SettingsRefused, match="JOBWISE_RATE_LIMITS"):
        load_settings()


@pytest.mark.parametrize(
    ("setting", "said"),
    [("TRUSTED_PROXIES", '["everybody"]'), ("HOSTS", '["https://a.example"]'), ("SECURITY_DAYS", "0")],
)
def test_an_edge_that_makes_no_sense_is_refused(
    monkeypatch: pytest.MonkeyPatch, setting: str, said: str
) -> None:
    monkeypatch.setenv(f"JOBWISE_{setting}", said)

    with pytest.raises(SettingsRefused, match=f"JOBWISE_{setting}"):
        load_settings()

"""Forty secrets, given wherever something can be given: none is in a log, a metric, an error, or in a store
that has no need of it. The log is at its most talkative, as JSON and as plain text."""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2
import pytest

from app.presentation.api.jobs.examples import AS_TEXT
from tests.gates.serving import BACKEND, served

SECRET = re.compile(r"Canary-\d\d-Zq7x")
FIELD = re.compile(r'"field":"[^"]*"')
"""Where an error is: the name of a field that there is not stands there as its sender wrote it."""
FORTY = 40
KEY = "Canary-00-Zq7x-signs-all-the-tokens-of-this-house"
HEADERS = (
    "Cookie", "Referer", "Origin", "X-Api-Key", "X-Forwarded-For", "X-Forwarded-Host", "User-Agent", "Accept",
    "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID", "Proxy-Authorization", "Range",
    "X-Auth-Token",
)  # fmt: skip
FORGED = 'forged\\r\\n{"event":"forged","level":"error"}\x1b[2J\u2028forged'


class Canaries:
    """Gives each out once, and knows how many there were."""

    def __init__(self) -> None:
        self.given = 0

    def one(self) -> str:
        self.given += 1
        return f"Canary-{self.given:02}-Zq7x"


class House:
    def __init__(self, address: str, folder: Path) -> None:
        self.client = httpx2.Client(base_url=f"{address}/api/v1", timeout=60)
        self.folder = folder
        self.canaries = Canaries()
        self.refused: list[tuple[str, str]] = []
        self.passwords: list[str] = []

    def send(self, method: str, path: str, **how: Any) -> httpx2.Response:
        answer = self.client.request(method, path, **how)
        if answer.status_code >= 400:
            self.refused.append((f"{method} {path[:30]} {answer.status_code}", answer.text))
        return answer

    def password(self) -> str:
        self.passwords.append(self.canaries.one())
        return self.passwords[-1]

    @property
    def log(self) -> str:
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    @property
    def database(self) -> Path:
        return self.folder / "var" / "jobwise.db"


@pytest.fixture(scope="module", params=["true", "false"], ids=["as JSON", "as plain text"])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("disclosure")
    with served(folder, log_level="DEBUG", log_json=request.param, secret_key=KEY) as address:
        house = House(address, folder)
        give(house)
        yield house
        house.client.close()


def give(house: House) -> None:
    """One secret after the other, in every place."""
    one, send = house.canaries.one, house.send
    mine, owner = house.password(), {"email": "ada@example.com", "full_name": one()}
    pair = send("POST", "/auth/register", json=owner | {"password": mine}).json()
    send("POST", "/auth/register", json=owner | {"password": house.password()})
    send("POST", "/auth/login", json={"email": owner["email"], "password": house.password()})
    send("POST", "/auth/login", json={"email": f"{one()}@example.com", "password": "x"})
    form = {"username": owner["email"], "password": house.password(), "client_secret": house.password()}
    send("POST", "/auth/token", data=form)
    send("POST", "/auth/refresh", json={"refresh_token": house.password()})
    send("GET", "/auth/me", headers={"Authorization": f"Bearer {house.password()}"})
    send("GET", "/auth/me", headers={"Authorization": f"Basic {house.password()}"})
    house.client.headers["Authorization"] = f"Bearer {pair['access_token']}"
    changed = {"current_password": house.password(), "new_password": house.password()}
    send("POST", "/auth/change-password", json=changed)
    for name in HEADERS:
        send("GET", "/jobs", headers={name: one()})
    send("GET", f"/jobs?{one()}=1")
    send("GET", f"/jobs?limit={one()}")
    send("GET", f"/jobs/{one()}%20x")
    send("POST", "/jobs", json={"source": "text", one(): 1})
    send("POST", "/jobs", json={"source": one(), "raw_text": [one()]})
    send(
        "POST",
        "/jobs",
        content=f'{{"raw_text": "{one()}'.encode(),
        headers={"Content-Type": "application/json"},
    )
    send("POST", "/jobs", content=b"x", headers={"Content-Type": f"text/{one()}"})
    send("POST", "/profiles/import", files={"file": (f"{one()}.exe", one().encode())})
    send("POST", "/profiles", json={"full_name": one(), "email": one()})
    send("GET", "/nope", headers={"User-Agent": FORGED.encode()})
    send("GET", "/nope%0D%0A%7B%22event%22%3A%22forged%22%7D%1b%5B2J")


def break_the_database(house: House) -> httpx2.Response:
    """Its error quotes the statement and its values, somebody's posting among them."""
    with closing(sqlite3.connect(house.database)) as connection:
        connection.execute("ALTER TABLE jobs RENAME TO gone")
    body = AS_TEXT | {"raw_text": f"{AS_TEXT['raw_text']}\n\nAsk for {house.canaries.one()}."}
    answer = house.send("POST", "/jobs", json=body)
    with closing(sqlite3.connect(house.database)) as connection:
        connection.execute("ALTER TABLE gone RENAME TO jobs")
    return answer


def test_no_secret_is_in_the_log(house: House) -> None:
    broken = break_the_database(house)

    assert house.canaries.given >= FORTY
    assert broken.status_code >= 500
    assert "request" in house.log
    assert set(SECRET.findall(house.log)) == set()


def test_no_secret_is_in_an_error(house: House) -> None:
    assert len(house.refused) >= 15
    told = [(what, FIELD.sub("", text)) for what, text in house.refused]
    assert [(what, text) for what, text in told if SECRET.search(text)] == []


def test_an_error_of_the_inside_tells_nothing_of_it(house: House) -> None:
    answer = break_the_database(house)

    error = answer.json()["error"]
    assert error["details"] is None
    for word in ("Traceback", "sqlalchemy", "sqlite", "SELECT", "INSERT", ".py", str(house.folder)):
        assert word not in answer.text
    assert answer.headers["x-request-id"] in house.log


def test_no_secret_is_in_metrics_or_the_description(house: House) -> None:
    for path in ("metrics", "openapi.json", "health", "ready"):
        answer = httpx2.get(str(house.client.base_url.join(f"/{path}")), timeout=60)
        assert answer.status_code == 200
        assert not SECRET.search(answer.text), path


def test_no_password_or_token_is_kept_as_it_was_given(house: House) -> None:
    kept = b"".join(path.read_bytes() for path in house.database.parent.rglob("*") if path.is_file())

    assert b"ada@example.com" in kept
    assert [secret for secret in [*house.passwords, KEY] if secret.encode() in kept] == []


def test_a_record_stays_one_record(house: House) -> None:
    lines = house.log.splitlines()

    assert "\x1b[2J" not in house.log
    assert not [line for line in lines if line.lstrip().startswith(("forged", '{"event":"forged"'))]
    if lines[-1].startswith("{"):
        assert "forged" not in {json.loads(line)["event"] for line in lines if line.startswith("{")}


@pytest.mark.parametrize(
    "setting",
    [
        {"DATABASE_URL": "mysql://app:Canary-51-Zq7x@127.0.0.1/jobwise"},
        {"REDIS_URL": "http://app:Canary-53-Zq7x@127.0.0.1:1/0"},
        {"STORAGE_URL": "ftp://app:Canary-54-Zq7x@127.0.0.1/bucket"},
        {"SECRET_KEY": "Canary-55-Zq7x", "ENVIRONMENT": "production"},
        {"TIER_FREE": '{"generations": "Canary-56-Zq7x"}'},
        {"CANARY_KEY": "Canary-57-Zq7x"},
    ],
    ids=lambda setting: next(iter(setting)),
)
def test_a_setting_that_is_refused_is_not_quoted(setting: dict[str, str], tmp_path: Path) -> None:
    given = {f"JOBWISE_{name}": value for name, value in setting.items()}
    environment = {"JOBWISE_DATA_DIR": str(tmp_path), "PYTHONPATH": str(BACKEND), "PATH": "/usr/bin"} | given
    command = [sys.executable, "-m", "app.main", "serve", "--port", "0"]
    ended = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=120
    )

    assert ended.returncode != 0
    assert next(iter(setting)) in ended.stderr + ended.stdout
    assert not SECRET.search(ended.stderr + ended.stdout)


def test_a_database_that_is_gone_is_not_quoted(tmp_path: Path) -> None:
    """Neither its password nor its address, by whoever asks and by whoever reads the log."""
    url = "postgresql+asyncpg://app:Canary-50-Zq7x@127.0.0.1:1/jobwise"
    with served(tmp_path, log_level="DEBUG", database_url=url, secret_key=KEY) as address:
        body = {"email": "ada@example.com", "password": "Canary-51-Zq7x"}
        answers = [
            httpx2.get(f"{address}/ready", timeout=60),
            httpx2.post(f"{address}/api/v1/auth/login", json=body, timeout=60),
        ]

    log = (tmp_path / "server.log").read_text()
    assert {answer.status_code for answer in answers} == {503}
    assert not SECRET.search("".join(answer.text for answer in answers) + log)


def test_a_secret_in_the_log_would_be_seen() -> None:
    assert SECRET.findall('{"event": "login", "password": "Canary-07-Zq7x"}') == ["Canary-07-Zq7x"]

"""Two hundred and more requests that are none: refused or cut off, and the server is right after each."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from tests.gates.malformed import GROUPS, Group, get
from tests.gates.serving import served
from tests.gates.wire import said, statuses

AT_ONCE = 4
LONGEST = 20.0
"""Seconds for one answer, with all of a loaded machine's patience. A hang takes longer."""
FEWEST = 200


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    folder = tmp_path_factory.mktemp("malformed")
    with served(folder) as address:
        place = urlsplit(address)
        assert place.hostname is not None
        assert place.port is not None
        yield place.hostname, place.port
    log = (folder / "server.log").read_text()
    assert "unhandled error" not in log
    assert "Traceback" not in log


def fault(server: tuple[str, int], name: str, request: bytes, group: Group) -> str | None:
    began = time.monotonic()
    answer = said(server, request)
    taken, found = time.monotonic() - began, statuses(answer)
    if taken > LONGEST:
        return f"{name}: took {taken:.0f} s"
    if len(found) > 1 or not set(found) <= group.may_say:
        return f"{name}: {found} {answer[:200]!r}"
    if b"\r\nserver:" in answer.lower():
        return f"{name}: names the server"
    if statuses(said(server, get())) != [200]:
        return f"{name}: nothing is right after it"
    return None


def faults(server: tuple[str, int], group: Group) -> list[str]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        tried = [pool.submit(fault, server, name, request, group) for name, request in group.requests.items()]
        return [told for each in tried if (told := each.result())]


@pytest.mark.parametrize("name", GROUPS)
def test_what_is_malformed_is_refused_and_harms_nobody_after(server: tuple[str, int], name: str) -> None:
    found = faults(server, GROUPS[name])

    assert not found, "\n".join(found)


def test_there_are_enough_of_them() -> None:
    assert sum(len(group.requests) for group in GROUPS.values()) >= FEWEST


def test_what_is_no_fault_would_be_noticed(server: tuple[str, int]) -> None:
    group = Group({"a good request": get()}, frozenset({400}))

    assert faults(server, group) != []

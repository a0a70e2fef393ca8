"""Who sends a byte a second is cut off, and nobody waits for them."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from statistics import median
from urllib.parse import urlsplit

import pytest

from tests.gates.malformed import CHUNKED, JSON, get, post
from tests.gates.serving import served
from tests.gates.wire import said, statuses

MANY = 60
CUT_WITHIN = 40.0
"""Seconds: the product's own thirty, and a loaded machine's patience."""
BEGUN = {
    "a head": b"GET /api/v1/health HTTP/1.1\r\nX-A: ",
    "a body": post(JSON, b"Content-Length: 4000", body=b"{"),
    "chunks": post(JSON, CHUNKED, body=b"f00\r\n"),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    with served(tmp_path_factory.mktemp("slow")) as address:
        place = urlsplit(address)
        assert place.hostname is not None
        assert place.port is not None
        yield place.hostname, place.port


def lasted(server: tuple[str, int], begun: bytes) -> float:
    """Seconds until the server gives up on somebody who sends a byte a second."""
    began = time.monotonic()
    with socket.create_connection(server, timeout=1.0) as connection, suppress(OSError):
        connection.sendall(begun)
        while time.monotonic() - began < 2 * CUT_WITHIN:
            connection.sendall(b" ")
            with suppress(TimeoutError):
                if not connection.recv(65_536):
                    break
    return time.monotonic() - began


def test_sixty_who_send_a_byte_a_second_are_cut_off_and_hold_nobody_up(server: tuple[str, int]) -> None:
    with ThreadPoolExecutor(MANY) as pool:
        slow = [pool.submit(lasted, server, begun) for begun in BEGUN.values() for _ in range(MANY // 3)]
        taken = []
        for _ in range(100):
            began = time.monotonic()
            assert statuses(said(server, get())) == [200]
            taken.append(time.monotonic() - began)
            time.sleep(0.02)
        held = max(each.result() for each in slow)

    assert held < CUT_WITHIN
    assert median(taken) < 1


def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_sent(server: tuple[str, int]) -> None:
    began = time.monotonic()

    assert statuses(said(server, post(JSON, b"Content-Length: 99999999", body=b""))) == [413]
    assert time.monotonic() - began < 5


def test_chunks_without_end_are_refused_at_the_limit(server: tuple[str, int]) -> None:
    sent, chunk = 0, b"10000\r\n" + b"a" * 65_536 + b"\r\n"
    with socket.create_connection(server, timeout=8.0) as connection, suppress(OSError):
        connection.sendall(post(JSON, CHUNKED, body=b""))
        while sent < 64 * 1024 * 1024:
            sent += connection.send(chunk)

    assert sent < 16 * 1024 * 1024

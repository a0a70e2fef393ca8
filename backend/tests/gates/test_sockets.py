"""Bytes that are no HTTP, or HTTP of a kind that smuggles: refused or cut off, never a 5xx, never a hang."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest

from tests.gates.serving import served
from tests.gates.wire import PATIENCE, said, statuses

HOST = b"Host: 127.0.0.1\r\n"
JSON = b"Content-Type: application/json\r\n"
LOGIN = b'{"email":"ada@example.com","password":"x"}'


def get(target: bytes = b"/api/v1/health", *headers: bytes, version: bytes = b"HTTP/1.1") -> bytes:
    lines = b"".join(header + b"\r\n" for header in headers)
    return b"GET " + target + b" " + version + b"\r\n" + HOST + b"Connection: close\r\n" + lines + b"\r\n"


def post(*headers: bytes, body: bytes = LOGIN) -> bytes:
    lines = b"".join(header + b"\r\n" for header in headers)
    start = b"POST /api/v1/auth/login HTTP/1.1\r\n" + HOST + JSON + b"Connection: close\r\n"
    return start + lines + b"\r\n" + body


REFUSED: dict[str, bytes] = {
    "noise": bytes(range(256)) * 4,
    "TLS hello": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200,
    "no target": b"GET HTTP/1.1\r\n\r\n",
    "version 9": get(version=b"HTTP/9.9"),
    "version garbage": get(version=b"HTPP/1.1"),
    "method garbage": b"G\x00T / HTTP/1.1\r\n" + HOST + b"\r\n",
    "space in target": get(b"/api/v1/he alth"),
    "control in target": get(b"/api/v1/\x01health"),
    "NUL in a header": get(b"/api/v1/health", b"X-A: a\0b"),
    "header without colon": get(b"/api/v1/health", b"Nonsense"),
    "header name with space": get(b"/api/v1/health", b"X Y: 1"),
    "space before colon": get(b"/api/v1/health", b"Content-Length : 5"),
    "two lengths": post(b"Content-Length: 42", b"Content-Length: 43"),
    "length and chunks": post(b"Content-Length: 42", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n"),
    "chunks twice": post(b"Transfer-Encoding: chunked", b"Transfer-Encoding: identity", body=b"0\r\n\r\n"),
    "chunks in disguise": post(b"Transfer-Encoding: xchunked", body=b"0\r\n\r\n"),
    "negative length": post(b"Content-Length: -1"),
    "length with a sign": post(b"Content-Length: +42"),
    "length in hex": post(b"Content-Length: 0x2a"),
    "length of 30 digits": post(b"Content-Length: " + b"9" * 30),
    "length list": post(b"Content-Length: 42, 42"),
    "chunk size garbage": post(b"Transfer-Encoding: chunked", body=b"zz\r\nab\r\n0\r\n\r\n"),
    "chunk size negative": post(b"Transfer-Encoding: chunked", body=b"-1\r\nab\r\n0\r\n\r\n"),
    "chunk size overflows": post(b"Transfer-Encoding: chunked", body=b"f" * 20 + b"\r\nab\r\n"),
    "chunk without its end": post(b"Transfer-Encoding: chunked", body=b"2\r\nabXX0\r\n\r\n"),
    "bare CR in a header": get(b"/api/v1/health", b"X-A: a\rX-B: b"),
    "header of 100 kB": get(b"/api/v1/health", b"X-A: " + b"a" * 100_000),
    "ten thousand headers": get(b"/api/v1/health", *(b"X-%d: 1" % n for n in range(10_000))),
    "target of 100 kB": get(b"/" + b"a" * 100_000),
    "authority form": get(b"127.0.0.1:80"),
    "HTTP/2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0" * 9,
    "HTTP/0.9": b"GET /\r\n",
    "body too large": post(b"Content-Length: 99999999", body=b""),
    "not JSON": post(b"Content-Length: 4", body=b"\xff\xfe\0\0"),
    "upgrade to nothing": get(b"/nope", b"Connection: Upgrade", b"Upgrade: websocket"),
    "websocket handshake": get(
        b"/api/v1/health",
        b"Connection: Upgrade",
        b"Upgrade: websocket",
        b"Sec-WebSocket-Version: 13",
        b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    ),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    with served(tmp_path_factory.mktemp("sockets")) as address:
        place = urlsplit(address)
        assert place.hostname is not None
        assert place.port is not None
        yield place.hostname, place.port


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_request_is_refused_or_cut_off(server: tuple[str, int], name: str) -> None:
    answer = said(server, REFUSED[name])

    assert all(400 <= status < 500 for status in statuses(answer)), answer[:300]
    assert len(statuses(answer)) <= 1, answer
    assert b"\r\nserver:" not in answer.lower()


def test_what_is_a_request_is_answered(server: tuple[str, int]) -> None:
    length = b"Content-Length: %d" % len(LOGIN)

    assert statuses(said(server, get())) == [200]
    assert statuses(said(server, post(length))) == [401]
    assert statuses(said(server, post(b"Transfer-Encoding: chunked", body=b"2\r\n{}\r\n0\r\n\r\n"))) == [400]


def test_a_second_request_hidden_in_a_body_is_not_answered(server: tuple[str, int]) -> None:
    hidden = get(b"/api/v1/auth/me")
    for framing in (
        (b"Content-Length: 5", b"Transfer-Encoding: chunked"),
        (b"Transfer-Encoding: chunked", b"Content-Length: 5"),
        (b"Transfer-Encoding: chunked, identity", b"Content-Length: 5"),
    ):
        answer = said(server, post(*framing, body=b"0\r\n\r\n" + hidden))
        assert len(statuses(answer)) <= 1, answer
        assert all(status == 400 for status in statuses(answer))


def test_pipelined_requests_are_answered_in_their_order(server: tuple[str, int]) -> None:
    first = get(b"/nope").replace(b"Connection: close\r\n", b"")

    assert statuses(said(server, first + get())) == [404, 200]


def test_a_body_that_never_comes_is_given_up_when_the_caller_goes(server: tuple[str, int]) -> None:
    answer = said(server, post(b"Content-Length: 42", body=b'{"em'))

    assert all(400 <= status < 500 for status in statuses(answer))


def test_a_head_that_never_ends_is_cut_off(server: tuple[str, int]) -> None:
    with socket.create_connection(server, timeout=PATIENCE) as connection:
        connection.sendall(b"GET /api/v1/health HTTP/1.1\r\nX-A: ")
        sent = 0
        with suppress(BrokenPipeError, ConnectionResetError):
            while sent < 64 * 1024 * 1024:
                sent += connection.send(b"a" * 65_536)

    assert sent < 16 * 1024 * 1024


def test_what_was_sent_before_changes_nothing_for_those_who_come_after(server: tuple[str, int]) -> None:
    for request in REFUSED.values():
        said(server, request)

    answer = said(server, get())

    assert statuses(answer) == [200]
    assert b"\r\nx-request-id: " in answer
    assert b"\r\nserver:" not in answer.lower()

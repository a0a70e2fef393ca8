"""What a server says on the wire, byte by byte, to whoever sends it what."""

import socket
from collections.abc import Iterator
from contextlib import suppress

PATIENCE = 8.0


def said(server: tuple[str, int], request: bytes) -> bytes:
    """All that the server says until it closes the connection; who says nothing at first is hung up on."""
    with socket.create_connection(server, timeout=1.0) as connection:
        with suppress(BrokenPipeError, ConnectionResetError):  # refused before all of it was sent
            connection.sendall(request)
        try:
            first = next(_received(connection), b"")
        except TimeoutError:
            connection.shutdown(socket.SHUT_WR)
            first = b""
        connection.settimeout(PATIENCE)
        return first + b"".join(_received(connection))


def _received(connection: socket.socket) -> Iterator[bytes]:
    while True:
        try:
            data = connection.recv(65_536)
        except ConnectionResetError:
            return
        if not data:
            return
        yield data


def statuses(answer: bytes) -> list[int]:
    return [int(part[:3]) for part in answer.split(b"HTTP/1.1 ")[1:]]

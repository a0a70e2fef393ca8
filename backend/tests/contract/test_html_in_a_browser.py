"""A real browser opens the HTML of a hostile document, and asks nobody for anything."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from app.domain.documents.printable import printable
from app.infrastructure.text.html import to_html
from tests.builders.documents import a_document, bullets
from tests.contract.hostile import PAYLOADS, filled

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
CALLS = [
    '<img src="{there}/img">',
    '<script src="{there}/script"></script>',
    "<script>fetch('{there}/fetch')</script>",
    '<link rel="stylesheet" href="{there}/css">',
    "<style>@import url({there}/import);</style>",
    '"><iframe src="{there}/frame"></iframe>',
    '<svg><image href="{there}/svg"/></svg>',
    '<object data="{there}/object"></object>',
    '<p style="background:url({there}/style)" onclick="fetch(\'{there}\')">x</p>',
    '<meta http-equiv="refresh" content="0;url={there}/refresh">',
    "![picture]({there}/markdown)",
]


@contextmanager
def a_listener() -> Iterator[tuple[str, list[str]]]:
    """Its address, and who asked it for what."""
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


def opened(html: str, folder: Path) -> str:
    """What the browser makes of it, when it has waited for all that it fetches."""
    page = folder / "page.html"
    page.write_text(html, encoding="utf-8")
    assert BROWSER
    command = [BROWSER, *FLAGS, f"--user-data-dir={folder / 'browser'}", "--virtual-time-budget=3000"]
    done = subprocess.run(
        [*command, "--dump-dom", page.as_uri()], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout


def test_the_listener_hears_a_page_that_is_not_escaped(tmp_path: Path) -> None:
    with a_listener() as (there, asked):
        opened("".join(call.format(there=there) for call in CALLS[:4]), tmp_path)

    assert {"/img", "/script", "/fetch", "/css"} <= set(asked)


def test_nobody_hears_a_document(tmp_path: Path) -> None:
    with a_listener() as (there, asked):
        texts = [call.format(there=there) for call in CALLS]
        html = to_html(a_document(bullets("Work", *texts, *PAYLOADS)))
        # Without the page's own policy too: what is escaped needs no second wall.
        for page in (html, html.replace("default-src 'none'", "img-src *")):
            dom = Dom()
            dom.feed(opened(page, tmp_path))

            assert dom.tags <= {"html", "head", "meta", "title", "style", "body", "main", "header"} | {
                "section",
                "h1",
                "h2",
                "ul",
                "li",
            }
            assert all(printable(text) in dom.text for text in texts)

    assert asked == []


def test_a_browser_finds_no_handler_in_any_field(tmp_path: Path) -> None:
    inside = '\' onmouseover=\'alert(1) " onclick="alert(1) ">'
    text = f"<img src=x onerror=alert(1)> {inside} <script>alert(1)</script>"
    dom = Dom()
    dom.feed(opened(to_html(filled(text, f"https://a.example/{text}")), tmp_path))

    assert not {"img", "script", "a"} & dom.tags
    assert not any(name.startswith("on") for name in dom.attributes)


class Dom(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data

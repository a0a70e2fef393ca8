import unicodedata

import pytest

from app.domain.documents.printable import language_tag, printable, safe_link


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain", "plain"),
        ("  two   spaces \n and a line ", "two spaces and a line"),
        ("bell\x07 and null\x00", "bell and null"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("zero\u200bwidth \ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("cafe\u0301", "caf\u00e9"),
        ("para\u2029graph", "para graph"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("kept\u00a0together", "kept\u00a0together"),
        (
            "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("\t", ""),
        ("a" + "\u0300\u0330" * 90 + "b", "\u00e0" + "\u0330" * 5 + "b"),
        (
            "\u05e9\u05bc\u05c1\u05b8\u05bd\u0596",
            unicodedata.normalize("NFC", "\u05e9\u05bc\u05c1\u05b8\u05bd\u0596"),
        ),
    ],
)
def test_only_what_can_be_seen_is_printable(raw: str, shown: str) -> None:
    assert printable(raw) == shown


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/x?y=1#z",
        "http://a.example",
        "mailto:a@b.example",
        "tel:+4940555",
        "tel:0405550147",
        "tel:+1-555-010-9988;ext=12",
        "HTTPS://A.EXAMPLE",
    ],
)
def test_addresses_of_pages_mails_and_calls_are_links(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://a.example",
        "java\nscript:alert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "//a.example",
        "\\\\a.example\\share",
        "file://a.example/share",
        "ftp://a.example",
        "ms-word:ofe|u|https://a.example/x.docx",
        "search-ms:query=x",
        "mailto:a@b.example?attach=/etc/passwd",
        "mailto:a@b.example%0abcc:c@d.example",
        "mailto:a@b.example,c@d.example",
        "tel:*21*0405550147#",
        "tel:",
        "a.example",
        'https://a.example/" onclick="x',
        "https://a.example/<b>",
        "https://a.example/\u202e",
        "https://" + "a" * 2000,
    ],
)
def test_nothing_else_is_a_link(url: str | None) -> None:
    assert safe_link(url) is None


def test_what_is_no_language_tag_is_undetermined() -> None:
    assert [language_tag(tag) for tag in ("de", "pt-BR", 'en"><script>', "")] == ["de", "pt-BR", "und", "und"]

# ruff: noqa: RUF001
from datetime import UTC, datetime

import pytest

from app.domain.applications.encodings import CHARSETS, Undecodable, decoded
from app.domain.applications.table import Table, read_file

GERMAN = "title;company\nPflegefachkraft;Söhne & Töchter – „Straße“ 5 €\n"
FRENCH = "title;company\nInfirmière;Hôpital de l’Œuvre, à côté\n"
NOW = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize("text", [GERMAN, FRENCH])
@pytest.mark.parametrize("how", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_what_spreadsheets_write(text: str, how: str) -> None:
    assert decoded(text.encode(how), None).text == text


def test_it_is_told_when_the_charset_was_concluded() -> None:
    assert decoded(GERMAN.encode("cp1252"), None).charset == "windows-1252"
    assert decoded(GERMAN.encode(), None).charset == "utf-8"


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("title\nМедсестра\n", "cp1251"),
        ("title\nΝοσοκόμα\n", "cp1253"),
        ("title\nPielęgniarka z Łodzi\n", "cp1250"),
        (GERMAN.replace("„", "").replace("“", ""), "mac_roman"),
        ("title\n看護師\n", "shift_jis"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-32"),
    ],
)
def test_what_cannot_be_told_is_refused_with_what_to_do(text: str, how: str) -> None:
    with pytest.raises(Undecodable, match="CSV UTF-8"):
        decoded(text.encode(how), None)


def test_a_charset_that_is_named_is_taken_at_its_word_or_refused() -> None:
    polish = "title\nPielęgniarka z Łodzi\n"
    assert decoded(polish.encode("cp1250"), "windows-1250").text == polish
    with pytest.raises(Undecodable, match="as it says"):
        decoded(polish.encode("cp1250"), "utf-8")


def test_every_charset_is_one_that_we_can_read() -> None:
    assert [decoded("title".encode("mac_roman" if c == "macintosh" else c), c).text for c in CHARSETS] == [
        "title"
    ] * len(CHARSETS)


def of(*lines: str) -> Table:
    return read_file("\n".join(lines).encode("cp1252"), None, NOW)


def test_between_semicolons_a_comma_stands_before_the_cents_and_days_have_points() -> None:
    [row] = of("title;asked;applied_at", "Koch;35000,5;31.03.2026").rows

    assert row.facts["salary"].asked == 35000.5
    assert row.facts["applied_at"].date().isoformat() == "2026-03-31"
    [row] = of("title;applied_at", "Koch;1.3.2026 09:30").rows
    assert row.facts["applied_at"].isoformat() == "2026-03-01T09:30:00+00:00"


@pytest.mark.parametrize("cell", ["35.000", "1.035.000,50"])
def test_what_may_be_thousands_or_a_fraction_is_asked_about(cell: str) -> None:
    assert [flaw.field for flaw in of("title;asked", f"Koch;{cell}").flaws] == ["/rows/2/asked"]


def test_a_day_that_there_is_not_is_refused() -> None:
    assert [flaw.field for flaw in of("title;applied_at", "Koch;31.02.2026").flaws] == ["/rows/2/applied_at"]

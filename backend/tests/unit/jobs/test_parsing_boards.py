"""What job boards and careers pages put around a title, and what they call must and nice."""

import pytest

from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.parsing.chrome import is_chrome
from app.domain.jobs.parsing.lines import lines_of
from app.domain.jobs.posting import Found, Need, Seniority

BOARD = """\
BakeryJobs.example
Home  Jobs  Upload your CV
♡ Save   Email me jobs like this ★

NEW Head Baker (Bridgnorth, Shropshire)
The Wren Loaf Company
£29,000 a year

What you'll do
• Run the night shift with a team of five, and hand over to the shop at six in the morning, rain or shine
Who we're after
• Three years at a deck oven
"""
CAREERS = """\
Tarn Hydraulics  |  Careers  |  Field Service

Service Engineer
Hybrid (two days) or Rotterdam · Full time

Essential
- Pump repair

It'd be great if you have
- a crane ticket
"""


def value(found: Found[str] | None) -> str | None:
    return found.value if found else None


def needs(text: str) -> list[tuple[str, Need]]:
    return [(requirement.text, requirement.need) for requirement in parse_posting(text).requirements]


@pytest.mark.parametrize("site", ["BakeryJobs.example", "BakeryJobs", "www.bakery-careers.example"])
def test_a_boards_own_lines_are_neither_title_nor_employer_nor_place(site: str) -> None:
    parsed = parse_posting(BOARD.replace("BakeryJobs.example", site))
    assert value(parsed.title) == "Head Baker"
    assert value(parsed.company) == "The Wren Loaf Company"
    assert value(parsed.location) == "Bridgnorth, Shropshire"


@pytest.mark.parametrize("text", [BOARD, CAREERS])
def test_what_is_cut_out_of_a_line_is_found_where_it_stands(text: str) -> None:
    parsed = parse_posting(text)
    for found in (parsed.title, parsed.company, parsed.location):
        assert found is not None
        assert found.span is not None
        assert text[found.span.start : found.span.end] == found.value


def test_a_heading_right_under_a_long_bullet_is_no_part_of_it() -> None:
    parsed = parse_posting(BOARD)
    assert [s.text[-13:] for s in parsed.responsibilities] == ["rain or shine"]
    assert needs(BOARD) == [("Three years at a deck oven", Need.MUST)]


def test_a_department_behind_the_way_to_the_jobs_is_no_place() -> None:
    parsed = parse_posting(CAREERS)
    assert value(parsed.company) == "Tarn Hydraulics"
    assert value(parsed.location) == "Rotterdam"
    assert needs(CAREERS) == [("Pump repair", Need.MUST), ("a crane ticket", Need.NICE)]


def test_a_page_title_still_names_post_and_employer() -> None:
    parsed = parse_posting("Dental Nurse | Ashbourne Dental Group | Careers\nDerby\n\nDuties\n- Assist\n")
    assert (value(parsed.title), value(parsed.company)) == ("Dental Nurse", "Ashbourne Dental Group")
    assert value(parsed.location) == "Derby"


@pytest.mark.parametrize(
    ("line", "company", "place"),
    [
        ("Eastmere Academy, Oldcastle HX7", "Eastmere Academy", "Oldcastle HX7"),
        ("Eastmere Academy, Oldcastle HX7 8AB", "Eastmere Academy", "Oldcastle HX7 8AB"),
        ("Brunnenhof Klinik, 04509 Altendorf", "Brunnenhof Klinik", "04509 Altendorf"),
        ("Eastmere Academy, Block C", "Eastmere Academy, Block C", None),
    ],
)
def test_a_town_is_known_by_its_postcode(line: str, company: str, place: str | None) -> None:
    parsed = parse_posting(f"School Cook\n{line}\n\nDuties\n- Cook lunch\n")
    assert (value(parsed.company), value(parsed.location)) == (company, place)


@pytest.mark.parametrize(
    ("written", "title", "place"),
    [
        ("Night Porter (Leeds)", "Night Porter", "Leeds"),
        ("NEW: Night Porter", "Night Porter", None),
        ("New Business Manager", "New Business Manager", None),
        ("Backend Developer (Python, Django)", "Backend Developer (Python, Django)", None),
        ("Project Manager (IT)", "Project Manager (IT)", None),
        ("Account Manager (Remote)", "Account Manager (Remote)", None),
        ("Fashion Buyer (Worldwide)", "Fashion Buyer (Worldwide)", None),
        ("Sales Director (EMEA)", "Sales Director (EMEA)", None),
        ("Elektriker (m/w/d)", "Elektriker (m/w/d)", None),
    ],
)
def test_only_a_place_in_brackets_leaves_the_title(written: str, title: str, place: str | None) -> None:
    parsed = parse_posting(f"{written}\nOrla Works Ltd\n\nDuties\n- Keep watch\n")
    assert (value(parsed.title), value(parsed.location)) == (title, place)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Assistant Head of Mathematics", Seniority.LEAD),
        ("Deputy Head of Finance", Seniority.LEAD),
        ("Head Gardener", Seniority.LEAD),
        ("Head of Finance", Seniority.DIRECTOR),
        ("Head, People Operations", Seniority.DIRECTOR),
        ("Head Office Receptionist", None),
    ],
)
def test_a_head_is_as_senior_as_what_follows(title: str, level: Seniority | None) -> None:
    found = parse_posting(f"{title}\nOrla Works Ltd\n\nDuties\n- Lead\n").seniority
    assert (found.value if found else None) is level


@pytest.mark.parametrize(
    ("must", "nice"),
    [
        ("Essential", "Desirable"),
        ("Essentials", "It would be nice if you also know"),
        ("Who we are after", "Ideally"),
        ("What you'll bring", "We'd be delighted if you have"),
        ("Zwingend", "Schön wäre"),
        ("Wen wir suchen", "Es wäre toll, wenn du hast"),
        ("Indispensable", "Ce serait un plus"),
        ("Qui cherchons-nous ?", "Idéalement"),
        ("Imprescindible", "Sería ideal"),
        ("Qué te pedimos", "Deseable"),
        ("Vem vi söker", "Det vore kul om du har"),
        ("Obligatoriskt", "Önskvärt"),
    ],
)
def test_must_and_nice_are_told_apart_by_their_headings(must: str, nice: str) -> None:
    text = f"Cook\nOrla Works Ltd\n\nDuties\n- Cook lunch\n\n{must}\n- Knife work\n\n{nice}\n- Sugar work\n"
    assert needs(text) == [("Knife work", Need.MUST), ("Sugar work", Need.NICE)]
    assert [s.text for s in parse_posting(text).responsibilities] == ["Cook lunch"]


@pytest.mark.parametrize("heading", ["Essential duties", "Essential functions"])
def test_essential_duties_are_duties(heading: str) -> None:
    text = f"Cook\nOrla Works Ltd\n\n{heading}\n- Cook lunch\n"
    assert needs(text) == []
    assert [s.text for s in parse_posting(text).responsibilities] == ["Cook lunch"]


@pytest.mark.parametrize("control", ["♡ Save", "Save ★", "❤️ Save this job", "Share ↗", "Home Jobs Post a CV"])
def test_symbols_do_not_hide_a_control(control: str) -> None:
    assert is_chrome(lines_of(control)[0])


def test_student_nurses_are_no_version_control() -> None:
    text = "Vet Nurse\nOrla Works Ltd\n\nDuties\n- Teach 2 SVNs\n\nRequirements\n- {}\n"
    assert "Subversion" not in [k.name for k in parse_posting(text.format("Patience")).skills]
    assert "Subversion" in [k.name for k in parse_posting(text.format("Git or SVN")).skills]

import pytest

from app.domain.jobs.parsing import parse_posting, skills_of
from app.domain.jobs.posting import Need, ParsedPosting

ENGLISH = """\
Warehouse Supervisor
Northwind Freight Ltd

About Northwind
We move boxes.
• Founded in a shed
• Still there

What you'll do
• Supervise a team of twelve pickers
• Plan shifts, and swap them when
  somebody is ill

What we're looking for
We read every application ourselves.
• 3+ years of experience in a warehouse
• Forklift certification
• Ideally, some Excel

Nice to have
• First aid certificate

What we offer
• 25 days of leave
• Health insurance

How to apply
• Send us a letter
"""
FRENCH = """\
Électricien industriel H/F
Groupe Ravel

Vos missions :
- Assurer la maintenance préventive

Profil recherché :
- 5 ans d'expérience minimum
- L'anglais serait un plus

Avantages :
- Mutuelle
"""
GERMAN = """\
Pflegefachkraft (m/w/d)
Seniorenzentrum Lindenhof gGmbH

Ihre Aufgaben
• Pflegedokumentation

Ihr Profil
• Mindestens drei Jahre Berufserfahrung
• Führerschein von Vorteil

Wir bieten
• 30 Tage Urlaub
"""
SPANISH = """\
Contable
Bodegas Valdemar S.L.

Qué harás
- Preparar los cierres mensuales

Requisitos
- Al menos 4 años de experiencia
- Se valorará conocimiento de SAP

Ofrecemos
- Horario flexible
"""
SWEDISH = """\
Undersköterska till hemtjänsten
Åby kommun

Arbetsuppgifter
Du dokumenterar i journalsystem.

Kvalifikationer
Minst 2 års erfarenhet av äldreomsorg
Meriterande med kunskaper i finska

Vi erbjuder
Friskvårdsbidrag
"""
UNSPACED = """\
Line Cook
Blue Heron Bistro
Requirements:
Food handler's card
Able to lift 50 lbs
Duties
Prepare ingredients
Keep stations clean
Perks:
Free meals
"""
HTML = (
    "<h2>Line Cook</h2><p><strong>Company:</strong> Blue &amp; Green Inc</p><h3>Requirements</h3>"
    "<ul><li>Knife skills &amp; patience</li><li>2 years of <b>kitchen</b> experience</li></ul>"
    "<h3>Benefits</h3><ul><li>Free meals</li></ul>"
)


def requirements(parsed: ParsedPosting) -> list[tuple[str, Need]]:
    return [(requirement.text, requirement.need) for requirement in parsed.requirements]


def test_bullets_belong_to_the_heading_above_them() -> None:
    parsed = parse_posting(ENGLISH)
    assert [s.text for s in parsed.responsibilities] == [
        "Supervise a team of twelve pickers",
        "Plan shifts, and swap them when somebody is ill",
    ]
    assert requirements(parsed) == [
        ("3+ years of experience in a warehouse", Need.MUST),
        ("Forklift certification", Need.MUST),
        ("Ideally, some Excel", Need.NICE),
        ("First aid certificate", Need.NICE),
    ]
    assert [s.text for s in parsed.benefits] == ["25 days of leave", "Health insurance"]


def test_a_requirement_knows_its_years_and_skills() -> None:
    first, second, third, _ = parse_posting(ENGLISH).requirements
    assert (first.years, first.skills) == (3, ())
    assert (second.years, second.skills) == (None, ("Forklift licence",))
    assert third.skills == ("Excel",)


@pytest.mark.parametrize(
    ("text", "language", "asked", "years", "done", "given"),
    [
        (FRENCH, "fr", "5 ans d'expérience minimum", 5, "Assurer la maintenance préventive", "Mutuelle"),
        (GERMAN, "de", "Mindestens drei Jahre Berufserfahrung", 3, "Pflegedokumentation", "30 Tage Urlaub"),
        (
            SPANISH,
            "es",
            "Al menos 4 años de experiencia",
            4,
            "Preparar los cierres mensuales",
            "Horario flexible",
        ),
        (
            SWEDISH,
            "sv",
            "Minst 2 års erfarenhet av äldreomsorg",
            2,
            "Du dokumenterar i journalsystem.",
            "Friskvårdsbidrag",
        ),
    ],
)
def test_headings_are_understood_in_five_languages(
    text: str, language: str, asked: str, years: float, done: str, given: str
) -> None:
    parsed = parse_posting(text)
    assert parsed.language == language
    assert [requirement.need for requirement in parsed.requirements] == [Need.MUST, Need.NICE]
    assert (parsed.requirements[0].text, parsed.requirements[0].years) == (asked, years)
    assert [s.text for s in parsed.responsibilities] == [done]
    assert [s.text for s in parsed.benefits] == [given]


def test_headings_need_no_empty_lines_and_items_no_bullets() -> None:
    parsed = parse_posting(UNSPACED)
    assert [r.text for r in parsed.requirements] == ["Food handler's card", "Able to lift 50 lbs"]
    assert [s.text for s in parsed.responsibilities] == ["Prepare ingredients", "Keep stations clean"]
    assert [s.text for s in parsed.benefits] == ["Free meals"]


def test_without_headings_the_verbs_tell() -> None:
    parsed = parse_posting(
        "Acme Inc is hiring a carpenter. You will hang doors. You must have two years of experience. "
        "A driving licence would be an advantage. We offer paid holidays."
    )
    assert [s.text for s in parsed.responsibilities] == ["You will hang doors."]
    assert requirements(parsed) == [
        ("You must have two years of experience.", Need.MUST),
        ("A driving licence would be an advantage.", Need.NICE),
    ]
    assert [s.text for s in parsed.benefits] == ["We offer paid holidays."]


def test_html_remnants_are_read_as_what_they_meant() -> None:
    parsed = parse_posting(HTML)
    assert parsed.title is not None
    assert parsed.title.value == "Line Cook"
    assert parsed.company is not None
    assert parsed.company.value == "Blue & Green Inc"
    assert [r.text for r in parsed.requirements] == [
        "Knife skills & patience",
        "2 years of kitchen experience",
    ]
    assert [s.text for s in parsed.benefits] == ["Free meals"]


def test_pay_is_no_requirement() -> None:
    parsed = parse_posting(
        "Clerk\nAcme\n\nRequirements\nNeat handwriting.\nThe salary is $40,000 per year.\n"
    )
    assert [r.text for r in parsed.requirements] == ["Neat handwriting."]


def test_what_is_asked_for_comes_before_what_is_merely_named() -> None:
    names = [keyword.name for keyword in parse_posting(ENGLISH).skills]
    assert names[0] == "Forklift licence"
    assert "Excel" in names


def test_what_is_given_is_no_skill() -> None:
    assert "Insurance" not in [keyword.name for keyword in parse_posting(ENGLISH).skills]


def test_addresses_and_markup_name_no_skill() -> None:
    text = (
        'Requirements\n• Patience <a href="https://github.com/x">apply</a>, see www.docker.com or hr@jira.com'
    )
    assert [keyword.name for keyword in parse_posting(text).skills] == ["Patience"]


def test_each_skill_is_named_once_as_it_is_first_written() -> None:
    skills = parse_posting("Requirements\n• k8s\n• Kubernetes and K8s").skills
    assert [(keyword.name, keyword.written) for keyword in skills] == [("Kubernetes", "k8s")]


def test_terms_beside_known_tools_are_tools_too() -> None:
    assert "QuuxDB" in skills_of("Requirements\n• PostgreSQL, QuuxDB, Redis, Kafka")
    assert "QuuxDB" not in skills_of("Requirements\n• You will love the people at QuuxDB")


def test_soft_skills_are_no_terms() -> None:
    assert skills_of("Requirements\n• Teamwork\n• Welding") == ("Welding",)

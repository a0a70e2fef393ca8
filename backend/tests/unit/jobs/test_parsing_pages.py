"""Postings as they are pasted: the whole page, with everything the site puts around them."""

import pytest

from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.parsing.chrome import is_chrome
from app.domain.jobs.parsing.lines import lines_of
from app.domain.jobs.posting import EmploymentType, Found, ParsedPosting

ENGLISH = """\
Skip to main content
Home > Careers > Search jobs > Trades
Sign in | Create job alert | English (US)

Sparks & Daughters
★★★★☆ 3.8 · 412 reviews

Site Electrician
Sparks & Daughters · Larkhaven, OH 43207
$31 - $36 an hour · Full-time · On-site
Posted 6 days ago · Over 60 applicants
[Apply now]  [Save]  [Share]

Job details
Here's how the job details align with your profile.

What you'll do
• Wire new homes, on call one week in six

Requirements
• Journeyman card

Report job | Hide job
People also viewed
  Welder \N{EN DASH} Juniper Logistics \N{EN DASH} Grove City, OH \N{EN DASH} $58,000 a year
  Python Developer \N{EN DASH} Beacon Freight \N{EN DASH} Remote
Career advice | Browse jobs | Salaries | Help | © 2026 | Cookies, Privacy and Terms
"""
FRENCH = """\
Passer au contenu principal
Accueil > Offres d'emploi > Santé
Se connecter | Créer un compte

Clinique des Tilleuls
Infirmier de bloc opératoire H/F
Clinique des Tilleuls - Nantes (44)
Publié il y a 3 jours · 12 candidats
CDI · Temps plein
Postuler  |  Enregistrer  |  Partager

Profil recherché
- Expérience en bloc
Nous utilisons des cookies pour améliorer votre visite.
Offres similaires
Comptable \N{EN DASH} Cabinet Java \N{EN DASH} Rennes
"""
GERMAN = """\
Startseite > Stellenangebote > Finanzen
Anmelden | Jobalarm erstellen

Finanzbuchhalter (m/w/d)
Kessler Maschinenbau GmbH
Augsburg
Veröffentlicht vor 4 Tagen
Jetzt bewerben
Merken

Ihr Profil
• Gute Kenntnisse in DATEV
Ähnliche Jobs
Verkäufer \N{EN DASH} Oracle Mode GmbH
"""
SPANISH = """\
Iniciar sesión | Crear alerta
Inicio > Empleos > Transporte

Conductor de camión
Transportes Olmedo S.L. - Zaragoza, España
Publicado hace 2 días

Requisitos
- 3 años de experiencia
Usamos cookies propias.
"""
SWEDISH = """\
Gå till innehåll
Hem > Lediga jobb > Industri
Logga in | Skapa konto

Svetsare till verkstad
Norrby Mekaniska AB
Örebro
Publicerad för 5 dagar sedan

Kvalifikationer
- Erfarenhet av svetsning
Vi använder kakor på denna webbplats.
Liknande jobb
Systemutvecklare i Python \N{EN DASH} Rutan AB
"""


def read(found: Found[str] | None) -> str | None:
    return found.value if found else None


def named(parsed: ParsedPosting) -> list[str]:
    return [keyword.name for keyword in parsed.skills]


@pytest.mark.parametrize(
    ("page", "title", "company", "location"),
    [
        (ENGLISH, "Site Electrician", "Sparks & Daughters", "Larkhaven, OH 43207"),
        (FRENCH, "Infirmier de bloc opératoire H/F", "Clinique des Tilleuls", "Nantes (44)"),
        (GERMAN, "Finanzbuchhalter (m/w/d)", "Kessler Maschinenbau GmbH", "Augsburg"),
        (SPANISH, "Conductor de camión", "Transportes Olmedo S.L.", "Zaragoza, España"),
        (SWEDISH, "Svetsare till verkstad", "Norrby Mekaniska AB", "Örebro"),
    ],
)
def test_what_the_page_puts_around_a_posting_is_not_its_header(
    page: str, title: str, company: str, location: str
) -> None:
    parsed = parse_posting(page)
    assert (read(parsed.title), read(parsed.company), read(parsed.location)) == (title, company, location)


@pytest.mark.parametrize(
    "row",
    [
        "Zur Startseite   Stellensuche   Merkliste (0)   Anmelden",
        "Home Jobs Saved jobs (2) Log in",
        "Accueil Offres d'emploi Se connecter",
    ],
)
def test_a_row_of_controls_with_nothing_between_them_is_not_the_title(row: str) -> None:
    parsed = parse_posting(f"{row}\n\nSite Electrician\nSparks & Daughters\nLarkhaven, OH 43207\n")
    assert (read(parsed.title), read(parsed.company)) == ("Site Electrician", "Sparks & Daughters")


def test_a_row_that_says_more_than_its_controls_stays() -> None:
    parsed = parse_posting("Jobs Home Care Nurse\nTillwell Care\nLeeds\n\nRequirements\n- NMC registration\n")
    assert read(parsed.title) == "Jobs Home Care Nurse"


def test_other_jobs_on_the_page_name_no_skill_and_no_duty() -> None:
    parsed = parse_posting(ENGLISH)
    assert named(parsed) == ["Journeyman licence"]
    assert [r.text for r in parsed.requirements] == ["Journeyman card"]
    assert [s.text for s in parsed.responsibilities] == ["Wire new homes, on call one week in six"]
    assert {"Java", "Python", "Oracle Database"}.isdisjoint(
        name for page in (FRENCH, GERMAN, SWEDISH) for name in named(parse_posting(page))
    )


@pytest.mark.parametrize(
    "line",
    [
        "Home » Jobs » Nursing",
        "Jobs / Education / Secondary",
        "[Apply now] [Save]",
        "4.1 out of 5 stars",
        "Over 200 applicants",
        "Posted today · Be an early applicant",
        "We use cookies to give you the best experience. Accept all",
        "Sign in to see who has been hired here",
        "Share this job on LinkedIn",
        "Jetzt bewerben",
        "Skriv ut",
    ],
)
def test_a_line_of_the_page_is_known_as_such(line: str) -> None:
    assert [is_chrome(one) for one in lines_of(line)] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "Blue Heron Bistro | Save",
        "Omaha, NE · 2 weeks ago · Over 100 applicants",
        "Full-time · Share",
        "$18 an hour | Apply now",
        "Registered Nurse | Apply now",
        "• Search",
        "English | French",
        "Weight > 40 lbs",
        "Welder / Fitter",
        "Careers Adviser",
    ],
)
def test_a_line_that_says_something_stays(line: str) -> None:
    assert [is_chrome(one) for one in lines_of(line)] == [False]


@pytest.mark.parametrize(
    ("line", "company", "location"),
    [
        ("Harbour Street Clinic, Bristol, UK", "Harbour Street Clinic", "Bristol, UK"),
        ("Harbour Street Clinic, Larkhaven, UK", "Harbour Street Clinic", "Larkhaven, UK"),
        ("Ravelin Care - Leeds, LS1 4AB", "Ravelin Care", "Leeds, LS1 4AB"),
        ("Mill Run \u2013 Grove City, OH \u2013 On-site", "Mill Run", "Grove City, OH"),
        ("Larkhaven, ME", None, "Larkhaven, ME"),
        ("1200 Main St, Portland, OR 97205", None, "1200 Main St, Portland, OR 97205"),
    ],
)
def test_the_employer_and_the_place_on_one_line_are_told_apart(
    line: str, company: str | None, location: str
) -> None:
    parsed = parse_posting(f"Ward Nurse\n{line}\n\nRequirements\n- Patience\n")
    assert (read(parsed.title), read(parsed.company), read(parsed.location)) == (
        "Ward Nurse",
        company,
        location,
    )


def test_a_title_that_ends_in_the_employer_gives_it_back() -> None:
    parsed = parse_posting("Pastry Chef \u2013 Bistro Lune\nBistro Lune, Edinburgh, UK\n\nYou bake.\n")
    assert (read(parsed.title), read(parsed.company)) == ("Pastry Chef", "Bistro Lune")


def test_the_title_may_say_the_employment_type() -> None:
    found = parse_posting("Shop Assistant - Part time\nFern & Fable Ltd\n\nYou sell books.").employment_type
    assert found is not None
    assert found.value is EmploymentType.PART_TIME


@pytest.mark.parametrize(
    ("prose", "title", "company"),
    [
        (
            "The National Parks Board (NPB) keeps paths. We're looking for a highly organised Park Ranger.",
            "Park Ranger",
            "National Parks Board",
        ),
        ("Join Acme Rail as a Signal Technician! You must hold a licence.", None, "Acme Rail"),
        ("As the Head Baker at Crumb & Sons, you lead the night shift.", "Head Baker", "Crumb & Sons"),
        (
            "Nous sommes à la recherche d\u2019un(e) Conseiller en logement pour notre équipe.",
            "Conseiller en logement",
            None,
        ),
        ("About the hiring process\n\nWe read everything.", None, None),
        ("Our area of operations\n\nWe go far.", None, None),
        ("We are looking for great people. Write to us.", None, None),
    ],
)
def test_prose_tells_who_looks_for_whom_or_nothing(
    prose: str, title: str | None, company: str | None
) -> None:
    parsed = parse_posting(f"About the job\n{prose}\n")
    assert (read(parsed.title), read(parsed.company)) == (title, company)


def test_scripts_tags_and_entities_do_not_leak() -> None:
    parsed = parse_posting(
        '<script>var x = "Java";</script><style>.a{color:red}</style><!-- Kubernetes -->'
        "<h1>Ward Clerk</h1><p>Company:&nbsp;<b>Saint Orla&#39;s &amp;amp; Friends</b></p>"
        "<button>Apply</button>"
        "<h3>Requirements</h3><ul><li><span style='x'>2&nbsp;years&#8217; practice</span></li></ul>"
    )
    assert (read(parsed.title), read(parsed.company)) == ("Ward Clerk", "Saint Orla's & Friends")
    assert [r.text for r in parsed.requirements] == ["2 years\u2019 practice"]
    assert named(parsed) == []


def test_plain_text_may_be_followed_by_lists_of_html() -> None:
    parsed = parse_posting(
        "Delivery Driver\nWe move parcels.\n\n"
        "What you'll do\n<li>Deliver parcels</li><li>Check the van</li>\n"
        "Requirements\n<li>Driving licence</li>"
    )
    assert [s.text for s in parsed.responsibilities] == ["Deliver parcels", "Check the van"]
    assert [r.text for r in parsed.requirements] == ["Driving licence"]

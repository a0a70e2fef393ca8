import pytest

from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.posting import EmploymentType, Found, Period, Salary, Seniority, Workplace

LABELLED = """\
Job Title: Harbour Pilot
Employer: Port of Larkhaven Authority
Location: Larkhaven, ME
Salary: $38.20 - $44 per hour
Job Type: Part-time

Brings ships in and out.
"""
NETWORK = """\
Northfield Dental logo
Northfield Dental
Share
Dental Hygienist
Omaha, NE · 2 weeks ago · Over 100 applicants
Promoted by hirer
On-site
Full-time
Easy Apply
Save
About the job
Clean teeth.
"""
BOARD = """\
Line Cook
Blue Heron Bistro
3.9 out of 5 stars
1200 Main St, Portland, OR 97205
$18.50 - $22 an hour - Part-time, Temporary

Full job description
Cooks wanted.
"""
EMPLOYER_FIRST = """\
Riverside Community Hospital
Night Shift Supervisor

Salary
£41,000 - £45,500 per annum
Location
Leeds
Job type
Full-time

Job overview
Lead the night.
"""
GOVERNMENT = """\
Park Ranger
Department of Quiet Places
Overview
Open & closing dates
10/01/2026 to 10/15/2026
Salary
$49,025 - $63,733 per year
Location
1 vacancy in the following location:
Moab, UT
Remote job
No
Appointment type
Permanent
"""
PROSE = (
    "Saint Orla's Hospital is looking for a Registered Nurse to join our cardiology ward in Leeds. "
    "You must hold a valid NMC PIN. The salary is £31,000 to £38,500 per annum. "
    "This is a full-time, permanent position."
)


def value(found: Found[str] | None) -> str | None:
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "title", "company", "location"),
    [
        (LABELLED, "Harbour Pilot", "Port of Larkhaven Authority", "Larkhaven, ME"),
        (NETWORK, "Dental Hygienist", "Northfield Dental", "Omaha, NE"),
        (BOARD, "Line Cook", "Blue Heron Bistro", "1200 Main St, Portland, OR 97205"),
        (EMPLOYER_FIRST, "Night Shift Supervisor", "Riverside Community Hospital", "Leeds"),
        (GOVERNMENT, "Park Ranger", "Department of Quiet Places", "Moab, UT"),
        (PROSE, "Registered Nurse", "Saint Orla's Hospital", "Leeds"),
        (
            "Welder\nHolt Steel Inc · Gary, IN (On-site)\n\nAbout the job\nWeld.",
            "Welder",
            "Holt Steel Inc",
            "Gary, IN",
        ),
        ("Senior Baker at Crumb & Daughters\n\nWe bake.", "Senior Baker", "Crumb & Daughters", None),
        (
            "Technicien H/F\nGroupe Ravel - Lyon (69)\nCDI\n\nVenez.",
            "Technicien H/F",
            "Groupe Ravel",
            "Lyon (69)",
        ),
    ],
)
def test_title_employer_and_place_are_read_from_every_layout(
    text: str, title: str, company: str, location: str | None
) -> None:
    parsed = parse_posting(text)
    assert (value(parsed.title), value(parsed.company), value(parsed.location)) == (title, company, location)


def test_initials_are_spelled_out_where_the_posting_does() -> None:
    text = "About NPB\n\nThe National Parks Board (NPB) keeps the paths.\n\nAt NPB, we walk."
    assert value(parse_posting(text).company) == "National Parks Board"


@pytest.mark.parametrize(
    ("line", "salary"),
    [
        ("Salary: $94,373 - $150,703 per year", Salary(94_373, 150_703, "USD", Period.YEAR)),
        ("Pay: $120K\u2013$150K/yr", Salary(120_000, 150_000, "USD", Period.YEAR)),
        (
            "Grade 12 Step 1 - $50,100 to GS-12 Step 10 $65,200 salary per year",
            Salary(50_100, 65_200, "USD", Period.YEAR),
        ),
        ("Gehalt: 3.200 € bis 3.900 € brutto im Monat", Salary(3_200, 3_900, "EUR", Period.MONTH)),
        ("Salaire : 60 000 $ à 75 000 $ par année, Montréal", Salary(60_000, 75_000, "CAD", Period.YEAR)),
        ("Lön: 29 500 - 33 000 kr/mån", Salary(29_500, 33_000, "SEK", Period.MONTH)),
        ("Salario: 28.000 € - 32.000 € brutos anuales", Salary(28_000, 32_000, "EUR", Period.YEAR)),
        ("Compensation: 144000 - 216000 PLN yearly", Salary(144_000, 216_000, "PLN", Period.YEAR)),
        ("We pay up to £14.50 per hour.", Salary(None, 14.5, "GBP", Period.HOUR)),
        ("Salary from $52,000 a year", Salary(52_000, None, "USD", Period.YEAR)),
        ("Salary: $61,000 per year", Salary(61_000, 61_000, "USD", Period.YEAR)),
    ],
)
def test_pay_is_read_with_its_currency_and_period(line: str, salary: Salary) -> None:
    found = parse_posting(f"Clerk\nAcme Ltd\n\nAbout us\nWe file things.\n\n{line}\n").salary
    assert found is not None
    assert found.value == salary


@pytest.mark.parametrize(
    "line",
    [
        "We raised $40 million last year.",
        "Our 401(k) match goes up to $5,000 per year.",
        "You manage a budget of $2,000,000 per year.",
        "A sign-on bonus of $3,000 awaits.",
        "We offer a competitive salary and a $500 learning stipend per year.",
        "Salary determined by the 2021 General Schedule.",
        "Founded in 1998, 4,500 employees, 10 million users.",
        "Salary: competitive",
        "A salary that a good clerk deserves, and 25 days of leave.",
    ],
)
def test_no_pay_is_made_up(line: str) -> None:
    assert parse_posting(f"Clerk\nAcme Ltd\n\nAbout us\n{line}\n").salary is None


@pytest.mark.parametrize(
    ("text", "workplace"),
    [
        ("Clerk\nAcme Inc · Remote, US\n\nAbout the job\nFile.", Workplace.REMOTE),
        ("Clerk\nAcme Inc · Berlin, Germany (Hybrid)\n\nAbout the job\nFile.", Workplace.HYBRID),
        ("Clerk\nAcme Inc\n\nThis is a fully remote position.", Workplace.REMOTE),
        ("Clerk\nAcme Inc\n\nThis position is not remote and is based in Ohio.", Workplace.ONSITE),
        ("Puesto: Contable\nModalidad: híbrido\n", Workplace.HYBRID),
        ("Clerk\nAcme Inc\n\nYou lead remote teams in a hybrid cloud and do remote sensing.", None),
        ("Clerk\nAcme Inc\n\nBenefits\n• Flexible work schedules and telework", None),
    ],
)
def test_the_workplace_is_only_what_the_posting_says_of_the_job(
    text: str, workplace: Workplace | None
) -> None:
    found = parse_posting(text).workplace
    assert (found.value if found else None) == workplace


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LABELLED, EmploymentType.PART_TIME),
        (NETWORK, EmploymentType.FULL_TIME),
        (GOVERNMENT, EmploymentType.PERMANENT),
        (PROSE, EmploymentType.FULL_TIME),
        ("Reinigungskraft\nFeger GmbH\nTeilzeit\n\nKommen Sie.", EmploymentType.PART_TIME),
        ("Undersköterska\nÅby kommun\n\nHeltid, tillsvidareanställning.", EmploymentType.FULL_TIME),
        ("Clerk\nAcme Inc\n\nManage contracts and full schedules.", None),
    ],
)
def test_the_employment_type_is_read(text: str, kind: EmploymentType | None) -> None:
    found = parse_posting(text).employment_type
    assert (found.value if found else None) == kind


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Policy Advisor", Seniority.SENIOR),
        ("Senior or Principal Designer", Seniority.PRINCIPAL),
        ("Head of Outreach", Seniority.DIRECTOR),
        ("Deputy Director", Seniority.DIRECTOR),
        ("Team Lead, Partnerships", Seniority.LEAD),
        ("Store Manager", Seniority.MANAGER),
        ("Junior Accountant", Seniority.JUNIOR),
        ("Marketing Intern", Seniority.INTERN),
        ("Staff Software Engineer", Seniority.STAFF),
        ("Conseiller principal en politiques", Seniority.PRINCIPAL),
        ("Staff Nurse", None),
        ("Account Executive", None),
        ("International Sales Clerk", None),
        ("Electrician", None),
    ],
)
def test_seniority_is_what_the_title_says(title: str, level: Seniority | None) -> None:
    found = parse_posting(f"{title}\nAcme Inc\n\nAbout the job\nCome.").seniority
    assert (found.value if found else None) == level


def test_seniority_may_have_a_field_of_its_own() -> None:
    found = parse_posting("Job Title: Welder\nExperience level: Mid-Level\n").seniority
    assert found is not None
    assert found.value is Seniority.MID

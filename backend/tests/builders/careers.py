"""Whole careers in four trades, as their owners would have written them down."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from app.domain.profile.model import (
    Achievement,
    Education,
    Experience,
    Link,
    Profile,
    Project,
    Skill,
    SkillCategory,
)
from app.domain.shared.ids import ItemId, UserId
from app.domain.shared.time import PartialDate

THEN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TECHNICAL, SOFT = SkillCategory.TECHNICAL, SkillCategory.SOFT
SPOKEN, CERTIFIED = SkillCategory.LANGUAGE, SkillCategory.CERTIFICATION


def item_id(name: str) -> ItemId:
    """The same name, the same id, in every run."""
    return ItemId(uuid5(NAMESPACE_URL, f"https://careers.example/{name}"))


def a_profile(full_name: str = "Robin Sample", **fields: Any) -> Profile:
    owner = UserId(UUID(int=7))
    defaults: dict[str, Any] = {
        "id": item_id(full_name),
        "user_id": owner,
        "created_at": THEN,
        "updated_at": THEN,
    }
    return Profile(full_name=full_name, **(defaults | fields))


def a_position(title: str, company: str, dates: str, told: Sequence[str] = (), **fields: Any) -> Experience:
    """`dates` as `2019-03/2021-06`, or `2019-03/` while it lasts."""
    start, _, end = dates.partition("/")
    key = f"{title}@{company}/{start}"
    return Experience(
        id=item_id(key),
        title=title,
        company=company,
        start_date=PartialDate.parse(start) if start else None,
        end_date=PartialDate.parse(end) if end else None,
        achievements=tuple(Achievement(id=item_id(f"{key}#{text}"), text=text) for text in told),
        **fields,
    )


def a_degree(degree: str, field: str, institution: str, dates: str, **fields: Any) -> Education:
    start, _, end = dates.partition("/")
    return Education(
        id=item_id(f"{degree}@{institution}"),
        degree=degree,
        field_of_study=field,
        institution=institution,
        start_date=PartialDate.parse(start) if start else None,
        end_date=PartialDate.parse(end) if end else None,
        **fields,
    )


def skills(category: SkillCategory, names: Iterable[str], group: str | None = None) -> tuple[Skill, ...]:
    return tuple(
        Skill(id=item_id(f"{category}:{name}"), category=category, name=name, group=group) for name in names
    )


def a_language(name: str, proficiency: str | None) -> Skill:
    return Skill(id=item_id(f"speaks:{name}"), category=SPOKEN, name=name, proficiency=proficiency)


def a_certificate(name: str, issuer: str, obtained: str) -> Skill:
    return Skill(
        id=item_id(f"cert:{name}"),
        category=CERTIFIED,
        name=name,
        issuer=issuer,
        date_obtained=PartialDate.parse(obtained),
    )


def a_nurse() -> Profile:
    return a_profile(
        "Marisol Quintero-Hale",
        headline="Registered Nurse, Emergency Department",
        email="marisol.quintero@mailbox.example",
        phone="+1 (503) 555-0176",
        location="Portland, Oregon",
        linkedin="https://www.linkedin.com/in/marisol-quintero-rn",
        professional_summary=(
            "Registered nurse with nine years at the bedside, the last five in emergency care. "
            "Calm in triage and careful with medication. "
            "I precept new graduates and speak with families in English and Spanish. "
            "No experience with pediatric oncology."
        ),
        experiences=(
            a_position(
                "Charge Nurse, Emergency Department",
                "Riverbend Medical Center",
                "2021-04/",
                (
                    "Lead a shift team of 12 nurses and technicians in a 38-bed Level II trauma center",
                    "Cut door-to-triage time from 19 to 11 minutes by moving registration to the bedside",
                    "Precepted 14 new graduate nurses; 13 were still on the unit after one year",
                    "Introduced a sepsis checklist in Epic that raised on-time antibiotics from 71% to 93%",
                ),
                location="Portland, Oregon",
                description="Charge nurse on nights, responsible for patient flow and staffing.",
            ),
            a_position(
                "Registered Nurse, Medical-Surgical",
                "St. Alban's Hospital",
                "2017-06/2021-03",
                (
                    "Cared for up to 6 patients a shift after abdominal and orthopedic surgery",
                    "Administered IV therapy, wound care and telemetry monitoring",
                    "Sat on the falls committee that lowered falls with injury by 28%",
                ),
                location="Salem, Oregon",
            ),
            a_position(
                "Certified Nursing Assistant",
                "Maple Court Care Home",
                "2014/2017",
                ("Helped 20 residents a day with meals, mobility and hygiene",),
            ),
        ),
        education=(
            a_degree(
                "Bachelor of Science in Nursing", "Nursing", "Cascadia State University", "2013-09/2017-05"
            ),
        ),
        skills=(
            *skills(TECHNICAL, ("Triage", "IV therapy", "Wound care", "Telemetry", "Epic"), "Clinical"),
            *skills(SOFT, ("Patient education", "De-escalation")),
            a_language("English", "Native"),
            a_language("Spanish", "Fluent"),
            a_certificate("Registered Nurse License", "Oregon State Board of Nursing", "2017-06"),
            a_certificate("ACLS", "American Heart Association", "2025-02"),
            a_certificate("BLS", "American Heart Association", "2025-02"),
        ),
        custom_fields={
            "volunteering": [
                {
                    "position": "First aid volunteer",
                    "organization": "Willamette Trail Runs",
                    "startDate": "2019-05",
                    "summary": "Staff the aid tent at four races a year.",
                }
            ],
            "interests": ["Trail running", "Choir"],
        },
    )


def an_electrician() -> Profile:
    return a_profile(
        "Tadeusz Wroński",
        headline="Journeyman Electrician",
        email="t.wronski@post.example",
        phone="0171 555 0139",
        location="Leeds",
        professional_summary=(
            "Journeyman electrician with commercial and light industrial background. "
            "I read drawings, plan my own work and leave a clean site. "
            "Holder of a full driving licence."
        ),
        experiences=(
            a_position(
                "Electrician",
                "Northgate Building Services",
                "2018-09/",
                (
                    "Wired 140 flats and 3 schools from first fix to testing and handover",
                    "Installed 62 EV charging points and the load management that goes with them",
                    "Trained two apprentices, both since qualified",
                    "Zero reportable accidents in 7 years",
                ),
                location="Leeds",
            ),
            a_position(
                "Maintenance Electrician",
                "Harrow Foods",
                "2013-02/2018-08",
                (
                    "Kept 4 packing lines running on a rotating shift",
                    "Replaced relay logic with Siemens S7 PLC control on two conveyors",
                    "Reduced unplanned stops by a third with thermal imaging of switchgear",
                ),
            ),
            a_position("Apprentice Electrician", "J. Pell and Sons", "2009-09/2013-01"),
        ),
        education=(a_degree("NVQ Level 3", "Electrical Installation", "Wakefield College", "2009/2013"),),
        skills=(
            *skills(
                TECHNICAL, ("Conduit bending", "PLC", "Motor control", "Inspection and testing", "AutoCAD")
            ),
            a_language("Polish", "Native"),
            a_language("English", "Fluent"),
            a_certificate("18th Edition Wiring Regulations", "City & Guilds", "2019"),
            a_certificate("ECS Gold Card", "JIB", "2014-03"),
        ),
    )


def an_accountant() -> Profile:
    return a_profile(
        "Ingrid Solheim",
        headline="Senior Accountant, CPA",
        email="ingrid@solheim.example",
        phone="+1 612 555 0122",
        location="Minneapolis, MN",
        website="https://solheim.example/ingrid",
        professional_summary=(
            "Certified public accountant with a decade in manufacturing and audit. "
            "Owner of the month-end close for a group of five companies. "
            "Comfortable in NetSuite, Excel and SQL."
        ),
        experiences=(
            a_position(
                "Senior Accountant",
                "Lakeland Pumps Inc.",
                "2020-01/",
                (
                    "Own month-end close for 5 entities with $48 million in revenue",
                    "Shortened the close from 9 to 4 business days",
                    "Moved fixed assets and leases (ASC 842) from spreadsheets into NetSuite",
                    "Supervise 2 staff accountants",
                ),
                location="Minneapolis, MN",
            ),
            a_position(
                "Audit Associate",
                "Brandt & Ullman LLP",
                "2016-09/2019-12",
                (
                    "Audited 11 manufacturing and nonprofit clients under US GAAP",
                    "Tested internal controls for two SOX filers",
                    "Wrote the inventory observation guide used by 30 associates",
                ),
            ),
        ),
        education=(
            a_degree(
                "Master of Accountancy", "Accounting", "University of North Prairie", "2015/2016", gpa="3.9"
            ),
            a_degree(
                "Bachelor of Arts",
                "Economics",
                "St. Brigid College",
                "2011/2015",
                honors=("Magna cum laude",),
                courses=("Econometrics", "Public Finance"),
            ),
        ),
        skills=(
            *skills(TECHNICAL, ("NetSuite", "Excel", "SQL", "Power BI"), "Tools"),
            *skills(
                TECHNICAL, ("US GAAP", "Month-end close", "Internal controls", "Budgeting"), "Accounting"
            ),
            a_language("Norwegian", "Conversational"),
            a_certificate("Certified Public Accountant (CPA)", "Minnesota Board of Accountancy", "2018-07"),
        ),
        achievements=(
            Achievement(
                id=item_id("award:controller"),
                text="Finance Team Member of the Year",
                awarder="Northfield Controllers Circle",
                description="Chosen by the plant managers.",
                date=PartialDate(2022, 12),
            ),
        ),
    )


def a_backend_engineer() -> Profile:
    return a_profile(
        "Amadou Diallo-Brandt",
        headline="Backend Engineer",
        email="amadou@diallo-brandt.example",
        phone="+49 30 5550 148",
        location="Berlin, Germany",
        github="github.com/adbrandt",
        links=(Link("Blog", "https://notes.diallo-brandt.example"),),
        professional_summary=(
            "Backend engineer who builds payment systems in Python and Go. "
            "Eight years of production on PostgreSQL and k8s. "
            "I like small services with clear contracts."
        ),
        experiences=(
            a_position(
                "Senior Backend Engineer",
                "Kassenwerk GmbH",
                "2021-02/",
                (
                    "Designed a ledger in Go and PostgreSQL that settles 3M+ payments a day",
                    "Moved 40 services from virtual machines to k8s with no downtime",
                    "Mentored 4 engineers; two were promoted",
                    "Brought the p99 of the checkout API from 900 ms to 210 ms",
                ),
                location="Berlin",
                description=(
                    "Payments platform for 12,000 shops in Germany and Austria. Worked in a team of 9."
                ),
            ),
            a_position(
                "Backend Developer",
                "Ferryline",
                "2018-05/2021-01",
                (
                    "Built the booking API in Python (Django, Celery, Redis)",
                    "Wrote the fare engine that prices 200 routes",
                    "Introduced pytest and continuous integration; coverage rose from 22% to 81%",
                ),
            ),
            a_position(
                "Working Student", "TU Berlin Computing Centre", "2016-10/2018-03", ("Ran the Linux labs",)
            ),
        ),
        education=(
            a_degree(
                "Master of Science", "Computer Science", "TU Berlin", "2015-10/2018-04", gpa="1.4 (very good)"
            ),
        ),
        projects=(
            Project(
                id=item_id("project:tidemark"),
                name="Tidemark",
                role="Author",
                description="A command line tool that lints SQL migrations.",
                highlights=("Used by 60 companies", "1,900 stars on GitHub"),
                technologies=("Go", "PostgreSQL"),
                url="https://github.com/adbrandt/tidemark",
                start_date=PartialDate(2022),
            ),
        ),
        skills=(
            *skills(TECHNICAL, ("Python", "Go", "SQL"), "Languages"),
            *skills(TECHNICAL, ("PostgreSQL", "Redis", "Kafka"), "Data"),
            *skills(TECHNICAL, ("k8s", "Docker", "Terraform", "AWS"), "Platform"),
            a_language("French", "Native"),
            a_language("German", "C1"),
            a_language("English", "C2"),
        ),
        custom_fields={
            "publications": [
                {"name": "Ledgers that add up", "publisher": "Backend Days", "releaseDate": "2023-06-14"}
            ]
        },
    )


EVERY_CAREER = (a_nurse, an_electrician, an_accountant, a_backend_engineer)

# ruff: noqa: E501 - a statement a line
"""Whole resumes of invented people, one for each thing that a page can find hard."""

from app.domain.documents.content import DocumentContent, SectionKind
from tests.builders.documents import (
    a_document,
    a_header,
    an_entry,
    bullets,
    contacts_of,
    entries,
    paragraphs,
    skills,
)
from tests.builders.resumes_abroad import cyrillic, diacritics, greek


def minimal() -> DocumentContent:
    return a_document(header=a_header("Ines Duarte"))


def one_page() -> DocumentContent:
    return a_document(
        paragraphs(
            "Summary",
            "Baker and shift leader with six years in an artisan bakery; trains newcomers and plans the night shift.",
        ),
        entries(
            "Experience",
            an_entry(
                "Shift Leader",
                "Backstube am Hafen",
                "Kiel",
                "Apr 2020 - Present",
                bullets=(
                    "Lead a night shift of five and hand over 1,400 loaves by 5 a.m.",
                    "Cut flour waste by 18 % by weighing each dough and writing down why a batch failed.",
                ),
            ),
            an_entry(
                "Baker",
                "Backstube am Hafen",
                "Kiel",
                "Aug 2018 - Mar 2020",
                bullets=("Kept three sourdoughs alive and ran the stone oven.",),
            ),
        ),
        entries(
            "Education",
            an_entry(
                "Apprenticeship, Baker", "Berufsschule Nord", "Kiel", "2015 - 2018", details=("Grade 1.4",)
            ),
            kind=SectionKind.EDUCATION,
        ),
        skills(
            "Skills", Baking=("sourdough", "lamination", "stone oven"), Team=("shift planning", "training")
        ),
        header=a_header(
            "Jonas Petersen",
            "Shift Leader, Artisan Bakery",
            *contacts_of("jonas@petersen.example", "+49 431 555 0182", "Kiel, Germany"),
        ),
    )


_DATA = (
    "Rebuilt the nightly billing load as an incremental pipeline in Python and SQL; it now ends at 02:10 instead "
    "of 07:45 and has missed no deadline since March 2022.",
    "Led four engineers through a move of 38 TB from Oracle to PostgreSQL without an hour of planned downtime.",
    "Wrote the data contracts that seven teams now sign before a schema changes; broken dashboards fell from "
    "eleven a month to one.",
    "Introduced code review for SQL and a style guide of two pages that people actually read.",
    "Reduced warehouse spending by 31 % (from 84,000 to 58,000 EUR a year) by clustering the ten largest tables.",
)
_ANALYST = (
    "Built the forecast that the purchasing team orders by; its mean error fell from 22 % to 9 % over two seasons.",
    "Answered some 300 questions a year from sales and logistics, and turned the 40 most frequent into reports.",
    "Trained 25 colleagues in SQL over six courses; nine of them now write their own queries.",
    "Found a rounding error in customs invoices that had cost 112,000 EUR over three years.",
)
_JUNIOR = (
    "Cleaned and merged the address books of three acquired companies: 1.2 million rows, 4 % duplicates left.",
    "Kept the weekly sales report running, and halved the time it took to check it by hand.",
    "Wrote the handbook from which the next two juniors were trained.",
)


def two_pages() -> DocumentContent:
    return a_document(
        paragraphs(
            "Summary",
            "Data engineer with eleven years between warehouse floor and data warehouse. Builds pipelines that are "
            "still understood when their author is on holiday, and likes numbers that can be traced to a receipt. "
            "Has led teams of up to four, and speaks with purchasing, customs and finance in their own words.",
        ),
        entries(
            "Experience",
            an_entry(
                "Senior Data Engineer",
                "Nordfracht Logistik GmbH",
                "Hamburg, Germany",
                "Mar 2019 - Present",
                bullets=_DATA,
                details=("Python", "SQL", "PostgreSQL", "Airflow", "dbt", "Terraform"),
            ),
            an_entry(
                "Data Analyst",
                "Kaffeehaus Lindner & Söhne",
                "Bremen, Germany",
                "Jun 2015 - Feb 2019",
                bullets=_ANALYST,
            ),
            an_entry(
                "Junior Analyst",
                "Hansa Papierhandel",
                "Bremen, Germany",
                "Sep 2013 - May 2015",
                bullets=_JUNIOR,
            ),
            an_entry(
                "Warehouse Clerk",
                "Hansa Papierhandel",
                "Bremen, Germany",
                "Aug 2010 - Aug 2013",
                text="Part time, beside the degree.",
                bullets=(
                    "Counted stock at night and wrote the spreadsheet that later counted it for everybody.",
                    "Drove a forklift for two years without a dent.",
                ),
            ),
        ),
        entries(
            "Projects",
            an_entry(
                "Tidewatch",
                None,
                None,
                "2021 - 2023",
                url="https://tidewatch.example",
                text="Open data service that joins tide gauges with ferry delays on the lower Elbe.",
                bullets=(
                    "Serves 2,000 requests a day from one small machine.",
                    "Used by two ferry lines to plan their summer timetable.",
                ),
                details=("Python", "FastAPI", "SQLite"),
            ),
            an_entry(
                "Paper Trail",
                None,
                None,
                "2018",
                text="Command-line tool that finds rounding differences between invoices and ledgers.",
                bullets=("Adopted by an auditing firm with 60 employees.",),
            ),
            kind=SectionKind.PROJECTS,
        ),
        entries(
            "Education",
            an_entry(
                "M.Sc. Information Systems",
                "Universität Bremen",
                "Bremen",
                "2014 - 2016",
                details=("Grade 1.3", "Thesis on slowly changing dimensions in customs data"),
            ),
            an_entry(
                "B.Sc. Business Informatics",
                "Hochschule Bremerhaven",
                "Bremerhaven",
                "2010 - 2013",
                details=("Grade 1.8",),
            ),
            kind=SectionKind.EDUCATION,
        ),
        skills(
            "Skills",
            Languages=("Python", "SQL", "Bash", "a little Rust"),
            Data=(
                "PostgreSQL",
                "Oracle",
                "dbt",
                "Airflow",
                "Kafka",
                "Parquet",
                "data contracts",
                "dimensional modelling",
            ),
            Platform=("Docker", "Terraform", "GitLab CI", "Prometheus", "Grafana"),
            Work=("leading small teams", "teaching", "requirements interviews", "technical writing"),
        ),
        bullets(
            "Certifications",
            "Certified Kubernetes Application Developer, 2023",
            "Professional Scrum Master I, 2020",
            kind=SectionKind.CERTIFICATIONS,
        ),
        bullets("Languages", "German (native)", "English (C1)", "Swedish (B2)", kind=SectionKind.LANGUAGES),
        bullets(
            "Volunteering",
            "Treasurer of a rowing club with 240 members since 2017; brought its books from paper to software in one winter.",
            "Teaches arithmetic to adults on Tuesday evenings.",
            kind=SectionKind.VOLUNTEERING,
        ),
        header=a_header(
            "Marta Lindqvist",
            "Senior Data Engineer",
            *contacts_of(
                "marta.lindqvist@post.example",
                "+49 40 555 0147",
                "Hamburg, Germany",
                "marta-lindqvist.example",
                "code.example/marta",
            ),
        ),
    )


def long_words() -> DocumentContent:
    address = "https://archive.example/collections/" + "/".join(
        f"volume-{n:03d}/folio_{n * 7}" for n in range(1, 14)
    )
    return a_document(
        paragraphs("Summary", f"Catalogued everything at {address} and then some."),
        entries(
            "Experience",
            an_entry(
                "Rechtsschutzversicherungsgesellschaftenangestellte" * 3,
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Wales",
                "1 January 2001 - 31 December 2019",
                bullets=("Wrote " + "supercali" * 40 + " once.", "Stayed " + "brief" + "."),
            ),
        ),
        skills("Skills", Words=("a" * 120, "short")),
        header=a_header(
            "Wilhelmina " + "von-der-" * 12 + "Tannen",
            "Archivist",
            *contacts_of("w." + "tannen." * 14 + "x@archive.example", "+44 1248 555 010", "Llanfair"),
        ),
    )


def sixty_bullets() -> DocumentContent:
    things = ("pumps", "boilers", "lifts", "filters", "valves", "meters")
    return a_document(
        *(
            entries(
                f"Posting {part}",
                *(
                    an_entry(
                        f"Ship's Engineer {part}.{n}",
                        f"MV Example {n}",
                        "North Sea",
                        f"{1990 + part * 6 + n * 2} - {1992 + part * 6 + n * 2}",
                        bullets=tuple(
                            f"Overhauled {20 * part + 5 * n + k} {things[(part + n + k) % 6]} on voyage {part}{n}{k}"
                            + (
                                ", each within the window that the harbour allowed and with the papers in order"
                                * (k % 3)
                            )
                            + "."
                            for k in range(5)
                        ),
                    )
                    for n in range(3)
                ),
            )
            for part in range(4)
        ),
        header=a_header(
            "Kofi Mensah-Brandt",
            "Chief Engineer",
            *contacts_of("kofi@mensah.example", "+233 30 255 0101", "Tema, Ghana"),
        ),
    )


EVERY_RESUME = {
    "minimal": minimal,
    "one page": one_page,
    "two pages": two_pages,
    "Greek": greek,
    "Cyrillic": cyrillic,
    "Latin diacritics": diacritics,
    "long words": long_words,
    "sixty bullets": sixty_bullets,
}

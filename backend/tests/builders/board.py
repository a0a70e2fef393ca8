"""A small board in several languages, for searching it."""

from datetime import timedelta
from uuid import UUID

from app.domain.jobs.model import Job
from app.domain.shared.ids import UserId
from tests.builders.identity import NOON
from tests.builders.jobs import a_job

POSTINGS: tuple[tuple[str, str | None, str | None, str], ...] = (
    ("Senior C++ Developer", "Nordlicht GmbH", "Hamburg", "You write C++17 and a little C, never C#."),
    ("C Programmer", "Nordlicht GmbH", "Hamburg", "Firmware in plain C for small devices."),
    (".NET Engineer", "Quay Systems", "Cork", "We build on .NET and ASP.NET with C# every day."),
    ("Network Technician", "Quay Systems", "Cork", "You lay cables. The net is yours."),
    ("Node.js Developer", "Brook & Sons", "Leeds", "Services in Node.js and TypeScript; a node is a server."),
    ("Ingénieur logiciel", "Société Étoile", "Orléans", "Vous développez l'équipement d'été à Orléans."),
    ("Straßenbauer (m/w/d)", "Müller Straßenbau", "Köln", "Wir suchen für unsere Baustellen in Köln."),
    ("Data Scientist", "Tidewater", "Remote", "Machine learning and deep learning on tidal data."),
    ("Machine Operator", "Tidewater", "Hull", "Learning on the job; every machine has its manual."),
    ("R&D Chemist", "Larch Labs", "Ghent", "Full-stack chemistry: R&D, analysis, 3.5 days a week."),
    ("Kubernetes Administrator", "Cumulus", "Łódź", "Kubernetes, kubectl and Helm on bare metal."),
    ("営業マネージャー", "株式会社みなと", "東京", "東京本社で法人営業を担当します。"),
    ("Инженер-программист", "Северный Путь", "Тверь", "Разработка на Python и Go."),
    ("Nurse", "Harbour Clinic", "Bristol", "Ward work at night. 100% paid overtime, o'clock to o'clock."),
    ("Night Nurse", "Harbour Clinic", "Bristol", "The ward by night: " + "watch the ward " * 300),
    ("Clerk", None, None, ""),
    ("Board Secretary", "Owner and Owner", "Bath", "Minutes of the board; NEAR and NOT are words too."),
)
QUERIES = (
    "c++", "C", "c#", ".NET", "net", "asp.net", "node.js", "node", "ingenieur", "INGÉNIEUR", "strasse",
    "straßenbauer", "koln", "Köln", '"machine learning"', "machine learning", '"learning machine"',
    '"deep learning on tidal data"', "R&D", "full-stack", '"full stack"', "3.5", "kube*", "k*", '"kube*"',
    "kubern* helm", "lodz", "営業", "東京", "東京 営業", "инженер", "python go", "o'clock", "100%",
    "ward night", '"ward night"', '"ward by night"', '"watch the ward"', '"the ward watch"', "the ward",
    "board", "@board", "owner", "near", "NOT", "near not", "d'été", "nurse bristol", '"nurse harbour"',
    "quay cork", "developer", "and", "the", "you", "clerk", "nobody", "machine nobody",
    "developer OR nurse", "c,c++", "c/c++", '"', '""', "*", "**", "-nurse", "+nurse", "nurse:*", "head:nurse",
    "words:c", "nurse & night", "nurse | night", "!nurse", "nurse <-> night", "(nurse", "nurse)", "'nurse'",
    "nurse'--", "'; DROP TABLE jobs; --", "%", "_", "n_rse", "nurs%", "\\", "{nurse}", "^nurse", "nurse^2",
    "NEAR(nurse night)", '"nurse" "night"', '"unclosed nurse', "~", "|", "ward|night", "nurse\u00a0night",
    "\u201cmachine learning\u201d", "№", "😀", "a" * 200, "fi\ufb01", "ﬁrmware",
)  # fmt: skip


def a_board(owner: UserId | None = None) -> list[Job]:
    """Entered a minute apart, but two of them at once; ids in no order."""
    return [
        a_job(
            owner,
            NOON + timedelta(minutes=n - (n == 3)),
            id=UUID(int=(n * 7919 % 17 << 120) + n + 1),
            title=title,
            company=company,
            location=location,
            description=text,
        )
        for n, (title, company, location, text) in enumerate(POSTINGS)
    ]

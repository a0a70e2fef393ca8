"""German, French and Spanish careers: counterparts, posts, names and times that no source tells."""

from typing import Any

import pytest

from app.domain.documents.facts.gate import hold
from app.domain.documents.facts.receipt import LineVerdict, Verdict
from app.domain.documents.facts.sources.grounds import Archive
from tests.truth.corpus import profile_of, sources_of
from tests.truth.measure import TODAY

_SUMMARIES = {
    "de": "Ich bin seit 2009 im Beruf und arbeite gern mit der ganzen Mannschaft.",
    "fr": "Je travaille depuis 2009 dans le métier et j'aime le travail avec toute l'équipe.",
    "es": "Trabajo en el oficio desde 2009 y me gusta el trabajo con todo el equipo.",
}


def _position(title: str, company: str, start: str, end: str, deeds: list[str]) -> dict[str, Any]:
    return {"position": title, "name": company, "startDate": start, "endDate": end, "highlights": deeds}


def told(
    language: str, source: str, line: str, *, title: str = "", cited: str = "w0.0", **basics: str
) -> LineVerdict:
    resume = {
        "basics": {"name": "Kim Vogt", "summary": _SUMMARIES[language], **basics},
        "work": [
            _position(title or "Kommis", "Studio Traboule", "2012-01", "2016-12", [source]),
            _position("Clerk", "Nordwerk", "2017-01", "2025-12", ["Post"]),
        ],
        "education": [{"institution": "IHK zu Leipzig", "studyType": "Fortbildung", "endDate": "2017"}],
        "skills": [{"name": "Pneumatik"}],
        "languages": [
            {"language": "Englisch", "fluency": "B2"},
            {"language": "Russisch", "fluency": "A2"},
        ],
    }
    profile = profile_of("nobody", resume)
    archive = Archive(profile, today=TODAY)
    return hold(archive, pointer="/", text=line, sources=sources_of(cited, profile))


def _holds(verdict: LineVerdict) -> bool:
    return verdict.verdict is not Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("language", "source", "true", "untrue"),
    [
        (
            "de",
            "Buchte Eingangsrechnungen",
            "Buchung von Eingangsrechnungen",
            "Buchung von Ausgangsrechnungen",
        ),
        ("de", "Arbeitete im Frühdienst", "Im Frühdienst gearbeitet", "Im Spätdienst gearbeitet"),
        ("de", "Nahm Bestellungen auf", "Bestellannahme", "Beste Bestellannahme"),
        ("de", "Besetzte 18 offene Stellen", "18 Stellen besetzt", "18 Führungspositionen besetzt"),
        (
            "de",
            "Drückte die Forderungen von 860 auf 510 Euro",
            "Forderungen auf 510 Euro gedrückt",
            "Forderungen auf 860 Euro gedrückt",
        ),
        ("fr", "Fait baisser les pertes de 9 % à 4 %", "Pertes réduites à 4 %", "Pertes réduites à 9 %"),
        ("es", "Bajé las mermas del 9 % al 5 %", "Mermas reducidas al 5 %", "Mermas reducidas al 4 %"),
        (
            "fr",
            "Contrôlé deux fois sans remarque",
            "Deux contrôles sans remarque",
            "Deux contrôles avec remarque",
        ),
        (
            "fr",
            "Objectif annuel atteint en 2018",
            "Objectif annuel tenu en 2018",
            "En dessous de l'objectif annuel en 2018",
        ),
        (
            "fr",
            "Dressé jusqu'à 200 entrées",
            "Dressage de 200 entrées au plus",
            "Dressage de 300 entrées au plus",
        ),
        (
            "es",
            "Preparaba 130 pedidos por jornada",
            "Preparé 130 pedidos al día",
            "Preparé 130 pedidos por hora",
        ),
        ("es", "Dirijo a 22 personas", "Al mando de 22 personas", "Al mando de 32 personas"),
        (
            "fr",
            "Rédigé le protocole douleur",
            "Rédaction du protocole douleur",
            "Rédaction du protocole douleur pour la HAS",
        ),
        (
            "fr",
            "Formation de deux apprenties, encadrées par moi",
            "Formation de deux apprenties",
            "Formation de deux apprenties, encadrement des trois autres comptables",
        ),
    ],
)
def test_a_line_says_what_its_source_says_and_not_its_counterpart(
    language: str, source: str, true: str, untrue: str
) -> None:
    assert _holds(told(language, source, true))
    assert not _holds(told(language, source, untrue))


@pytest.mark.parametrize(
    ("language", "title", "true", "untrue"),
    [
        ("de", "Buchhalterin", "Buchhalterin im Studio Traboule", "Hauptbuchhalterin im Studio Traboule"),
        ("es", "Jefa de almacén", "De moza a jefa de almacén", "De moza a jefa de compras"),
        ("fr", "Chef de partie", "Chef de partie, Studio Traboule", "Second de cuisine, Studio Traboule"),
        ("fr", "Intégrateur web", "Intégrateur web au Studio Traboule", "Intégrateur web au Studio Publicis"),
    ],
)
def test_a_post_is_the_one_that_was_held_and_where_it_was_held(
    language: str, title: str, true: str, untrue: str
) -> None:
    source = "Moza de compras y de cuisine"
    assert _holds(told(language, source, true, title=title, cited="w0"))
    assert not _holds(told(language, source, untrue, title=title, cited="w0"))


def test_who_is_called_a_head_leads_what_the_title_names_and_nothing_else() -> None:
    source = "Trabajé con informática en la implantación de Odoo"

    assert not _holds(
        told("es", source, "Lideré a informática en la implantación de Odoo", title="Jefa de almacén")
    )


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("Après plus de quatre ans chez Studio Traboule, j'ai rejoint Nordwerk en 2017", True),
        ("Après plus de sept ans chez Studio Traboule, j'ai rejoint Nordwerk en 2017", False),
        ("Après plus de treize ans, j'ai quitté Studio Traboule pour Nordwerk en 2017", False),
    ],
)
def test_a_time_with_one_employer_is_not_that_of_a_career(line: str, *, holds: bool) -> None:
    assert _holds(told("fr", "Fait le courrier", line, cited="w0 w1")) is holds


@pytest.mark.parametrize(
    ("line", "cited", "holds"),
    [
        ("Fortbildung, IHK zu Leipzig", "e0", True),
        ("Fortbildung, Universität Leipzig", "e0", False),
        ("Englisch (B2), Russisch (A2)", "s:Englisch s:Russisch", True),
        ("Englisch (B2), Russisch (Muttersprache)", "s:Englisch s:Russisch", False),
    ],
)
def test_a_chamber_is_no_university_and_a_grade_no_mother_tongue(
    line: str, cited: str, *, holds: bool
) -> None:
    assert _holds(told("de", "Schrieb Briefe", line, cited=cited)) is holds


def test_a_spanish_telephone_number_is_read_to_its_last_digit() -> None:
    right, wrong = (
        told("es", "Correo", f"Kim Vogt, 954 555 {end}", cited="P", phone="954 555 027")
        for end in ("027", "072")
    )

    assert _holds(right)
    assert not _holds(wrong)


@pytest.mark.parametrize(
    ("line", "holds"),
    [("Ohne Kenntnisse von IFRS", True), ("Mit Kenntnissen von IFRS", False)],
)
def test_a_denial_that_follows_its_topic_is_heard(line: str, *, holds: bool) -> None:
    assert _holds(told("de", "Von IFRS habe ich keine Kenntnisse", line)) is holds


def test_whom_a_relative_clause_names_the_person_leads() -> None:
    source = "Arbeitete in einem Backend-Team, das die Plattform für die Sendungsverfolgung pflegt"

    assert not _holds(told("de", source, f"{source} und das ich führe"))


@pytest.mark.parametrize(
    ("language", "source", "claim"),
    [
        ("de", "Montierte Förderbänder ohne Unfall", "kein Team im Betrieb war zuverlässiger"),
        ("fr", "Montage de convoyeurs sans accident", "aucune équipe n'était plus fiable"),
        ("es", "Monté cintas transportadoras sin accidentes", "ningún equipo fue más fiable"),
    ],
)
def test_that_nobody_was_better_is_a_claim_of_its_own(language: str, source: str, claim: str) -> None:
    refused = told(language, source, f"{source}; {claim}")

    assert any("nobody was better" in each.why for each in refused.claims)


@pytest.mark.parametrize("line", ["Zu meinen Kenntnissen zählt Pneumatik", "Mit Pneumatik vertraut"])
def test_a_skill_may_be_told_as_what_one_knows(line: str) -> None:
    assert _holds(told("de", "Schrieb Briefe", line, cited="s:Pneumatik"))


def test_performances_are_counted_alike_whatever_they_are_called() -> None:
    source = "Theater-AG gegründet und 3 Aufführungen pro Schuljahr auf die Bühne gebracht"

    assert _holds(told("de", source, "Gründung einer Theater-AG, drei Auftritte im Schuljahr"))
    assert not _holds(told("de", source, "Gründung einer Theater-AG, drei Schüler im Schuljahr"))

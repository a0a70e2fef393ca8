"""From a statement of a career to the first person, or not at all."""

import pytest

from app.domain.documents.letters.identity import identity
from app.domain.documents.letters.telling import Manner, tellings


def told(text: str, language: str) -> tuple[str, str]:
    (telling,) = tellings(text, language)
    return telling.manner.value, f"{telling.verb} {telling.rest}".strip()


@pytest.mark.parametrize(
    ("written", "manner", "said"),
    [
        ("Led a team of 12.", "finite", "led a team of 12"),
        ("Reduced falls by 30 %", "finite", "reduced falls by 30 %"),
        ("- Planned and ran the move.", "finite", "planned and ran the move"),
        ("Runs a ward and keeps the rota.", "finite", "run a ward and keep the rota"),
        ("Teaches 22 lessons a week", "finite", "teach 22 lessons a week"),
        ("Manage the budget of two wards", "finite", "manage the budget of two wards"),
        ("Lead a team of five", "finite", "lead a team of five"),
        ("Monitor anaesthesia during surgery", "finite", "monitor anaesthesia during surgery"),
        ("Monitor and record vital signs", "finite", "monitor and record vital signs"),
        ("Answer phones at the desk", "finite", "answer phones at the desk"),
        ("Support patients through recovery", "finite", "support patients through recovery"),
        ("Plan and deliver lessons", "finite", "plan and deliver lessons"),
        ("Support worker in a hostel", "quoted", "Support worker in a hostel"),
        ("Support tickets closed in 4 hours", "quoted", "Support tickets closed in 4 hours"),
        ("Coach driver for 12 years", "quoted", "Coach driver for 12 years"),
        ("Mentor to 12 students", "quoted", "Mentor to 12 students"),
        ("Design and code reviews", "quoted", "Design and code reviews"),
        ("I trained six apprentices", "finite", "trained six apprentices"),
        ("Has led three audits", "finite", "have led three audits"),
        ("Successfully moved 40 services", "finite", "successfully moved 40 services"),
        ("Co-founded the night clinic", "finite", "co-founded the night clinic"),
        ("Managing a shift of 12 nurses", "gerund", "managing a shift of 12 nurses"),
        ("Lead engineer of the platform team", "quoted", "Lead engineer of the platform team"),
        ("Responsible for patient flow", "quoted", "Responsible for patient flow"),
        ("Certified in planning and inventory", "quoted", "Certified in planning and inventory"),
        ("Coaches juniors, as she did herself", "quoted", "Coaches juniors, as she did herself"),
        ("Speed and need of the ward", "quoted", "Speed and need of the ward"),
        ("AWS migration of 40 services", "quoted", "AWS migration of 40 services"),
        ("Runs reports and plans ahead", "quoted", "Runs reports and plans ahead"),
    ],
)
def test_english_goes_to_the_first_person_only_where_that_is_sure(
    written: str, manner: str, said: str
) -> None:
    assert told(written, "en") == (manner, said)


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "Hat 46 Anlagen installiert.", "habe 46 Anlagen installiert"),
        ("de", "Prüft Anlagen und erstellt die Protokolle", "prüfe Anlagen und erstelle die Protokolle"),
        ("de", "Verkürzte die Störungsdauer um 30 %", "verkürzte die Störungsdauer um 30 %"),
        ("de", "Leitet ein Team von 8 Monteuren", "leite ein Team von 8 Monteuren"),
        ("fr", "Réduit les coûts de 20 %", "réduit les coûts de 20 %"),
        ("fr", "J'ai formé 12 collègues", "formé 12 collègues"),
        ("es", "Redujo los costes un 20 %", "reduje los costes un 20 %"),
        ("es", "Organizó y dirigió la mudanza", "organicé y dirigí la mudanza"),
        ("es", "Formé a 12 personas nuevas", "formé a 12 personas nuevas"),
    ],
)
def test_other_languages_conjugate_what_they_know(language: str, written: str, said: str) -> None:
    assert told(written, language) == ("finite", said)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "Leitung eines Teams von 8 Monteuren"),
        ("de", "Projekte im Bereich Netze geleitet"),
        ("de", "Führte ihre Station sicher"),
        ("fr", "Gestion d'une équipe de 12 personnes"),
        ("fr", "Diplômé en soins infirmiers"),
        ("es", "Gestión de un equipo de 12 personas"),
        ("sv", "Ledde ett team om tolv personer"),
    ],
)
def test_what_is_not_sure_is_quoted_word_for_word(language: str, written: str) -> None:
    assert told(written, language) == (Manner.QUOTED.value, written)


def test_a_question_or_a_stub_is_not_told_at_all() -> None:
    assert tellings("Why not? Team player", "en") == ()


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "Operations manager with 16 years in food", "an operations manager with 16 years in food"),
        ("en", "Nurse with a liking for order.", "a nurse with a liking for order"),
        ("en", "German teacher with ten years", "a German teacher with ten years"),
        ("en", "Unit manager of a ward", "a unit manager of a ward"),
        ("de", "Elektroniker mit 12 Jahren Erfahrung", "Elektroniker mit 12 Jahren Erfahrung"),
        ("fr", "Infirmière avec dix ans", "infirmière avec dix ans"),
        ("es", "Enfermera con diez años", "enfermera con diez años"),
        ("en", "Ten years on wards.", None),
        ("en", "Led wards with care.", None),
        ("en", "Passionate about order and with care", None),
        ("de", "Erfahrener Elektroniker mit Meisterbrief", None),
    ],
)
def test_who_somebody_is_is_said_only_where_it_names_a_trade(
    language: str, written: str, said: str | None
) -> None:
    assert identity(written, language) == said

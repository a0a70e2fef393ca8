"""What the gate takes for a claim, in four languages, and how the receipt tells it."""

import pytest

from app.domain.documents.content import Line, Source, SourceKind
from app.domain.documents.facts import ClaimCount, ClaimKind, FaithfulnessReceipt, Verdict, check_facts
from app.domain.documents.facts.amounts.changes import changes
from app.domain.documents.facts.amounts.number_words import spelled
from app.domain.documents.facts.reading.text_facts import facts_of
from app.domain.documents.facts.words.roots import roots
from app.domain.profile.model import Profile
from app.domain.shared.bands import Band
from tests.builders.careers import a_position, a_profile
from tests.unit.documents.test_facts import TODAY, a_document, against, judged, kinds, whole

CUT = "Cut door-to-triage time from 19 to 11 minutes by moving registration to the bedside"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (CUT, "Cut door-to-triage time by 8 minutes"),
        (CUT, "Reduced door-to-triage time by 42%"),
        ("Answered calls from 340 customers", "Answered calls from more than 300 customers"),
        ("Cut waste by half", "Halved waste"),
        ("Employed 12 nurses and 4 aides", "Employed 16 staff"),
        ("Leitete sieben Auszubildende auf der Station an", "Anleitung von 7 Auszubildenden auf der Station"),
        ("Reduzierte die Kosten um 20 %", "Senkung der Kosten um zwanzig Prozent"),
        ("Animé un atelier pour 15 enfants", "Atelier animé pour quinze enfants"),
        ("Réduit le délai de 4,2 s à 1,5 s", "Délai réduit de 4,2 à 1,5 secondes"),
        ("Reduje el plazo de cobro de 75 a 52 días", "Bajé el plazo de cobro de 75 días a 52"),
        ("Formé a seis compañeros", "6 compañeros formados"),
    ],
)
def test_what_follows_from_the_source_holds(source: str, line: str) -> None:
    assert against(source, line).verdict is not Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("source", "line", "kind"),
    [
        (CUT, "Cut door-to-triage time from 11 to 19 minutes", ClaimKind.NUMBER),
        (CUT, "Cut door-to-triage time from 19 to 11 minutes, which doubled revenue", ClaimKind.OUTCOME),
        (
            "Answered calls from 340 customers",
            "Answered calls from more than 400 customers",
            ClaimKind.NUMBER,
        ),
        ("Saved 20 hours a week", "Saved 20 hours a day", ClaimKind.DURATION),
        ("Audited charts", "Audited charts every week", ClaimKind.FREQUENCY),
        ("Audited charts", "Audited charts significantly", ClaimKind.SCOPE),
        ("Audited charts", "Audited charts, a record", ClaimKind.SCOPE),
        ("Never missed a shift", "Missed a shift", ClaimKind.STATEMENT),
        ("Half bei der Umstellung auf CarLo mit", "Leitete die Umstellung auf CarLo", ClaimKind.SCOPE),
        ("Plante 42 Touren", "Plante zweiundfünfzig Touren", ClaimKind.NUMBER),
        ("Plante Touren in Hamburg", "Plante Touren in ganz Europa", ClaimKind.NAME),
        ("Aidé la directrice pour les plannings", "Dirigé les plannings", ClaimKind.SCOPE),
        ("Encadré 12 élèves", "Encadré une vingtaine d'élèves", ClaimKind.NUMBER),
        ("Atendí a 45 pacientes por turno", "Atendí a 45 pacientes por hora", ClaimKind.NUMBER),
        ("Llevé la contabilidad", "Llevé la contabilidad con excelencia", ClaimKind.SCOPE),
    ],
)
def test_an_embellishment_is_refused_in_each_language(source: str, line: str, kind: ClaimKind) -> None:
    assert kind in kinds(against(source, line))


def test_a_true_number_moved_to_another_achievement_is_refused() -> None:
    position = a_position(
        "Nurse",
        "Riverbend",
        "2019/",
        (CUT, "Sat on the falls committee that lowered falls with injury by 28%"),
    )
    profile = a_profile(experiences=(position,))
    moved = judged(profile, "Cut door-to-triage time at registration by 28%", whole(position))
    assert kinds(moved) == {ClaimKind.PERCENT}


def test_what_was_done_at_one_employer_is_not_told_of_another() -> None:
    first = a_position("Cook", "Blue Door", "2014/2017", ("Baked sourdough bread for 200 guests",))
    second = a_position("Cook", "Red Lantern", "2017/", ("Grilled lamb over charcoal",))
    profile = a_profile(experiences=(first, second))
    both = (whole(first), whole(second))
    assert judged(profile, "At Blue Door, baked sourdough bread for 200 guests", *both).verdict is not (
        Verdict.UNSUPPORTED
    )
    assert kinds(judged(profile, "At Red Lantern, baked sourdough bread for 200 guests", *both)) >= {
        ClaimKind.NAME
    }


def test_a_title_of_higher_rank_is_refused_though_somebody_else_holds_it() -> None:
    position = a_position("Sous Chef", "Blue Door", "2014/2017", ("Wrote menus with the head chef",))
    profile = a_profile(experiences=(position,))
    assert kinds(judged(profile, "Head Chef at Blue Door", whole(position))) == {ClaimKind.RANK}
    with_the_chef = judged(profile, "Menus written together with the head chef", whole(position))
    assert with_the_chef.verdict is not Verdict.UNSUPPORTED


def test_an_unsupported_claim_names_its_clause_and_the_nearest_source() -> None:
    line = against("Audited charts and trained 4 nurses", "Audited charts, and trained 14 nurses")
    claim = next(c for c in line.claims if c.verdict is Verdict.UNSUPPORTED)
    assert (claim.text, claim.clause) == ("14", "trained 14 nurses")
    assert claim.nearest is not None
    assert claim.nearest.kind is SourceKind.ACHIEVEMENT


def receipt_on(*lines: str) -> tuple[FaithfulnessReceipt, Profile]:
    position = a_position("Clerk", "Harbour Works", "2019/", ("Filed 40 deeds", "Moved files to k8s"))
    profile = a_profile(experiences=(position,))
    sources: tuple[Source, ...] = (whole(position),)
    content = a_document(profile, *(Line(text, sources) for text in lines))
    return check_facts(content, profile, TODAY), profile


def test_the_receipt_says_how_it_came_to_its_total() -> None:
    receipt, _ = receipt_on("Filed 40 deeds", "Filed forty deeds", "Filed 90 deeds")
    assert (receipt.score, receipt.total, receipt.band) == (75.0, 49.0, Band.WEAK)
    assert receipt.cap is not None
    assert receipt.cap.why.startswith("1 of 4 lines does not hold")
    assert receipt.quoted == 1
    assert receipt.claims == (ClaimCount(ClaimKind.NUMBER, 1, 1, 1),)


def test_a_document_that_holds_has_no_cap() -> None:
    receipt, _ = receipt_on("Filed forty deeds", "Moved files to Kubernetes")
    assert (receipt.score, receipt.total, receipt.band, receipt.cap) == (100.0, 100.0, Band.EXCELLENT, None)


def test_the_inputs_hash_changes_with_either_input() -> None:
    one, other = receipt_on("Filed 40 deeds")[0], receipt_on("Filed 41 deeds")[0]
    assert one.inputs_sha256 != other.inputs_sha256
    assert one.inputs_sha256 == receipt_on("Filed 40 deeds")[0].inputs_sha256


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a dozen plates", 6),
        ("zweihundertfünfundzwanzig Kunden", 225),
        ("quatre-vingt-dix-sept clients", 97),
        ("treinta y dos alumnos", 32),
        ("une vingtaine de clients", 20),
        ("a six-month project", 6),
        ("three and a half years", 3.5),
    ],
)
def test_a_number_is_read_from_words(text: str, value: float) -> None:
    assert [each.value for each in spelled(text)] == [value]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("eingefuhrt", "einfuhrung"),
        ("eingewiesen", "einweisung"),
        ("dirige", "dirigeant"),
        ("formacion", "formar"),
        ("mentored", "mentoring"),
    ],
)
def test_forms_of_one_word_share_a_root(one: str, other: str) -> None:
    assert roots(one) & roots(other)


def test_a_change_gives_both_its_amounts_one_unit() -> None:
    (change,) = changes(facts_of("cut food cost from 34 to 29 percent"))
    assert (change.before.value, change.after.value) == (34, 29)
    assert change.before.measure is change.after.measure

"""German lines: forms, compounds, light words and denials that say the same, and claims in disguise."""

from datetime import date

import pytest

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts.gate import hold
from app.domain.documents.facts.reading.text_facts import facts_of
from app.domain.documents.facts.receipt import ClaimKind, LineVerdict, Verdict
from app.domain.documents.facts.sources.grounds import Archive
from app.domain.documents.facts.wording.abroad import alike_abroad
from app.domain.documents.facts.wording.said import said_in
from app.domain.documents.facts.words.synonyms import phrases_abroad
from app.domain.documents.facts.words.wordings import claimed_by
from app.domain.shared.denials import denied
from tests.builders.json_resumes import career_in

_SUMMARY = "Ich bin seit 2009 im Beruf und arbeite gern mit der ganzen Mannschaft."


def german(source: str, line: str, *, title: str = "Angestellte") -> LineVerdict:
    """A line that cites the only achievement of a German career."""
    career = {
        "basics": {"name": "Karin Vogt", "summary": _SUMMARY},
        "work": [
            {"position": title, "name": "Nordwerk GmbH", "startDate": "2015-01", "highlights": [source]}
        ],
    }
    profile, _ = career_in(career)
    achievement = profile.experiences[0].achievements[0]
    cited = (Source(SourceKind.ACHIEVEMENT, achievement.id),)
    return hold(Archive(profile, today=date(2026, 1, 1)), pointer="/", text=line, sources=cited)


def kinds(line: LineVerdict) -> set[ClaimKind]:
    return {claim.kind for claim in line.claims if claim.verdict is Verdict.UNSUPPORTED}


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Zwei Palettierroboter programmiert", "Programmierung von Robotern zum Palettieren"),
        ("Ausschuss an der Presse gesenkt", "Die Ausschussmenge an der Presse verringert"),
        ("Pflegte Beete und Rasenflächen", "Beet- und Rasenpflege"),
        ("Verlegte Parkett und Laminat in Neubauten", "Bodenleger für Parkett und Laminat in Neubauten"),
        ("Förderbänder in den Niederlanden montiert", "Montage von Förderbändern im Ausland"),
        ("Prüfprotokolle von Papier auf Tablet umgestellt", "Umstellung papierner Prüfprotokolle auf Tablet"),
        ("Molk die Kühe und versorgte das Jungvieh", "Melken der Kühe und Versorgung der Jungtiere"),
        ("Sanierte Bäder und verlegte Fliesen", "Bäder erneuert und gefliest"),
    ],
)
def test_parts_of_compounds_and_forms_of_words_tell_the_same(source: str, line: str) -> None:
    assert german(source, line).verdict is not Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Ein Elterncafé gegründet", "Ein Elterncafé ins Leben gerufen"),
        ("Ein Ferienprogramm organisiert", "Ein Ferienprogramm auf die Beine gestellt"),
        ("Ein Elterncafé gegründet", "Ich rief ein Elterncafé ins Leben"),
    ],
)
def test_a_phrase_may_stand_for_a_word(source: str, line: str) -> None:
    assert german(source, line).verdict is not Verdict.UNSUPPORTED


def test_a_phrase_is_found_in_any_form_of_its_words() -> None:
    at = facts_of("Das ins Leben gerufene Café").tokens

    assert any(end - start > len("ins Leben") for start, end, _ in phrases_abroad(at))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Beriet Privatkunden zu Krediten", "Beriet vermögende Privatkunden zu Krediten"),
        ("Beriet Privatkunden zu Krediten", "Beriet Privatkunden zu Krediten, schneller als andere"),
        ("Umsatz der Abteilung auf 340.000 € erhöht", "Gewinn der Abteilung auf 340.000 € erhöht"),
        ("Prüfte Rechnungen und überwachte Fristen", "Prüfte Rechnungen und verkürzte die Fristen"),
    ],
)
def test_a_strange_word_that_makes_more_of_it_is_refused(source: str, line: str) -> None:
    assert german(source, line).verdict is Verdict.UNSUPPORTED


def test_a_strange_verb_may_shade_what_was_done() -> None:
    line = german("Datenbank für den Vertrieb gepflegt", "Datenbank für den Vertrieb gehegt und gepflegt")

    assert line.verdict is not Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("An der Planung der neuen Halle mitgearbeitet", "Planung der neuen Halle"),
        ("An der Planung der neuen Halle mitgearbeitet", "Verantwortlich für die Planung der neuen Halle"),
        ("Nahm an der Einführung von S/4HANA teil", "Die Einführung von S/4HANA lag in meiner Verantwortung"),
        ("Plante Dienste der Station", "Plante Dienste der Station und führte ein Team von Kollegen"),
    ],
)
def test_who_helped_was_not_in_charge(source: str, line: str) -> None:
    assert ClaimKind.SCOPE in kinds(german(source, line))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("An der Planung der neuen Halle mitgearbeitet", "Mitarbeit an der Hallenplanung"),
        ("Plante Dienste der Station", "Verantwortlich für die Dienstplanung der Station"),
        ("Gab Yogakurse für Anfänger", "Leitung von Yogakursen für Anfänger"),
        ("Sprach mit Bewerbern", "Führte Gespräche mit Bewerbern"),
        ("Leitete ein Team in der Montage", "Teamleitung in der Montage"),
    ],
)
def test_whoever_did_it_may_say_so_in_the_usual_words(source: str, line: str) -> None:
    assert not kinds(german(source, line)) & {ClaimKind.SCOPE, ClaimKind.RANK}


@pytest.mark.parametrize("line", ["Filialleiter bei der Nordwerk GmbH", "Filialleitung"])
def test_standing_in_for_a_post_is_not_holding_it(line: str) -> None:
    held = german("Den Filialleiter im Urlaub vertreten", line, title="Stellvertretender Filialleiter")

    assert ClaimKind.RANK in kinds(held)


def test_standing_in_for_a_post_may_be_told() -> None:
    told = "Urlaubsvertretung für den Filialleiter"

    assert not kinds(
        german("Den Filialleiter im Urlaub vertreten", told, title="Stellvertretender Filialleiter")
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mit Gefahrgut habe ich nie gearbeitet.", "Mit Gefahrgut habe ich nie gearbeitet"),
        ("Technik ja; Schweißen zählt nicht dazu", "Schweißen zählt nicht dazu"),
        ("Ein Unfall blieb aus.", "Ein Unfall blieb aus"),
        ("Personalverantwortung dagegen nicht", "Personalverantwortung dagegen nicht"),
        ("Bei der Lohnabrechnung kam es nie zu Rückfragen", "nie zu Rückfragen"),
        ("Kinder ohne zweite Kraft betreut", "ohne zweite Kraft"),
    ],
)
def test_a_denial_takes_in_what_stands_before_it_and_ends_with_its_noun(text: str, said: str) -> None:
    assert said in {text[start:end] for start, end in denied(text)}


def test_the_parts_of_a_verb_meet_across_hyphens_and_nouns() -> None:
    words = {t.word for t in facts_of("Nahm an der Einführung von S/4HANA als Key-Userin teil").tokens}
    nouns = {t.word for t in facts_of("Für Kunden baute ich Bänder auf").tokens}

    assert "teilnahm" in words
    assert {"kunden", "aufbaute"} <= nouns


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("anrufe", "kundenanrufe", True),
        ("helfern", "produktionshelfer", True),
        ("kunden", "kundengesprache", False),
        ("lieferanten", "lander", False),
    ],
)
def test_what_is_counted_is_told_by_the_closing_part(one: str, other: str, alike: bool) -> None:
    assert alike_abroad((one,), (other,)) is alike


def test_words_tell_the_compounds_that_are_made_of_their_parts() -> None:
    said = said_in(frozenset({"rasenflachen", "pflegte"}))

    assert said.tells_compound("rasenpflege")
    assert not said.tells_compound("hundepflege")


def test_a_colleague_is_no_help_and_a_compound_of_help_is() -> None:
    assert "hedge.share" not in claimed_by("einarbeiter")
    assert "hedge.share" not in claimed_by("mitarbeiter")
    assert "hedge.share" in claimed_by("behandlungsassistenz")


def test_a_year_is_no_frequency() -> None:
    assert not kinds(german("2022 den Umzug der Server geplant", "Im Jahr 2022 den Umzug der Server geplant"))

"""Achievements of German, French and Spanish careers, told again freely, and each with a lie in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.documents.facts.reading.text_facts import facts_of
from app.domain.documents.facts.receipt import Verdict
from app.domain.documents.facts.words.light import is_slight, is_soft, is_soft_verb
from app.domain.shared.denials import without_denials
from tests.unit.documents.test_facts_careers_abroad import told

_TITLES = {"de": "Angestellte", "fr": "Employée", "es": "Empleada"}
_FRENCH, _GERMAN = frozenset({"fr"}), frozenset({"de"})


def _pairs() -> Iterator[tuple[str, ...]]:
    text = Path(__file__).with_name("reworded_abroad.txt").read_text(encoding="utf-8")
    return (tuple(line.split(" | ")) for line in text.splitlines() if not line.startswith("#"))


@pytest.mark.parametrize(("language", "source", "true", "untrue"), list(_pairs()))
def test_the_truth_holds_in_other_words_and_its_twin_does_not(
    language: str, source: str, true: str, untrue: str
) -> None:
    held = told(language, source, true, title=_TITLES[language])
    assert held.verdict is not Verdict.UNSUPPORTED, held.claims
    assert told(language, source, untrue, title=_TITLES[language]).verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Déménagement sans interrompre l'accueil", "accueil"),
        ("Adapté sin sacarlos del aula", "aula"),
        ("Umzug, ohne den Betrieb lange zu unterbrechen", "Betrieb"),
        ("Aucune rupture dans les trois entrepôts", "entrepôts"),
    ],
)
def test_only_what_was_not_done_is_denied(text: str, said: str) -> None:
    assert said in without_denials(text)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Travail sans gérer de budget", "budget"),
        ("Trabajo sin gestionar presupuesto", "presupuesto"),
        ("Arbeit ohne Budget", "Budget"),
        ("Ni un solo accidente", "accidente"),
    ],
)
def test_what_there_was_none_of_is_denied(text: str, denied: str) -> None:
    assert denied not in without_denials(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ramené à 2 h 15", 2.25 / 24),
        ("auf 2 Stunden 15 Minuten", 2.25 / 24),
        ("a 2 horas y cuarto", 2.25 / 24),
        ("durante más de año y medio", 1.5 * 365.25),
    ],
)
def test_hours_and_minutes_are_one_time(text: str, days: float) -> None:
    (found,) = facts_of(text).quantities
    assert found.value == pytest.approx(days)


def test_a_french_or_spanish_particle_is_no_part_of_a_verb() -> None:
    line = facts_of("Je prépare onze conseils par an", languages=_FRENCH)
    assert "prepare" in line.words


def test_forms_of_a_light_verb_are_light_and_who_does_it_is_not() -> None:
    assert is_soft("depecheraient", _FRENCH)
    assert not is_soft("depecheur", _FRENCH)
    assert is_soft_verb("accompagneraient", _FRENCH)
    assert not is_soft_verb("accompagnatrices", _FRENCH)


def test_an_errand_is_slight_and_parts_of_bodies_and_houses_are_not() -> None:
    assert is_slight("runden", _GERMAN)
    for word in ("schulter", "fenster", "halle"):
        assert not is_slight(word, _GERMAN)


@pytest.mark.parametrize(
    ("source", "true", "untrue"),
    [
        (
            "Numérisé 4 200 dossiers de chantier",
            "Numérisation de 4 200 dossiers",
            "Numérisation de 4 200 chantiers",
        ),
        (
            "Livré des colis à 90 adresses",
            "Livraison de colis à 90 adresses",
            "Livraison de colis et de cartons à 90 adresses",
        ),
    ],
)
def test_what_things_are_of_or_beside_is_not_what_was_counted(source: str, true: str, untrue: str) -> None:
    assert told("fr", source, true, title="Employée").verdict is not Verdict.UNSUPPORTED
    assert told("fr", source, untrue, title="Employée").verdict is Verdict.UNSUPPORTED

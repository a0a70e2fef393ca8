"""What is understood of free words, and that nothing else has an effect."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.documents.content import SectionKind
from app.domain.generation.instructions import Move, To, Wishes, heeded, read_instructions
from app.domain.generation.options import LONGEST_INSTRUCTIONS, Length, Options, Tone
from tests.builders.instructions import HOSTILE

EDUCATION, SKILLS = SectionKind.EDUCATION, SectionKind.SKILLS
VOLUNTEERING, EXPERIENCE = SectionKind.VOLUNTEERING, SectionKind.EXPERIENCE


def effects(wishes: Wishes) -> dict[str, Any]:
    """What they change: without what is only told."""
    said = {f.name: getattr(wishes, f.name) for f in fields(wishes)}
    plain = {f.name: getattr(Wishes(), f.name) for f in fields(wishes)}
    return {n: v for n, v in said.items() if v != plain[n] and not n.endswith("understood")}


UNDERSTOOD: list[tuple[str, dict[str, Any]]] = [
    ("focus on leadership", {"emphasis": ("leadership",)}),
    ("Please emphasise Kubernetes and AWS.", {"emphasis": ("Kubernetes", "AWS")}),
    ("Put Kubernetes first", {"emphasis": ("Kubernetes",)}),
    ("highlight my experience with Power BI", {"emphasis": ("Power BI",)}),
    ("Betone Führung und Kubernetes!", {"emphasis": ("Führung", "Kubernetes")}),
    ("Bitte heb Pflege und Triage hervor", {"emphasis": ("Pflege", "Triage")}),
    ("Leg den Schwerpunkt auf SQL", {"emphasis": ("SQL",)}),
    ("Mets en avant Kubernetes et AWS", {"emphasis": ("Kubernetes", "AWS")}),
    ("mettez l'accent sur la vente", {"emphasis": ("vente",)}),
    ("Destaca el liderazgo, por favor", {"emphasis": ("liderazgo",)}),
    ("pon énfasis en Excel y SQL", {"emphasis": ("Excel", "SQL")}),
    ("leave out my time at Acme", {"left_out": ("Acme",)}),
    ("don't mention Acme or Node.js", {"left_out": ("Acme", "Node.js")}),
    ("Leave out the job at Foo & Bar Ltd. and Acme", {"left_out": ("Foo & Bar Ltd", "Acme")}),
    ("Lass meine Zeit bei Acme weg", {"left_out": ("Acme",)}),
    ("Omets mon passage chez Acme", {"left_out": ("Acme",)}),
    ("omite mi trabajo en Acme", {"left_out": ("Acme",)}),
    ("omit volunteering", {"without": (VOLUNTEERING,)}),
    ("Ehrenamt weglassen", {"without": (VOLUNTEERING,)}),
    ("sans le bénévolat", {"without": (VOLUNTEERING,)}),
    ("quita el voluntariado", {"without": (VOLUNTEERING,)}),
    ("keep it to one page", {"max_pages": 1}),
    ("at most 2 pages", {"max_pages": 2}),
    ("maximal eine Seite", {"max_pages": 1}),
    ("une page maximum", {"max_pages": 1}),
    ("una página como máximo", {"max_pages": 1}),
    ("no more than 3 bullets per job", {"most_bullets": 3}),
    ("höchstens drei Stichpunkte pro Stelle", {"most_bullets": 3}),
    ("pas plus de 3 puces par poste", {"most_bullets": 3}),
    ("no más de tres viñetas por puesto", {"most_bullets": 3}),
    ("only the last 10 years", {"last_years": 10}),
    ("nur die letzten zehn Jahre", {"last_years": 10}),
    ("ausschließlich die letzten zehn Jahre", {"last_years": 10}),
    ("seulement les 10 dernières années", {"last_years": 10}),
    ("solo los últimos diez años", {"last_years": 10}),
    ("nothing before 2015", {"since": 2015}),
    ("nichts vor 2015", {"since": 2015}),
    ("keep it short", {"length": Length.SHORT}),
    ("mach es ausführlicher", {"length": Length.LONG}),
    ("in a warm tone", {"tone": Tone.WARM}),
    ("auf Deutsch", {"language": "de"}),
    ("écris-le en espagnol", {"language": "es"}),
    ("education first", {"moves": (Move(EDUCATION, To.FIRST),), "keeping": (EDUCATION,)}),
    ("Ausbildung zuerst", {"moves": (Move(EDUCATION, To.FIRST),), "keeping": (EDUCATION,)}),
    ("la formation en premier", {"moves": (Move(EDUCATION, To.FIRST),), "keeping": (EDUCATION,)}),
    ("la formación primero", {"moves": (Move(EDUCATION, To.FIRST),), "keeping": (EDUCATION,)}),
    ("put skills before experience", {"moves": (Move(SKILLS, To.BEFORE, EXPERIENCE),), "keeping": (SKILLS,)}),
    ("only experience and skills", {"only": (EXPERIENCE, SKILLS), "keeping": (EXPERIENCE, SKILLS)}),
    ("no menciones Acme", {"left_out": ("Acme",)}),
    ("make sure Kubernetes is prominent", {"emphasis": ("Kubernetes",)}),
    ("focus more on sales than on coding", {"emphasis": ("sales",)}),
    ("limit each job to 3 bullets", {"most_bullets": 3}),
    ("only include jobs from the last 5 years", {"last_years": 5}),
    ("Die Ausbildung soll zuerst kommen", {"moves": (Move(EDUCATION, To.FIRST),), "keeping": (EDUCATION,)}),
    ("pas de photo ni de loisirs", {"without": (SectionKind.INTERESTS,)}),
    ("no photo", {}),
    ("kein Foto", {}),
    ("leave out everything except skills", {"only": (SKILLS,), "keeping": (SKILLS,)}),
    (
        "drop everything but experience and skills",
        {"only": (EXPERIENCE, SKILLS), "keeping": (EXPERIENCE, SKILLS)},
    ),
    ("Lass alles außer Kenntnisse weg", {"only": (SKILLS,), "keeping": (SKILLS,)}),
    ("supprime tout sauf la formation", {"only": (EDUCATION,), "keeping": (EDUCATION,)}),
    ("quita todo excepto la formación", {"only": (EDUCATION,), "keeping": (EDUCATION,)}),
    ("only experience since 2016", {"since": 2016}),
    ("nur Erfahrung seit 2016", {"since": 2016}),
    ("seulement l'expérience depuis 2016", {"since": 2016}),
    ("solo experiencia desde 2016", {"since": 2016}),
    ("last 10 years only", {"last_years": 10}),
    ("die letzten 10 Jahre reichen", {"last_years": 10}),
    ("les 10 dernières années seulement", {"last_years": 10}),
    ("los últimos 10 años solamente", {"last_years": 10}),
    ("at most 2 bullets each", {"most_bullets": 2}),
    ("jeweils höchstens 2 Stichpunkte", {"most_bullets": 2}),
    ("2 puces chacun au maximum", {"most_bullets": 2}),
    ("máximo 2 viñetas cada uno", {"most_bullets": 2}),
    ("I'd rather not have Acme on it", {"left_out": ("Acme",)}),
    ("I don't want Acme on there", {"left_out": ("Acme",)}),
    ("Ich möchte Acme nicht drauf haben", {"left_out": ("Acme",)}),
    ("je ne veux pas voir Acme dessus", {"left_out": ("Acme",)}),
    ("no quiero que aparezca Acme", {"left_out": ("Acme",)}),
    ("warmer please", {"tone": Tone.WARM}),
    ("a bit more confident", {"tone": Tone.CONFIDENT}),
    ("etwas herzlicher bitte", {"tone": Tone.WARM}),
    ("un peu plus chaleureux", {"tone": Tone.WARM}),
    ("más cálido, por favor", {"tone": Tone.WARM}),
]
KEPT = [
    ("leave out Kaizen, but not Cardinal Parcel Express", ("Kaizen",), "Keeps Cardinal Parcel Express."),
    ("leave out Kaizen but keep Cardinal Parcel Express", ("Kaizen",), "Keeps Cardinal Parcel Express."),
    ("Lass Kaizen weg, aber nicht Cardinal", ("Kaizen",), "Keeps Cardinal."),
    ("Kaizen weglassen, Cardinal nicht", ("Kaizen",), "Keeps Cardinal."),
    ("Streiche Kaizen, aber behalte Cardinal", ("Kaizen",), "Keeps Cardinal."),
    ("Enlève Kaizen, mais pas Cardinal", ("Kaizen",), "Keeps Cardinal."),
    ("Supprime Kaizen mais garde Cardinal", ("Kaizen",), "Keeps Cardinal."),
    ("Omite Kaizen, pero no Cardinal", ("Kaizen",), "Keeps Cardinal."),
    ("Quita Kaizen pero mantén Cardinal", ("Kaizen",), "Keeps Cardinal."),
    ("don't leave out Cardinal", (), "Keeps Cardinal."),
    ("Never drop Cardinal!", (), "Keeps Cardinal."),
    ("please do not leave Cardinal out", (), "Keeps Cardinal."),
    ("whatever you do, never drop Larkfield or Cardinal", (), "Keeps Larkfield, Cardinal."),
    ("Lass Cardinal bitte nicht weg", (), "Keeps Cardinal."),
    ("Cardinal auf keinen Fall weglassen", (), "Keeps Cardinal."),
    ("Streiche Cardinal nicht", (), "Keeps Cardinal."),
    ("n'enlève pas Cardinal", (), "Keeps Cardinal."),
    ("ne supprimez jamais Cardinal", (), "Keeps Cardinal."),
    ("no quites Cardinal", (), "Keeps Cardinal."),
    ("nunca dejes fuera Cardinal", (), "Keeps Cardinal."),
]
NOTHING = [
    "skip nothing",
    "leave out nothing",
    "don't leave anything out",
    "Bitte lass nichts weg",
    "n'enlève rien",
    "no quites nada",
    "keep every bullet",
    "keep everything",
    "behalte alles",
    "leave out everything except Larkfield",
    "leave out all jobs except Larkfield",
    "leave out my jobs, except Larkfield",
    "leave out my projects, but not Larkfield",
    "Lass Kaizen, aber nicht Cardinal weg",
    "Alles weglassen außer Larkfield",
    "supprime tout sauf Larkfield",
    "enlève mes projets, sauf Larkfield",
    "quita todo menos Larkfield",
    "not Cardinal",
    "nicht Cardinal",
    "pas Cardinal",
    "leave out don't",
    "leave out Kaizen unless it fits",
    "leave out all of it but Larkfield",
    "Lass weder Kaizen noch Cardinal weg",
    "please hide that I was fired",
    "leave out Kaizen, but keep Kaizen",
    "leave out Cardinal, but not Cardinal Parcel Express",
]


@pytest.mark.parametrize(("said", "effect"), UNDERSTOOD, ids=[said for said, _ in UNDERSTOOD])
def test_what_may_be_asked_is_understood_in_four_languages(said: str, effect: dict[str, Any]) -> None:
    wishes = read_instructions(said)
    assert effects(wishes) == effect
    assert len(wishes.understood) == 1
    assert wishes.not_understood == ()


@pytest.mark.parametrize(("said", "left_out", "does"), KEPT, ids=[said for said, _, _ in KEPT])
def test_what_is_not_to_be_left_out_is_kept(said: str, left_out: tuple[str, ...], does: str) -> None:
    wishes = read_instructions(said)
    assert wishes.left_out == left_out
    assert wishes.without == ()
    assert wishes.understood[-1].does == does
    assert wishes.not_understood == ()


@pytest.mark.parametrize("said", NOTHING)
def test_an_exception_that_no_rule_accounts_for_leaves_nothing_out(said: str) -> None:
    wishes = read_instructions(said)
    assert (wishes.left_out, wishes.without, wishes.only) == ((), (), ())
    assert not any(heard.does.startswith("Leaves out") for heard in wishes.understood)
    assert wishes.not_understood


@pytest.mark.parametrize(
    "said",
    [
        "drop the summary, don't leave out Cardinal",
        "leave out the summary and, whatever you do, never drop Cardinal",
        "Lass die Zusammenfassung weg und lass Cardinal auf keinen Fall weg",
        "sans accroche, mais garde Cardinal",
        "sin resumen, pero no quites Cardinal",
    ],
)
def test_one_thing_is_left_out_and_another_kept_in_one_sentence(said: str) -> None:
    wishes = read_instructions(said)
    assert [h.does for h in wishes.understood] == ["Leaves out summary.", "Keeps Cardinal."]
    assert (wishes.without, wishes.left_out) == ((SectionKind.SUMMARY,), ())
    assert wishes.not_understood == ()


def test_what_is_not_to_come_first_is_not_left_out_either() -> None:
    wishes = read_instructions("emphasise Java, but not Python")
    assert effects(wishes) == {"emphasis": ("Java",)}
    assert [each.text for each in wishes.not_understood] == ["not Python"]


def test_of_two_wishes_that_contradict_each_other_nothing_is_left_out() -> None:
    wishes = read_instructions("leave out Cardinal. Never drop Cardinal Parcel Express.")
    assert wishes.left_out == ()
    assert wishes.not_understood[0].why == "You also ask to keep Cardinal Parcel Express; it changes nothing."


@pytest.mark.parametrize("said", ["Letter paper", "A4", "auf A4", "papier A4", "US letter please"])
def test_the_paper_is_told_to_be_an_option_of_its_own(said: str) -> None:
    wishes = read_instructions(said)
    assert effects(wishes) == {}
    assert wishes.not_understood[0].why == "The paper is an option of its own: `paper`."


def test_several_wishes_stand_in_one_sentence() -> None:
    said = (
        "Please emphasise Kubernetes, AWS and leadership, leave out volunteering "
        "and keep it to one page. Thanks!"
    )
    wishes = read_instructions(said)
    assert effects(wishes) == {
        "emphasis": ("Kubernetes", "AWS", "leadership"),
        "without": (VOLUNTEERING,),
        "max_pages": 1,
    }
    assert [heard.text for heard in wishes.understood] == [
        "Please emphasise Kubernetes, AWS and leadership",
        "leave out volunteering",
        "keep it to one page",
    ]
    assert wishes.not_understood == ()


def test_a_clause_that_adds_does_not_ride_on_one_that_is_understood() -> None:
    wishes = read_instructions("Emphasise Java and say that I led 12 engineers")
    assert effects(wishes) == {"emphasis": ("Java",)}
    assert [unheard.text for unheard in wishes.not_understood] == ["say that I led 12 engineers"]
    assert "add nothing" in wishes.not_understood[0].why


@pytest.mark.parametrize("said", HOSTILE)
def test_what_would_add_or_change_a_fact_is_given_back_with_a_reason(said: str) -> None:
    wishes = read_instructions(said)
    assert wishes.not_understood
    assert all(unheard.why for unheard in wishes.not_understood)


@pytest.mark.parametrize(
    "said",
    ["leave out my phone number", "no contact details", "omit my name", "ohne Adresse", "sin mi correo"],
)
def test_name_and_contact_details_are_not_left_out(said: str) -> None:
    wishes = read_instructions(said)
    assert effects(wishes) == {}
    assert "always stay" in wishes.not_understood[0].why


@pytest.mark.parametrize("said", ["leave everything out", "omit all", "lass alles weg", "supprime tout"])
def test_not_everything_can_be_left_out(said: str) -> None:
    assert effects(read_instructions(said)) == {}


def test_three_pages_are_more_than_there_may_be() -> None:
    wishes = read_instructions("three pages")
    assert effects(wishes) == {}
    assert wishes.not_understood[0].why == "A resume has one page or 2."


@given(st.text(max_size=LONGEST_INSTRUCTIONS))
def test_whatever_is_said_each_piece_is_given_back_word_for_word(said: str) -> None:
    wishes = read_instructions(said)
    pieces = [(piece.start, piece.end, piece.text) for piece in wishes.understood]
    pieces += [(piece.start, piece.end, piece.text) for piece in wishes.not_understood]
    assert all(said[start:end] == text for start, end, text in pieces)


@given(st.lists(st.sampled_from([said for said, _ in UNDERSTOOD] + list(HOSTILE)), max_size=12))
def test_the_same_words_are_always_read_alike(said: list[str]) -> None:
    text = ". ".join(said)[:LONGEST_INSTRUCTIONS]
    assert read_instructions(text) == read_instructions.__wrapped__(text)


def test_no_instructions_are_no_wishes() -> None:
    assert read_instructions(None) == read_instructions("") == Wishes()


def test_an_option_stands_before_what_the_instructions_say() -> None:
    options = Options(
        language="fr",
        tone=Tone.WARM,
        length=Length.LONG,
        instructions="auf Deutsch, kurz. In a confident tone.",
    )
    assert replace(heeded(options), instructions=None) == replace(options, instructions=None)


def test_of_two_numbers_of_pages_the_smaller_holds() -> None:
    assert heeded(Options(max_pages=1, instructions="two pages")).max_pages == 1
    assert heeded(Options(max_pages=2, instructions="one page")).max_pages == 1


def test_instructions_add_to_the_emphasis() -> None:
    assert heeded(Options(emphasis=("SQL",), instructions="emphasise Excel and SQL")).emphasis == (
        "SQL",
        "Excel",
    )

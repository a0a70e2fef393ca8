"""Words that claim something in one sense, and nothing in the sense in which a line uses them."""

import re
from collections.abc import Callable
from itertools import pairwise

from app.domain.documents.facts.amounts.quantity import Measure
from app.domain.documents.facts.checks.senses_abroad import is_otherwise_meant_abroad
from app.domain.documents.facts.reading.text_facts import Claiming, TextFacts, Token
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.wording.accounts import is_spelled_out
from app.domain.documents.facts.words.wordings import claimed_by
from app.domain.shared.prose import fold, word_set
from app.domain.shared.skills import family

_MOTION = word_set("to up into back from via")
"""After `led` and `leading`: what one thing led to is no lead taken."""
_LEADING = word_set("led lead leads leading")
_WELL_DONE = word_set("successfully erfolgreich erfolgreiche erfolgreichen erfolgreicher erfolgreiches")
_GUIDING = word_set("fuhre fuhrt fuhrte fuhrten fuhren gefuhrt fuhrung")
_TEACHING = re.compile(
    r"\w*(?:kurs|kurse|kursen|kurses|seminare?n?|workshops?|schulung(?:en)?|trainings?|ag|ags|unterricht|sitzung(?:en)?)"
)
"""To lead these, in German, is to hold them."""
_LED = re.compile(
    r"(?:\w*team\w{0,2}|mannschaft|abteilung|\w*gruppe|\w*mitarbeiter(?:n|in|innen)?|mitarbeitenden?|kolleg(?:en|innen)|leuten?|"
    r"personen|beschaftigten?|angestellten?|azubis|auszubildenden?|\w*fachkraften?|\w*kraften?|belegschaft|crew|kolonne|"
    r"\w*monteuren?|\w*entwicklern?|gesellen)"
)
"""Whom one leads, in German, where one also leads talks, lists and machines."""
_WHOM = word_set("das die den dem")
"""Before `ich`: what was named farther off is what the person led."""
_CHARGED = frozenset({"took charge", "in charge of"})
_NUMERIC = word_set("least most")
_RECORDS = word_set("sales broken set")
_KEPT = word_set("of keeping keeper for in on system systems book books")
_KEEPING = word_set("track to kept keep keeping")
_SUBSET = re.compile(r"\b(?:\w+)\s+of\s+(?:whom|which|them|these|those)\b", re.I)
_PRONOUNS = word_set("whom which them these those it")
_HANDLING = word_set(
    "manage manages managed managing management oversee oversees oversaw overseeing supervision run runs ran"
)
_WEIGHTY = ("noun.people", "noun.org")
_HANDLED = word_set(
    "handle handles handled handling own owns owned owning responsible manage manages managed managing look "
    "looks looked looking oversee oversees oversaw charge"
)
_LESSONS = word_set(
    "class classes course courses workshop workshops session sessions lesson lessons seminar seminars "
    "tutorial tutorials talk talks tour tours walk walks"
)
_GAVE = word_set(
    "teach teaches taught give gives gave hold holds held deliver delivers delivered guide guided"
)
_REACH = 6
_WEIGHTS = word_set(
    "team teams department departments division budget budgets company business portfolio programme program "
    "staff region office gang gangs crew crews squad squads brigade shift shifts"
)
_DETERMINERS = word_set("a an the our my their his her its")
_FORMERLY = word_set("day days week weeks month months hour hours year years")


def is_otherwise_meant(
    claim: Claiming, line: TextFacts, ground: Ground, before: list[str], after: list[str]
) -> bool:
    """Whether a word is used in a sense in which it claims nothing.

    `before`, `after`: the words of the line on either side of it, folded.
    """
    word = fold(claim.written)
    if line.text[claim.end : claim.end + 1] == "-" and " " in word:
        return True
    if is_otherwise_meant_abroad(claim, line, ground, before, after):
        return True
    sense = _SENSES.get(claim.name, _no_frequency if claim.name.startswith("frequency.") else None)
    return bool(sense and sense(word, line, ground, before, after))


def _no_charge(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """Whoever did it was in charge of it; whoever helped was not."""
    return "hedge.share" not in ground.names


_Sense = Callable[[str, TextFacts, Ground, list[str], list[str]], bool]


def _no_lead(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """`Led to`; or a matter that somebody dealt with and now says to have managed."""
    if word in _LEADING and _MOTION & set(after[:1]):
        return True
    if word in _LEADING and leads_lessons(after, ground):
        return True
    if word.startswith(("leit", "geleitet")) and any(
        _TEACHING.fullmatch(each) for each in (*before[-_REACH:], *after[:_REACH])
    ):
        return True
    if word in _GUIDING:
        led = before if _WHOM & set(before[-_REACH:]) and "ich" in before[-_REACH:] else before[-_REACH:]
        return not any(_LED.fullmatch(each) for each in (*led, *after[:_REACH]))
    if word in _CHARGED and any(each.endswith("ing") for each in after[:2]):
        return True
    if word in _CHARGED:
        return _had_charge(line, ground, after)
    if word not in _HANDLING or "hedge.share" in ground.names:
        return False
    near = [t for t in after[:_REACH] if t not in _DETERMINERS]
    return not any(_is_weighty(each) for each in near)


def _had_charge(line: TextFacts, ground: Ground, after: list[str]) -> bool:
    """Of a matter that the person handled, owned or answered for; not of people, nor as a title."""
    if "hedge.share" in ground.names or "in Charge" in line.text or not _HANDLED & ground.words:
        return False
    return not any(_is_weighty(each) for each in after[:_REACH])


def leads_lessons(after: list[str], ground: Ground) -> bool:
    """Whoever taught a course or gave a talk led it; the school, and the teachers, are others'."""
    if "hedge.share" in ground.names or not _GAVE & ground.words:
        return False
    at = next((n for n, each in enumerate(after[:_REACH]) if each in _LESSONS), None)
    return at is not None and not any(_is_weighty(each) for each in after[:at])


def leads_a_course(line: TextFacts, at: int) -> bool:
    """Whether the words behind a word of the line name a course, which is led by whoever holds it."""
    return any(_TEACHING.fullmatch(t.word) for t in line.tokens[at + 1 : at + _REACH])


def _is_weighty(word: str) -> bool:
    return word in _WEIGHTS or any(name in claimed_by(word) for name in _WEIGHTY)


def _no_superlative(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """`At least`, and a record that is kept."""
    if word in _NUMERIC:
        return before[-1:] == ["at"]
    if word == "records":
        return not _RECORDS & set(after[:2])
    if word == "record" and before[-1:] == ["a"] and after[:1] == ["for"]:
        return False
    return word == "record" and bool(_KEPT & set(after[:1]) or _KEEPING & set(before[-1:]))


def _no_subset(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """`All of them`, where no source tells of some of them only; `throughout` for `across`."""
    if word in ("all", "each", "every") and after[:1] == ["of"] and _PRONOUNS & set(after[1:2]):
        return not any(_SUBSET.search(p.text) or _counts_some(p.facts) for p in ground.pieces)
    return word == "throughout" and "across" in ground.words


def _counts_some(facts: TextFacts) -> bool:
    """`4 cooks, 3 now sous chefs`: a second count, smaller than the first."""
    counts = [q.value for q in facts.quantities if q.measure is Measure.COUNT]
    return any(later < first for first, later in pairwise(counts))


def _no_success(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """That what was done was done `successfully` adds nothing; a day early is a day before."""
    if word in _WELL_DONE:
        return not {"hedge.plan", "hedge.unfinished"} & ground.names
    return word == "early" and bool(_FORMERLY & set(before[-1:]))


def _no_level(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """`Master's degree`, and to have `advanced two assistants`."""
    if word.removesuffix("'s") in ("master", "masters"):
        return bool(line.degrees)
    return word == "advanced" and not before and bool(after) and (after[0].isdigit() or _counts(line))


def _counts(line: TextFacts) -> bool:
    return bool(line.quantities) and line.quantities[0].start <= len("advanced") + 2


def _no_frequency(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """The monthly close is the close at month-end."""
    unit = _UNITS_OF.get(word)
    if unit == "year" and _EVERY & ground.words and _SEASONS & ground.words:
        return True
    return bool(unit) and any(each.startswith(f"{unit}-") for each in ground.words)


def _always(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """Of what is done every day."""
    return bool({"frequency.day", "frequency.shift"} & ground.names)


def is_kept_with(token: Token, line: TextFacts) -> bool:
    """Whether a word stands in a relative clause: others did it."""
    before = [t.word for t in line.tokens if t.end <= token.start]
    return bool(_RELATIVE & set(before[-_REACH:]))


_RELATIVE = word_set("who whom")
_EVERY = word_set("every each")
_SEASONS = word_set("spring summer autumn fall winter season christmas easter january december")
_UNITS_OF = {
    **dict.fromkeys(("daily", "each day", "every day"), "day"),
    **dict.fromkeys(("weekly", "each week", "every week"), "week"),
    **dict.fromkeys(("monthly", "each month", "every month"), "month"),
    **dict.fromkeys(("quarterly", "each quarter", "every quarter"), "quarter"),
    **dict.fromkeys(("yearly", "annual", "annually", "each year", "every year"), "year"),
}


def _two_tongues(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """Bilingual is who speaks two languages fluently or from childhood."""
    fluent = {
        p.source.id
        for p in ground.pieces
        if p.source.field == "proficiency" and {"level.native", "level.fluent"} & p.facts.names
    }
    if not word.startswith("bilingual"):
        return False
    return len(fluent) > 1 or any(_works_in_both(p.facts, line) for p in ground.pieces)


def _works_in_both(facts: TextFacts, line: TextFacts) -> bool:
    """What somebody tells or writes in two languages, where the line names these and no other."""
    known, named = _tongues(facts), _tongues(line)
    return len(known) > 1 and named <= known and " in " in facts.text


def _tongues(facts: TextFacts) -> set[str]:
    return {t.word for t in facts.tokens if not t.denied and _is_tongue(t.word)}


def _is_tongue(word: str) -> bool:
    return family(word) == "language" and not word.startswith("bilingual")


def _in_initials(word: str, line: TextFacts, ground: Ground, before: list[str], after: list[str]) -> bool:
    """A word of what the source has in capitals: `Higher National Diploma` of an HND."""
    at = next((t for t in line.tokens if t.word == word), None)
    return at is not None and is_spelled_out(at, line, ground)


_SENSES: dict[str, _Sense] = {
    "level.fluent": _two_tongues,
    "level.native": _two_tongues,
    "scope.nationwide": _in_initials,
    "scope.charge": _no_charge,
    "scope.leadership": _no_lead,
    "scope.superlative": _no_superlative,
    "scope.totality": _no_subset,
    "scope.success": _no_success,
    "level.advanced": _no_level,
    "frequency.always": _always,
}

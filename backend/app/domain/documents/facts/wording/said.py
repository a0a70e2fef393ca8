"""What the words of a ground say by their forms, their synonyms and the parts of their compounds."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.words.compounds import LINKS, parts_of
from app.domain.documents.facts.words.inflections import forms, forms_of
from app.domain.documents.facts.words.synonyms import groups_abroad, phrases_abroad
from app.domain.documents.facts.words.wordings import generals_of, specials_of
from app.domain.shared.prose import FUNCTION_WORDS, word_set

EMPTY_TAILS = word_set(
    "arbeit arbeiten aufgabe aufgaben bereich bereiche bereichs massnahme massnahmen tatigkeit tatigkeiten "
    "prozess prozesse prozessen vorgang vorgange wesen themen fragen dienst dienste zwecke fall falle "
    "leistung leistungen angelegenheiten verfahren betrieb material daten system "
    "systeme einheiten kraft krafte kraften person personen leute leuten alter maschine maschinen gerat "
    "gerate bau stand stande werte geraten anlage anlagen werkzeug werkzeuge"
)
"""Closing parts of German compounds that say nothing by themselves."""
_SHORT_HEADS = word_set(
    "alt arm auf bad bau bus ehe eis gas gut hof kfz kur lkw neu not ort pkw rad see tag tee ton tor weg zug"
)
_LEAST_HEAD = 3
_LEAST_PART = 4
_LEAST_COMPOUND = 7
_MADE_OF_A_NOUN = re.compile(
    r"([a-z]{4,}?)(?:er|en|n|s|e)?(?:schaft|lich|isch|ig|haft|massig|seitig|bezogen|weise|technisch|ern|n)"
    r"(?:e[nrms]?)?$"
)
"""`papiern` of paper, `sprachlich` of language."""


@dataclass(frozen=True, slots=True)
class Said:
    forms: frozenset[str]
    groups: frozenset[int]
    long: tuple[str, ...]
    """Words that may be compounds."""
    specials: frozenset[int]
    german: bool

    def tells(self, word: str) -> bool:
        if forms(word) & self.forms or groups_abroad(word) & self.groups:
            return True
        if not self.german:
            return False
        if generals_of(word) & self.specials:
            return True
        made = _MADE_OF_A_NOUN.match(word)
        return self._tells_part(word) or bool(
            made
            and (
                forms(made[1]) & self.forms
                or groups_abroad(made[1]) & self.groups
                or self._tells_part(made[1])
            )
        )

    def _tells_part(self, word: str) -> bool:
        return is_part(word, self.long)

    def tells_compound(self, word: str) -> bool:
        if len(word) < _LEAST_COMPOUND:
            return False
        return any(
            self.tells_head(word[:n]) and self.tells_tail(word[n:])
            for n in range(_LEAST_HEAD, len(word) - _LEAST_HEAD + 1)
            if (n >= _LEAST_PART or word[:n] in _SHORT_HEADS)
            and (len(word) - n >= _LEAST_PART or word[n:] in EMPTY_TAILS)
        )

    def tells_head(self, part: str) -> bool:
        """Takes the opening part of a compound, with its link."""
        heads = (part.removesuffix(link) for link in LINKS if part.endswith(link))
        return any(
            len(head) >= _LEAST_HEAD and head not in FUNCTION_WORDS and self.tells(head) for head in heads
        )

    def tells_tail(self, part: str) -> bool:
        return part in EMPTY_TAILS or self.tells(part) or self.tells_compound(part)


def said_by(ground: Ground, *, german: bool) -> Said:
    groups = frozenset(n for p in ground.pieces for _, _, n in phrases_abroad(p.facts.tokens))
    return _said(ground.words, ground.long_words, groups, ground.specials, german)


def said_in(words: frozenset[str]) -> Said:
    """By German words without their surroundings."""
    return _said(
        words, tuple(sorted(w for w in words if len(w) >= _LEAST_COMPOUND)), frozenset(), frozenset(), True
    )


@lru_cache(maxsize=1 << 10)
def _said(
    words: frozenset[str],
    long: tuple[str, ...],
    phrased: frozenset[int],
    specials: frozenset[int],
    german: bool,
) -> Said:
    """The forms and the groups of the words of a ground, and of the parts of its compounds."""
    parts = frozenset(part for word in words for part in parts_of(word))
    told = (words - FUNCTION_WORDS) | parts
    groups = frozenset(n for word in told for n in groups_abroad(word))
    specials |= {n for part in parts for n in specials_of(part)}
    return Said(forms_of(words | parts), groups | phrased, long, specials, german)


@lru_cache(maxsize=1 << 15)
def is_part(word: str, long: tuple[str, ...]) -> bool:
    """`Roboter` of Palettierrobotern, `Raum` of a Bewegungsraum, `bewegen` of the same."""
    stems = {s for s in (word, *_bare(word), *_stems(word)) if len(s) >= _LEAST_PART}
    return any(
        len(each) >= len(stem) + _LEAST_HEAD
        and (each.startswith(stem) or any(end.endswith(stem) for end in (each, *_bare(each), *_stems(each))))
        for each in long
        for stem in stems
    )


def is_closing(word: str, compound: str) -> bool:
    """`Anrufe`, of Kundenanrufe."""
    stems = {s for s in (word, *_bare(word)) if len(s) >= _LEAST_PART}
    longer = [c for c in (compound, *_bare(compound)) if len(c) >= _LEAST_COMPOUND]
    return any(c.endswith(s) and len(c) > len(s) for c in longer for s in stems)


def _bare(word: str) -> tuple[str, ...]:
    """Without the ending of a plural or a case."""
    return tuple(word.removesuffix(ending) for ending in ("n", "s", "en", "es") if word.endswith(ending))


@lru_cache(maxsize=1 << 15)
def _stems(word: str) -> tuple[str, ...]:
    """By the endings of German."""
    return tuple(sorted(form[:-2] for form in forms(word) if form.endswith("/d")))

"""Whether a German, French or Spanish word is another form, or another word, for what the sources say."""

from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.wording.said import EMPTY_TAILS, is_closing, said_by
from app.domain.documents.facts.words.compounds import LINKS, parts_of
from app.domain.documents.facts.words.light import LANGUAGES, is_empty, is_soft
from app.domain.documents.facts.words.synonyms import groups_abroad, idle_in_german, phrases_abroad
from app.domain.documents.facts.words.turns import say_the_same
from app.domain.shared.prose import word_set

_SPOKEN = word_set(
    "auf aus bei beim das dem den der des die ein eine einem einen einer fur im mit nach uber um und vom "
    "von zu zum zur au aux avec dans de des du en et la le les par pour sous sur un une al con del el las "
    "los para por sobre su y"
)
"""Small words of these languages, and not of English."""
_FOREIGN = LANGUAGES - {"en"}
_GERMAN = frozenset({"de"})
_LIGHT_HEADS = word_set(
    "alt arbeits berufs bei ein erst mit nach neu tages um vor weiter wieder zu zusatz zwischen"
)
"""Opening parts that say nothing by themselves."""
_LEAST_LIGHT = 2
_LEAST_HEAD = 3


def alike_abroad(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two words name one thing, as `Mietshäuser` and `Häuser` do, or `anomalies` and `bugs`."""
    return any(_alike(word, known) for word in one for known in other) or any(
        say_the_same(word, other[:1]) for word in one[:1]
    )


def _alike(word: str, known: str) -> bool:
    if _last_groups(word) & _last_groups(known):
        return True
    return is_closing(word, known) or is_closing(known, word)


def _last_groups(word: str) -> frozenset[int]:
    """The groups of a word, or of the closing part of a German compound that no table knows as a whole."""
    parts = parts_of(word)
    return groups_abroad(word) or groups_abroad(parts[-1] if parts else word)


def told_abroad(token: Token, line: TextFacts, ground: Ground) -> bool:
    """`Beratung` of `beriet`, `gestion` of `gérait`, `Bestand` of a `Lagerbestand`."""
    if not (_SPOKEN & line.words or _FOREIGN & line.languages):
        return False
    said = said_by(ground, german="de" in line.languages)
    if any(start <= token.start < end and n in said.groups for start, end, n in phrases_abroad(line.tokens)):
        return True
    if "de" in line.languages and any(
        start <= token.start < end for start, end in idle_in_german(line.tokens)
    ):
        return True
    return said.tells(token.word) or said.tells_compound(token.word)


def in_no_group(word: str) -> bool:
    return not groups_abroad(word)


def is_shaded_compound(word: str, ground: Ground) -> bool:
    """`Stillstandszeit` of a standstill: one part is told, the other says little."""
    said = said_by(ground, german=True)
    return any(
        (said.tells_head(word[:n]) and _is_light(word[n:]))
        or (_opens_lightly(word[:n]) and said.tells_tail(word[n:]))
        for n in range(_LEAST_LIGHT, len(word) - _LEAST_HEAD + 1)
    )


def is_head_of_told(part: str, ground: Ground) -> bool:
    """Takes the opening part of a compound, with its link."""
    return said_by(ground, german=True).tells_head(part)


def _is_light(part: str) -> bool:
    return part in EMPTY_TAILS or is_empty(part, _GERMAN) or is_soft(part, _GERMAN)


def _opens_lightly(part: str) -> bool:
    heads = (part.removesuffix(link) for link in LINKS if part.endswith(link))
    return any(head in _LIGHT_HEADS or (len(head) > _LEAST_HEAD and _is_light(head)) for head in heads)

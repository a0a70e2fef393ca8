"""Whether a word of a line is accounted for by what the cited sources say."""

import re
from functools import cache

from app.domain.documents.facts.amounts.derived import tells_of_most
from app.domain.documents.facts.reading.short_forms import parts_of_short
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.wording.abroad import told_abroad
from app.domain.documents.facts.words.light import is_empty
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.tables import lines
from app.domain.documents.facts.words.turns import LANGUAGES, NO_STYLE, is_in_phrase, is_told
from app.domain.documents.facts.words.wordings import claimed_by, generals_of, groups_of, is_style
from app.domain.shared.prose import FUNCTION_WORDS, word_set
from app.domain.shared.skills import family

_CONTRACTED = re.compile(r"(?:i|we|you|they|it|that|there|who)'(?:ve|m|d|ll|re|s)")
_PREFIXES = word_set("pre post non re co mid self")
_ARTICLE = len(" eine ")
_LEAST_PART = 4
_LEAST_COMPOUND = 8
_LEAST_TRIMMED = 5
_LINKS = ("", "s", "es", "n", "en", "er")
_INITIALS = range(2, 6)
_OF_DEGREES = word_set("bachelor bachelors master masters associate associates diploma certificate doctor")
_CUT = range(3, 6)
_NAMES = frozenset({"institution", "company", "awarder", "issuer"})
_GERMAN = word_set("und der die das dem den mit fur bei im vom zum zur auf aus")
_PARTS = re.compile(r"[.'\u2019&]")


def accounted(token: Token, line: TextFacts, ground: Ground) -> bool:
    word = token.word
    if _is_said(token, ground) or _goes_without_saying(token, line, ground):
        return True
    if is_odd(token) or is_capitals(token, line):
        return bool(groups_of(word) & ground.groups) and not is_odd(token)
    if _is_light(word, line):
        return not (_is_capital(token) and (ground.listed_only or _is_proper(token, line)))
    if ground.listed_only and _is_capital(token) and not _translated(word, ground):
        return is_spelled_out(token, line, ground)
    if _is_proper(token, line):
        return _compounded(word, ground) or is_spelled_out(token, line, ground)
    if line.languages <= LANGUAGES:
        return is_spelled_out(token, line, ground) or _is_told_in_romance(token, line, ground)
    return (
        bool(groups_of(word) & ground.groups)
        or (_is_told(token, line) and _told_otherwise(token, line, ground))
        or _compounded(word, ground)
        or is_spelled_out(token, line, ground)
        or told_abroad(token, line, ground)
        or turned(token, line, ground)
    )


@cache
def _states() -> dict[str, str]:
    """Both ways: of `ohio` its abbreviation, and of the abbreviation its name."""
    pairs = [line.split() for line in lines("states.txt")]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


def is_state(token: Token, ground: Ground) -> bool:
    """`Ohio`, of Akron, OH; `TX`, of Austin, Texas."""
    other = _states().get(token.word) if token.written[0].isupper() else None
    where = (p for p in ground.pieces if p.source.field == "location")
    return bool(other) and any(other in p.facts.words for p in where)


def _is_said(token: Token, ground: Ground) -> bool:
    if is_state(token, ground):
        return True
    if is_odd(token) and _shortens_parts(token.written, ground):
        return True
    return named(token.word, ground) or abbreviates(token, ground) or _cuts_short(token, ground)


def _goes_without_saying(token: Token, line: TextFacts, ground: Ground) -> bool:
    """`I've`, the `co` of `co-wrote`, what an item of its kind is told with; what rose was also lifted."""
    word = token.word
    if "'" in word and _CONTRACTED.fullmatch(word):
        return True
    if ground.denied_roots and word.startswith("un") and word.endswith("ed") and ground.denies(word[2:]):
        return True
    if word in _PREFIXES and line.text[token.end : token.end + 1] == "-":
        return True
    if any(start <= token.start < end for start, end in line.idle):
        return True
    if claimed_by(word) & ground.unsaid or _is_about(token, line) or _names_field(word, ground):
        return True
    return word == "majority" and _tells_of_most(ground)


def _names_field(word: str, ground: Ground) -> bool:
    """`Published`, of the person's own field `publications`."""
    return bool(groups_of(word) & ground.own_fields)


def _is_told_in_romance(token: Token, line: TextFacts, ground: Ground) -> bool:
    if groups_of(token.word) & ground.groups:
        return True
    named = _is_name(token, line)
    return (not named and _told_otherwise(token, line, ground)) or turned(token, line, ground)


def _is_light(word: str, line: TextFacts) -> bool:
    if LANGUAGES & line.languages and word.startswith(NO_STYLE):
        return False
    return is_style(word) or word in FUNCTION_WORDS or is_empty(word, line.languages)


def _is_name(token: Token, line: TextFacts) -> bool:
    """Whether French or Spanish would write it small if it were none."""
    return "de" not in line.languages and _is_capital(token) and not _is_told(token, line)


def turned(token: Token, line: TextFacts, ground: Ground) -> bool:
    """By a form, a phrase, a wider word of French or Spanish; a name only as part of a phrase."""
    spoken = sorted(LANGUAGES & line.languages)
    if not spoken:
        return False
    at = line.tokens.index(token)
    if _is_name(token, line) and not token.written.isupper():
        return any(is_in_phrase(each, at, line.run, ground.turns[each]) for each in spoken)
    return any(is_told(each, token.word, at, line.run, ground.turns[each]) for each in spoken)


def _is_about(token: Token, line: TextFacts) -> bool:
    """`Gut vier Jahre` are a little more than four."""
    return token.word == "gut" and any(0 <= q.start - token.end <= _ARTICLE for q in line.quantities)


def _is_told(token: Token, line: TextFacts) -> bool:
    """As a plain word of a sentence: no title, and no name."""
    if "de" in line.languages and token.written[1:].islower():
        return True
    lower = sum(t.written[0].islower() for t in line.tokens)
    return token.written.islower() or (token is line.tokens[0] and lower * 2 >= len(line.tokens))


def _told_otherwise(token: Token, line: TextFacts, ground: Ground) -> bool:
    """By a more general word, or by a phrase: `tracked down`, where the source has found."""
    return bool(generals_of(token.word) & ground.specials) or any(
        start <= token.start < end and groups & ground.groups for start, end, groups in line.phrased
    )


def _tells_of_most(ground: Ground) -> bool:
    return "most" in ground.words or any(tells_of_most(p.facts) for p in ground.pieces)


def _is_capital(token: Token) -> bool:
    return token.written[0].isupper() and token.start != 0


def _translated(word: str, ground: Ground) -> bool:
    """The name of a language may be given in another."""
    return family(word) == "language" and bool(groups_of(word) & ground.groups)


def is_capitals(token: Token, line: TextFacts) -> bool:
    return len(token.written) > 1 and token.written.isupper() and not line.text.isupper()


def _is_proper(token: Token, line: TextFacts) -> bool:
    """Beside another capital in the middle of a sentence, where nouns have none of their own."""
    if not _is_capital(token) or _is_german(line) or not token.written[1:].islower():
        return False
    at = line.tokens.index(token)
    beside = [line.tokens[n] for n in (at - 1, at + 1) if 0 <= n < len(line.tokens)]
    lower = sum(t.written[0].islower() for t in line.tokens)
    return lower * 2 >= len(line.tokens) and any(t.written[0].isupper() and t.start for t in beside)


def _is_german(line: TextFacts) -> bool:
    return "de" in line.languages or bool(_GERMAN & line.words)


def is_odd(token: Token) -> bool:
    """Written as only names are: `GmbH`, `ISO9001`, `PostgreSQL`."""
    inner = token.written[1:]
    mixed = any(c.isupper() for c in inner) and not token.written.isupper()
    return mixed or any(c.isdigit() for c in token.written)


def named(word: str, ground: Ground) -> bool:
    if word in ground.words or roots(word) & (ground.roots | ground.compared_roots | ground.spared_roots):
        return True
    parts = [part for part in _PARTS.split(word) if part]
    return len(parts) > 1 and all(part in ground.words for part in parts)


def _compounded(word: str, ground: Ground) -> bool:
    """`Kundenservice` of customers and service; `Service` of a Kundenservice."""
    if len(word) >= _LEAST_TRIMMED and any(
        len(long) >= len(word) + _LEAST_PART - 1 and (long.startswith(word) or long.endswith(word))
        for long in ground.long_words
    ):
        return True
    if len(word) < _LEAST_COMPOUND:
        return False
    cuts = range(_LEAST_PART, len(word) - _LEAST_PART + 1)
    return any(_part(word[:n], ground) and _part(word[n:], ground) for n in cuts)


def _part(part: str, ground: Ground) -> bool:
    heads = (part.removesuffix(link) for link in _LINKS if part.endswith(link))
    return any(
        len(head) >= _LEAST_PART - 1 and (roots(head) & ground.roots or groups_of(head) & ground.groups)
        for head in heads
    )


def _cuts_short(token: Token, ground: Ground) -> bool:
    """`Cardiff Met` of Cardiff Metropolitan University."""
    if not _is_capital(token) or len(token.word) not in _CUT or token.written.isupper():
        return False
    names = (p for p in ground.pieces if p.source.field in _NAMES)
    return any(each.startswith(token.word) for p in names for each in p.facts.words)


def abbreviates(token: Token, ground: Ground) -> bool:
    """`RN` of a Registered Nurse, `HCAs` of healthcare assistants, `MSK` of the musculoskeletal."""
    capitals = token.written.removesuffix("s")
    if not capitals.isupper() or len(capitals) not in _INITIALS:
        return False
    short = capitals.lower()
    return short in ground.initials or any(_shortens(short, word) for word in ground.long_words)


def _shortens(short: str, word: str) -> bool:
    """Its letters in their order, from the first on."""
    rest = iter(word)
    return word.startswith(short[0]) and all(letter in rest for letter in short)


def is_spelled_out(token: Token, line: TextFacts, ground: Ground) -> bool:
    """`Registered Nurse` of an RN, `Diploma of Higher Education` of a DipHE."""
    known = ground.abbreviations | (ground.places if token.written[0].isupper() else frozenset())
    if known:
        at = line.tokens.index(token)
        for width in _INITIALS:
            for first in range(max(0, at - width + 1), at + 1):
                window = line.tokens[first : first + width]
                if len(window) == width and "".join(t.word[0] for t in window) in known:
                    return True
    return bool(known or ground.mixed) and _spells_degree(token, line, known, ground.mixed)


def _spells_degree(
    token: Token, line: TextFacts, known: frozenset[str], mixed: tuple[tuple[str, ...], ...]
) -> bool:
    """`Bachelor of Fine Arts` of a BFA: small words have no letter in it."""
    told = [t for t in line.tokens if t.word not in FUNCTION_WORDS]
    for first, opening in enumerate(told):
        if opening.word not in _OF_DEGREES or opening.start > token.start:
            continue
        rest = [t.word for t in told[first:] if t.start <= token.start]
        if len(rest) not in range(1, _INITIALS.stop):
            continue
        words = [t.word for t in told[first : first + _INITIALS.stop]]
        for width in range(max(len(rest), _INITIALS.start), len(words) + 1):
            if "".join(word[0] for word in words[:width]) in known:
                return True
        if any(len(parts) >= len(rest) and _opens_with(words, parts) for parts in mixed):
            return True
    return False


def _shortens_parts(written: str, ground: Ground) -> bool:
    """`DipHE` of a Diploma of Higher Education."""
    parts = parts_of_short(written)
    if not parts:
        return False
    told = ([t.word for t in p.facts.tokens if t.word not in FUNCTION_WORDS] for p in ground.pieces)
    return any(_opens_with(words[first:], parts) for words in told for first in range(len(words)))


def _opens_with(words: list[str], parts: tuple[str, ...]) -> bool:
    return len(words) >= len(parts) and all(map(str.startswith, words, parts))

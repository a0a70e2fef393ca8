"""Running text, cut into the words that carry its meaning."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.'\u2019][^\W_]+)*[+#]*")
_BETWEEN_SENTENCES = re.compile(
    r"(?<=[.!?])[\"'\u201d\u2019)]*\s+(?=[\"'\u201c\u2018(]?[^\W_a-z])|(?<!\s)[^\S\n]*\n\s*"
)
_LEAST_STEM = 3


def in_order(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def stem_set(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


_ENDINGS = in_order("ations ation ements ement ments ment ings ing eds ers ors ies ied er or ed es ly s e y")
FUNCTION_WORDS = word_set(
    "a an the and or but nor of to in on at by for from with into onto over under as is are was were be "
    "been being am it its this that these those there their them they he she his her him i we our us my "
    "me you your who whom whose which what when where while how than then so such not no if any all each "
    "every both either more most less least other others another same own only also very too just can "
    "could may might must shall should will would do does did done has have having had about across after "
    "against along among around before behind below between beyond during through throughout toward "
    "towards until up down out off upon via within without per plus etc eg ie vs der die das den dem des "
    "ein eine einen einem einer und oder aber nicht von zu zur zum im am an auf aus bei mit für nach über "
    "unter vor als ist sind war waren wird werden sie wir ihr ihre unser unsere du dein le la les un une "
    "des du de et ou mais dans sur sous par pour avec sans en au aux est sont été être ce cette ces qui "
    "que dont nous vous ils elles leur leurs notre votre son sa ses el los las una unos unas y o pero del "
    "al con sin por para como es son ser su sus nuestro nuestra que se lo och eller men inte av till från "
    "i på med för om som är var vara ett den det de vi du ni din ditt vår vårt att ska kan har"
)
POSTING_WORDS = word_set(
    "experience experienced ability able strong excellent good great solid proven demonstrated knowledge "
    "understanding familiarity familiar proficiency proficient skill skills skilled work working works "
    "worked job role position candidate candidates applicant applicants ideal required requirement "
    "requirements preferred preferably desired desirable minimum least years year month months need needs "
    "needed looking seeking like join help ensure including include includes related relevant similar "
    "equivalent field environment new well high highly level background track record successful "
    "successfully team teams company using use used within nice bonus asset advantage ideally essential "
    "mandatory expect expected one two three us erfahrung kenntnisse fähigkeit gute sehr expérience "
    "connaissance connaissances capacité bonne experiencia conocimiento conocimientos capacidad "
    "erfarenhet kunskap kunskaper god goda förmåga meriterande"
)


def fold(text: str) -> str:
    """Without case, diacritics and runs of space: what two spellings of one thing have in common."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = text.replace("\u2019", "'").replace("\u2011", "-")
    return " ".join(text.casefold().split())


def one_line(text: str) -> str:
    """As it is written, with one space between words."""
    return " ".join(text.split())


def words(text: str) -> tuple[str, ...]:
    """Every word, folded, in order."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What `mentor`, `mentored` and `mentoring` have in common. Takes a folded word."""
    shorter = _without_ending(word) if word.isalpha() else word
    return word if shorter == word else stem(shorter)


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return _undouble(word[: -len(ending)])
    return word


def _undouble(root: str) -> str:
    if len(root) > _LEAST_STEM and root[-1] == root[-2] and root[-1] not in "sl":
        return root[:-1]
    return root


def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words that mean something, each once, in order."""
    return tuple(dict.fromkeys(stem(word) for word in words(text) if word not in FUNCTION_WORDS))


def asked_stems(text: str) -> tuple[str, ...]:
    """As `content_stems`, without the words that every posting uses."""
    return tuple(
        dict.fromkeys(
            stem(word)
            for word in words(text)
            if word not in FUNCTION_WORDS and word not in POSTING_WORDS and not word.isdigit()
        )
    )


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each as it was written."""
    parts = _BETWEEN_SENTENCES.split(text.strip())
    return tuple(part.strip() for part in parts if part and part.strip())

"""Running text, cut into the words that carry its meaning, and the parts of it that say no."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*[+#]*")
_ENDINGS = tuple(
    sorted(
        "ations ation ements ement ments ment ings ing ers er ors or ies ied eds ed es s ly e y".split(),
        key=len,
        reverse=True,
    )
)
_LEAST_STEM = 3

FUNCTION_WORDS = frozenset(
    (
        "a an the and or but nor of to in on at by for from with into onto over under as is are was were be been "
        "being am it its this that these those there their them they he she his her him i we our us my me you your "
        "who whom whose which what when where while how than then so such not no if any all each every both either "
        "more most less least other others another same own only also very too just can could may might must shall "
        "should will would do does did done has have having had about across after against along among around "
        "before behind below between beyond during through throughout toward towards until up down out off upon via "
        "within without per plus etc eg ie vs "
        "der die das den dem des ein eine einen einem einer und oder aber nicht von zu zur zum im am an auf aus bei "
        "mit für nach über unter vor als ist sind war waren wird werden sie wir ihr ihre unser unsere du dein "
        "le la les un une des du de et ou mais dans sur sous par pour avec sans en au aux est sont été être ce cette "
        "ces qui que dont nous vous ils elles leur leurs notre votre son sa ses "
        "el los las una unos unas y o pero del al con sin por para como es son ser su sus nuestro nuestra que se lo "
        "och eller men inte av till från i på med för om som är var vara ett den det de vi du ni din ditt vår vårt "
        "att ska kan har"
    ).split()
)
POSTING_WORDS = frozenset(
    (
        "experience experienced ability able strong excellent good great solid proven demonstrated knowledge "
        "understanding familiarity familiar proficiency proficient skill skills skilled work working works worked job "
        "role position candidate candidates applicant applicants ideal required requirement requirements preferred "
        "preferably desired desirable minimum least years year month months need needs needed looking seeking like "
        "join help ensure including include includes related relevant similar equivalent field environment new well "
        "high highly level background track record successful successfully team teams company using use used within "
        "nice bonus asset advantage ideally essential mandatory expect expected one two three us "
        "erfahrung kenntnisse fähigkeit gute sehr expérience connaissance connaissances capacité bonne experiencia "
        "conocimiento conocimientos capacidad erfarenhet kunskap kunskaper god goda förmåga meriterande"
    ).split()
)

_STRONG_END = re.compile(
    r"[.;:!?\n()]|\b(?:but|however|although|though|except|instead|aber|sondern|mais|pero|sino|men)\b", re.I
)
_BROAD_NO = re.compile(
    r"\b(?:(?:no|without|lacks?|lacking|little|zero)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:experience|knowledge|exposure|background|training|familiarity|skills?|practice|expertise|qualifications?)"
    r"|(?:never|not|haven't|hasn't|don't|doesn't|didn't|cannot|can't|isn't|aren't)(?!\s+only\b)"
    r"|unlike|lacks?|lacking|other\s+than|rather\s+than|instead\s+of|unfamiliar\s+with"
    r"|keine?n?\s+(?:erfahrung|kenntnisse)|nicht|nie|pas\s+d[e']|aucune?|jamais|ninguna?|nunca|inte|ingen|aldrig)\b",
    re.I,
)
_CLOSE_NO = re.compile(r"\b(?:no|without|minus|neither|nor|keine?n?|ohne|sans|sin|utan)\s+", re.I)
_CLOSE_REACH = re.compile(r"(?:[^\s,;:.!?()]+\.?[^\s,;:.!?()]*\s*){1,3}")
_NO_AFTER = re.compile(
    r"([\w+#./-]+(?: [\w+#./-]+)?)\s*(?::|-|–|—|\()\s*(?:none|no experience|not used|never used|never|no)\b",
    re.I,
)
_LIST_OF_NOS = re.compile(r",?\s*\b(?:or|nor|oder|noch|ou|ni|o|eller)\b", re.I)


def fold(text: str) -> str:
    """Without case, diacritics and runs of space: what two spellings of one thing have in common."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = text.replace("’", "'").replace("‑", "-")
    return " ".join(text.casefold().split())


def words(text: str) -> tuple[str, ...]:
    """Every word, folded, in order."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What `managed`, `manages` and `managing` have in common. Takes a folded word."""
    if len(word) <= _LEAST_STEM or not word.isalpha():
        return word
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
    parts = re.split(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[^\W_a-z])|\s*\n+\s*", text.strip())
    return tuple(part.strip() for part in parts if part and part.strip())


def denied(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text that say what is not so: `no Java`, `never used X`, `unlike X`."""
    return tuple(sorted({*_broad(text), *_close(text), *_after(text)}))


def is_denied(start: int, end: int, stretches: tuple[tuple[int, int], ...]) -> bool:
    return any(a <= start and end <= b for a, b in stretches)


def _broad(text: str) -> Iterator[tuple[int, int]]:
    for cue in _BROAD_NO.finditer(text):
        yield cue.start(), _reach_of(text, cue.end())


def _reach_of(text: str, start: int) -> int:
    """To the end of the clause; past a comma only when an `or` carries the list on."""
    strong = _STRONG_END.search(text, start)
    while strong and strong.group() == "." and text[strong.end() : strong.end() + 1].isalnum():
        strong = _STRONG_END.search(text, strong.end())
    limit = strong.start() if strong else len(text)
    comma = text.find(",", start, limit)
    if comma < 0 or _LIST_OF_NOS.search(text, comma, limit):
        return limit
    return comma


def _close(text: str) -> Iterator[tuple[int, int]]:
    for cue in _CLOSE_NO.finditer(text):
        if reach := _CLOSE_REACH.match(text, cue.end()):
            yield cue.start(), reach.end()


def _after(text: str) -> Iterator[tuple[int, int]]:
    for cue in _NO_AFTER.finditer(text):
        yield cue.start(), cue.end()


def without_denials(text: str) -> str:
    """What the text says is so."""
    stretches = denied(text)
    kept = (" " if is_denied(n, n + 1, stretches) else c for n, c in enumerate(text))
    return "".join(kept) if stretches else text

"""The parts of a text that say what is not so."""

import re
from collections.abc import Iterator

from app.domain.shared.cues import Cue, Spoken, spoken
from app.domain.shared.prose import word_set
from app.domain.shared.stretches import Stretches

_FARTHEST = 300
"""Characters: no denial reaches farther."""
_STRONG_END = re.compile(
    r"[.;:!?\n()]|\b(?:but|however|although|though|except|instead|aber|sondern|mais|pero|sino|men)\b|"
    r"\band\s+(?:(?:has|have|had|is|am|are|was|were|will|can|I|we|he|she|they)\b(?!\s+(?:not|never|no)\b)|"
    r"(?:works|worked|holds|held|runs|ran|uses|used|leads|led)\b)",
    re.I,
)
"""Also `and has`, `and works`: what follows is said of the person once more."""
_BROAD_NO = re.compile(
    r"\b(?:(?:no|without|lacks?|lacking|little|zero)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:experience|knowledge|exposure|background|training|familiarity|skills?|practice|expertise|qualifications?)"
    r"|(?:never|not|haven't|hasn't|don't|doesn't|didn't|cannot|can't|isn't|aren't)(?!\s+(?:only\b|(?:one|a\s+single)\s+(?!has|have|had|was|were|of|is|are|could|did)))"
    r"|unlike|lacks?|lacking|other\s+than|rather\s+than|instead\s+of|unfamiliar\s+with"
    r"|(?:keine?n?|ohne)\s+(?:erfahrung|kenntnisse)|(?:sans|aucune?)\s+(?:exp\u00e9rience|connaissances?)"
    r"|(?:sin|ninguna?)\s+(?:experiencia|conocimientos?)|no\s+(?:tengo|tiene|he|ha|hay|cuento|dispongo|poseo|conozco)"
    r"|n(?:e\s+|['\u2019])\w+\s+(?:pas|jamais)|nicht|nie|pas\s+d[e']|aucune?|jamais|ninguna?|nunca|inte|ingen|aldrig)\b",
    re.I,
)
_CLOSE_NO = re.compile(
    r"\b(?:no(?!\s+conformidad)|not\s+(?:one|a\s+single)(?!\s+(?:has|have|had|was|were|of|is|are|could|did)\b)|without|minus|"
    r"neither|nor|nobody|none(?=\s+(?:was|were|of\s+(?:them|which|whom)\s+(?:was|were))\b)|keine?[nmrs]?|niemand\w*|ohne|sans|sin|utan|"
    r"ni\s+un[ao]?(?:\s+sol[ao])?|pas\s+une?\s+seule?|(?:pas|sans)\s+(?:le|la)\s+moindre|sin\s+(?:el|la)\s+menor)\s+",
    re.I,
)
_UNDONE = re.compile(
    r"[^\W\d_]+(?:er|ir|re|ar)(?=\s+(?:le|la|les|mon|ma|mes|son|sa|ses|leurs?|ce|cette|ces|el|los|las|mis?|sus?|al)\b|"
    r"\s+l['\u2019])|[^\W\d_]+[aei]r(?:l[aoe]s?|se)\b"
)
"""`Sans interrompre l'accueil`, `sin sacarlos del aula`: only the deed was not done."""
_UNDONE_IN_GERMAN = re.compile(
    r"(?:den|die|das|dem|ihn|sie|es|meine[mnr]?|unsere[mnr]?)\s[^,.;:!?()]{2,60}?(?P<deed>\b(?:zu\s[^\W\d_]+|[^\W\d_]{2,6}zu[^\W\d_]{4,}))\b",
)
_ROMANCE_NONE = re.compile(r"(?:aucune?|ning[u\u00fa]na?)$", re.I)
_WHERE = re.compile(
    r"\s(?:dans|sur|pendant|durant|depuis|parmi|lors|chez|dont|avec|durante|desde|entre|con)\s", re.I
)
"""`Aucune rupture dans les trois entrep\u00f4ts`: there were the three."""
_CLOSE_REACH = re.compile(r"(?:[^\s,;:.!?()]+\.?[^\s,;:.!?()]*\s*){1,3}")
_GERMAN_NO = re.compile(r"kein|ohne", re.I)
_NOUN_REACH = re.compile(
    r"(?:[a-z\u00e4\u00f6\u00fc\u00df][\w-]*\s+){0,2}[A-Z\u00c4\u00d6\u00dc][\w-]*(?=\s+[a-z\u00e4\u00f6\u00fc])"
)
"""In German, to the noun, when it is not followed by another."""
_NO_AFTER = re.compile(
    r"(?<![\w+#./-])[\w+#./-]{1,40}(?: [\w+#./-]{1,40})?\s*(?::|-|\u2013|\u2014|\()\s*"
    r"(?:none|no experience|not used|never used|never|no)\b",
    re.I,
)
_NO_TOPIC = (
    "als|am|an|auf|aufgrund|aus|bei|beim|da|dabei|dadurch|damals|damit|dank|dann|darum|das|dennoch|deshalb|dies|doch|"
    "dort|durch|es|f\u00fcr|gegen|hier|ich|im|in|nach|nachdem|ob|obwohl|seit|seitdem|so|trotz|\u00fcber|um|und|unter|vom|von|vor|"
    "w\u00e4hrend|wegen|weil|wenn|wir|zu|zum|zur"
)
_TOPIC = re.compile(
    rf"(?:^|(?<=[.;:!?,\n(]))\s*(?P<topic>(?!(?:{_NO_TOPIC})\b)(?:[^\W\d_][\w-]*[ ]){{1,6}}?)"
    r"(?:(?:[^\W\d_]{2,}[ ](?:ich|wir|man)|(?:geh\u00f6r|z\u00e4hl|war|wurd|ist|sind|gab|kam)[a-z]*)[ ]"
    r"(?:(?!(?:nur|es)\b)[^\W\d_]+[ ]){0,4}?"
    r"(?:nicht(?!\s+(?:nur|allein|zuletzt))|nie|niemals|keine?[nmrs]?)(?!\w)(?:[ ][^.;:!?,\n()]*)?|"
    r"(?:dagegen|hingegen|jedoch|allerdings|bisher|bislang)[ ](?:noch[ ])?"
    r"(?:nicht|nie|keine?s?)(?=\s*(?:[.;,!?)]|$))|"
    r"(?:blieb|bleib|fiel|fall)[a-z]*[ ](?:[^\W\d_]+[ ]){0,2}?aus(?=\s*(?:[.;,!?)]|$)))",
    re.I,
)
"""In German what is denied may come first: `Mit X habe ich nie gearbeitet`, `ein Unfall blieb aus`."""
_UNKNOWN = re.compile(
    r"(?:^|(?<=[.;:!?,\n(]))\s*(?P<topic>(?:[^\W\d_][\w-]*[ ]){1,6}?)"
    r"(?:(?:habe|hatte|besitze|besa\u00df|bringe)[ ]ich[ ](?:[^\W\d_]+[ ]){0,3}?keine?|"
    r"fehl(?:t|en|te|ten)[ ]mir)"
    r"[ ](?:[^\W\d_]+[ ])?(?:\w*kenntnisse|\w*erfahrung(?:en)?|ahnung|praxis|wissen)(?!\w)",
    re.I,
)
"""Whatever opens it: `Von X habe ich keine Kenntnisse`."""
_COMPARED = re.compile(r"unlike|(?:other|rather)\s+than|instead\s+of", re.I)
_AMOUNT = re.compile(
    r"\s+(?:[$\u20ac\u00a3]?\d[\d,.]*%?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|per\s?cent|people|euros?|dollars?|pounds?))?"
    r"(?=\s+(?:with|by|since|after|thanks|through|using|for|on|at|in|when|because|as)\b)",
    re.I,
)
"""`One minute instead of three with the layout I drew`: the layout is not denied."""
_NO_LACK = re.compile(r"\bnot[\s-]for[\s-]profit\b|\bwhether\s+or\s+not\b|\bnicht\s+nur\b", re.I)
_LACK = re.compile(
    r"\byet\s+to\b|:\s*(?:none|no)\W*$"
    r"|\blimited\s+(?:[\w-]+\s+){0,2}?(?:experience|knowledge|exposure|training)\b",
    re.I,
)
_BROAD_CUE = Cue(
    word_set(
        "no without lack lacks lacking little zero never not t cannot unlike than instead unfamiliar kein "
        "keine keinen keinn ohne sans aucun aucune sin ningun ninguna n ne nicht nie pas jamais nunca inte "
        "ingen aldrig"
    )
)
"""`t`, of `haven't`; `n`, of `n'ai pas`."""
_CLOSE_CUE = Cue(
    word_set(
        "no not none nobody without minus neither nor kein keinn keinm keinr keins keine keinen keinem "
        "keiner keines ohne sans sin utan ni pas"
    ),
    ("niemand",),
)
_AFTER_CUE = Cue(word_set("none no not never"))
_TOPIC_CUE = Cue(
    word_set("nicht nie niemals kein keinn keinm keinr keins keine keinen keinem keiner keines aus")
)
_UNKNOWN_CUE = Cue(word_set("kein keine mir"))
_LIST_OF_NOS = re.compile(r",?\s*\b(?:or|nor|oder|noch|ou|ni|o|eller)\b", re.I)


def denied(text: str, words: Spoken | None = None) -> Stretches:
    """The stretches of a text that say what is not so: `no Java`, `never used X`, `unlike X`.

    `words`: its own, where they are known already.
    """
    return Stretches(_denied(text, words or spoken(text)))


def _denied(text: str, words: Spoken) -> Iterator[tuple[int, int]]:
    if _BROAD_CUE.may_stand_in(words):
        yield from _broad(text)
    if _CLOSE_CUE.may_stand_in(words):
        yield from _close(text)
    if _AFTER_CUE.may_stand_in(words):
        yield from _spans(_NO_AFTER, text)
    if _TOPIC_CUE.may_stand_in(words):
        yield from _spans(_TOPIC, text, "topic")
    if _UNKNOWN_CUE.may_stand_in(words):
        yield from _spans(_UNKNOWN, text, "topic")


def tells_of_a_lack(text: str) -> bool:
    """`Not yet trained in X`, `No X`; what is only set against something else (`rather than X`) does not."""
    said = _NO_LACK.sub(" ", text.strip())
    cues = (cue.group() for cue in _BROAD_NO.finditer(said))
    broad = any(not _COMPARED.fullmatch(cue) for cue in cues)
    return broad or bool(_CLOSE_NO.match(said) or _LACK.search(said))


def without_denials(text: str) -> str:
    """What the text says is so."""
    kept, at = [], 0
    for start, end in denied(text):
        kept.append(text[at:start])
        at = end
    return " ".join((*kept, text[at:]))


def _broad(text: str) -> Iterator[tuple[int, int]]:
    for cue in _BROAD_NO.finditer(text):
        amount = _AMOUNT.match(text, cue.end()) if _COMPARED.fullmatch(cue.group()) else None
        yield cue.start(), amount.end() if amount else _reach_of(text, cue.end())


def _reach_of(text: str, start: int) -> int:
    """To the end of the clause; past a comma only when an `or` carries the list on."""
    farthest = min(len(text), start + _FARTHEST)
    none = _ROMANCE_NONE.search(text, max(0, start - len("ninguna ")), start)
    if none and (where := _WHERE.search(text, start, farthest)):
        farthest = where.start()
    strong = _STRONG_END.search(text, start, farthest)
    while strong and strong.group() == "." and text[strong.end() : strong.end() + 1].isalnum():
        strong = _STRONG_END.search(text, strong.end(), farthest)
    limit = strong.start() if strong else farthest
    comma = text.find(",", start, limit)
    if comma < 0 or _LIST_OF_NOS.search(text, comma, limit):
        return limit
    return comma


def _close(text: str) -> Iterator[tuple[int, int]]:
    for cue in _CLOSE_NO.finditer(text):
        if deed := _undone(text, cue):
            yield from (cue.span(), deed)
            continue
        noun = _NOUN_REACH.match(text, cue.end()) if _GERMAN_NO.match(cue.group()) else None
        if reach := noun or _CLOSE_REACH.match(text, cue.end()):
            yield cue.start(), reach.end()


def _undone(text: str, cue: re.Match[str]) -> tuple[int, int] | None:
    """Where the deed stands that was not done to something that there was."""
    said = cue.group().strip().lower()
    if said in ("sans", "sin"):
        found = _UNDONE.match(text, cue.end())
        return found.span() if found else None
    found = _UNDONE_IN_GERMAN.match(text, cue.end()) if said == "ohne" else None
    return found.span("deed") if found else None


def _spans(pattern: re.Pattern[str], text: str, begins: str | int = 0) -> Iterator[tuple[int, int]]:
    for cue in pattern.finditer(text):
        yield cue.start(begins), cue.end()

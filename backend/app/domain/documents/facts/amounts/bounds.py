"""Whether a number is told as it is, or as more, less or about that."""

import re
from enum import StrEnum
from functools import lru_cache

from app.domain.documents.facts.amounts.during import is_during


class Bound(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at least"
    MORE = "more than"
    JUST_OVER = "just over"
    AT_MOST = "at most"
    UP_TO = "up to"
    """At most, and that was reached."""
    LESS = "less than"
    NEARLY = "nearly"
    ABOUT = "about"


LOWER = (Bound.MORE, Bound.AT_LEAST, Bound.JUST_OVER)
UPPER = (Bound.LESS, Bound.AT_MOST, Bound.UP_TO)
LITTLE = 1.2
"""How much of a number may be just over it."""
_BEFORE = {
    Bound.JUST_OVER: (
        r"(?:just|slightly|a little|a bit|marginally) (?:over|more than|above)|gut|knapp \u00fcber|"
        r"etwas mehr als|"
        r"(?:un )?peu plus d(?:es?|u)|(?:un )?peu plus d['\u2019]|algo m\u00e1s del?|"
        r"(?:un )?poco m\u00e1s del?"
    ),
    Bound.MORE: (
        r"(?<!turning )(?<!turns )(?<!turned )(?<!turn )(?<!handing )(?<!handed )over|more than|above|"
        r"exceed(?:ing|s)|"
        r"upwards of|beyond|greater than|in excess of|north of|topping|mehr als|\u00fcber|"
        r"plus d(?:es?|u)|plus d['\u2019]|m\u00e1s del?|superando|superior(?:es)? a|sup\u00e9rieure? \u00e0|"
        r"por encima de|au-del\u00e0 de"
    ),
    Bound.AT_LEAST: (
        r"at least|no fewer than|no less than|not less than|a minimum of|mindestens|wenigstens|"
        r"nicht weniger als|"
        r"au moins|pas moins de|au minimum|minimum|al menos|por lo menos|como m\u00ednimo|no menos de"
    ),
    Bound.UP_TO: (
        r"up to|as many as|as much as|as high as|bis zu|jusqu['\u2019]\u00e0|jusqu['\u2019]aux?|hasta"
    ),
    Bound.AT_MOST: (
        r"at most|inside|no more than|not more than|(?:a )?maximum of|capped at|limited to|within|"
        r"maximum|max\.?|(?:maximum|largest|highest|greatest)(?:\s[^\W\d_]+){0,3}\sof|"
        r"h\u00f6chstens|"
        r"maximal|nicht mehr als|begrenzt auf|gedeckelt (?:auf|bei)|au plus|au maximum|pas plus de|"
        r"plafonn\u00e9e?s? \u00e0|pouvant atteindre|limit\u00e9e?s? \u00e0|dans la limite de|"
        r"como m\u00e1ximo|un m\u00e1ximo de|no m\u00e1s de|limitad[oa]s? a|un tope de"
    ),
    Bound.LESS: (
        r"under|less than|below|fewer than|weniger als|unter|moins d(?:es?|u)|moins d['\u2019]|menos del?|"
        r"por debajo de|inf\u00e9rieure? \u00e0|inferior a"
    ),
    Bound.NEARLY: (
        r"nearly|almost|close to|just under|not quite|approaching|fast|beinahe|knapp|nahezu|ann\u00e4hernd|"
        r"presque|quasi(?:ment)?|pr\u00e8s d(?:es?|u)|pr\u00e8s d['\u2019]|casi"
    ),
    Bound.ABOUT: (
        r"about|around|approximately|approx\.?|roughly|some|circa|ca\.|in the region of|on the order of|etwa|"
        r"rund|ungef\u00e4hr|zirka|an die|gegen|environ|autour de|aux alentours de|\u00e0 peu pr\u00e8s|"
        r"quelque|"
        r"alrededor del?|en torno al?|unos|unas|aproximadamente|m\u00e1s o menos|cerca del?|(?<=~)"
    ),
}
_ARTICLE = (
    r"(?:\s+(?:an?|une?|eine?n?|una?|the|la|le|el|los|las|die|der|das|dem|den|se|sich|as|l['\u2019]))?[\s-]*$"
)
"""What may stand between a bound and its number."""
_ALL = re.compile(
    rf"(?:(?<!\w)|(?<=~))(?:{'|'.join(f'(?P<{bound.name}>{said})' for bound, said in _BEFORE.items())})"
    + _ARTICLE,
    re.I,
)
_AND_MORE = re.compile(
    r"\s?(?:or|and)\s(?:more|above|higher|over|up|upwards|better|older)\b|"
    r"\s(?:[^\W\d_]+\s)?or\smore\b|"
    r"\s?(?:und|oder)\s(?:mehr|h\u00f6her|besser|\u00e4lter)\b|"
    r"\s?(?:ou|et)\s(?:plus|davantage|au-del\u00e0)\b|\s?(?:o|y)\s(?:m\u00e1s|superior)\b|[\s-]?plus\b(?!\s\d)",
    re.I,
)
_OR_SO = re.compile(r"\s?(?:\w+\s)?(?:or\sso|oder\sso|m\u00e1s\so\smenos|environ|aproximadamente)\b", re.I)
_AT_THE_MOST = re.compile(
    r"\s?(?:[^\W\d_]+\s)?(?:au (?:plus|maximum)|maximum|como m\u00e1ximo|a lo sumo|"
    r"h\u00f6chstens|at (?:the )?most|or (?:less|fewer|under|below|faster|sooner|quicker|smaller|better))\b|"
    r"\s?(?:[^\W\d_]+\s){1,4}at (?:the )?most\b",
    re.I,
)
_OF_A_CONTRACT = re.compile(
    r"(?:vertrags?|auftrags?|kredits?|darlehens?|rechnung|budgets?|angebots?|zuschuss(?:es)?|f\u00f6rderung|"
    r"rahmen|volumen|summe|spende|scheck)\b[^.;!?\d]{0,40}\b\u00fcber\s*$",
    re.I,
)
"""`Ein Vertrag \u00fcber 18.000 \u20ac` is worth just that."""
_DURING = re.compile(r"(?:[\w%\u20ac),]\s+|^|[.;:]\s)over\s+(?:the\s+(?:last|past)\s+|a\s+)?$", re.I)
_LASTING = re.compile(
    r"\b(?:for|with|has|have|had|having|of|after|(?<!coming )(?<!came )(?<!bringing )in|took|takes|taking|"
    r"lasted|"
    r"lasting|spanning|and|is|was|just|well|spent|worked|experience)\s+over\s+(?:the\s+(?:last|past)\s+)?$",
    re.I,
)
_NEVER = re.compile(
    r"(?:\b(?:no(?!-)|none|never|not|nobody|nothing|neither)\b|n['\u2019]t\b)[^,.;:]{0,50}$", re.I
)
_ATTACHED = re.compile(
    r"\b(?:in|for|with|from|at|to|of|on|by|across|among|after|during|through|throughout|than|and|the|over|"
    r"without)\s+$",
    re.I,
)
"""`Without a fault in more than 40 flights`: the flights are more than 40 all the same."""
_DENIED = {Bound.MORE: Bound.AT_MOST, Bound.LESS: Bound.AT_LEAST}
_CLOSES = re.compile(
    r"[\s-]*[^\W\d_]+(?:\s+(?:period|spell|stretch|span|season))?\s*(?:[.,;:)]|$|(?:I|we)\b)"
)
"""`Cleared it over two months` lasted so long; `took over two months` lasted longer."""
_REACH = 28
_FAR = 70


def bound_at(text: str, start: int, end: int, *, plus: bool, lasting: bool) -> Bound:
    """Of the number that stands there; `lasting`: it is a length of time."""
    if plus or _AND_MORE.match(text, end):
        return Bound.AT_LEAST
    before = text[max(0, start - _REACH) : start]
    found = _bound(before)
    if found is Bound.EXACT and _AT_THE_MOST.match(text, end):
        return Bound.AT_MOST
    if found in _DENIED and _is_denied(text[max(0, start - _FAR) : start], before):
        return _DENIED[found]
    if found is not Bound.MORE:
        return Bound.ABOUT if found is Bound.EXACT and _OR_SO.match(text, end) else found
    if lasting and _DURING.search(before) and not _LASTING.search(before) and _CLOSES.match(text, end):
        return Bound.EXACT
    if is_during(text, start, end):
        return Bound.EXACT
    return Bound.EXACT if _OF_A_CONTRACT.search(text[max(0, start - _FAR) : start]) else Bound.MORE


def _is_denied(told: str, before: str) -> bool:
    """`No answer took more than two days`; what only stands beside the denial is not denied by it."""
    found = _ALL.search(before)
    return bool(
        found
        and not _ATTACHED.search(before[: found.start()])
        and _NEVER.search(told[: len(told) - len(before) + found.start()])
    )


@lru_cache(maxsize=1 << 13)
def _bound(before: str) -> Bound:
    """Where several stand there, as in `no more than`, the first."""
    found = _ALL.search(before)
    return Bound[found.lastgroup] if found and found.lastgroup else Bound.EXACT

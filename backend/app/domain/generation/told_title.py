"""What a posting calls the work, where no line of it is a title: `Carpenter wanted`, `seeks a Controller`."""

import re
from collections.abc import Iterator

from app.domain.generation.loose_text import unglued
from app.domain.jobs.parsing.posts import is_role

_LOOK = 1_500
"""Characters in which a posting says whom it wants."""
_MOST_WORDS = 7
_MARKUP = re.compile(r"<[^<>]{1,200}>|&\w{2,6};")
_STOPS = re.compile(r"[.,;:!?|()\n\u2013\u2014\u2022*]|\s-+\s|/(?=\s)|\s/")
_ENDS = re.compile(
    r"\b(?:who|to|with|for|in|at|on|that|which|will|needed|wanted|required|reporting|responsible|is|are"
    r"|and join|f\u00fcr|mit|zur?|pour|avec|para|con|som|till|med)\b",
    re.I,
)
_WANTED = re.compile(
    r"\b(?:seek(?:s|ing)?|look(?:s|ing)? for|(?:now |is |are |we're )hiring|in (?:search|need) of"
    r"|search(?:es|ing)? for|recruiting|needs?|the (?:role|position|post) of|(?:role|position|title)\s*:"
    r"|as (?:an?|our)|such(?:t|en)|recherch(?:e|ons)|cherch(?:e|ons)|busca(?:mos)?|s\u00f6ker)\s+"
    r"(?:(?:an?|our|the|another|one|some|several|eine?n?|une?|une?s|en|ett)\s+)?(?:next\s+)?",
    re.I,
)
_OPENS_A_SENTENCE = re.compile(r"(?:we|our|the|you|this|as|at|about|if|are|do|join|an?|in|for|what)\b", re.I)
_PRAISE = re.compile(
    r"(?:(?:experienced|motivated|talented|passionate|dedicated|skilled|qualified|dynamic|energetic|reliable|strong"
    r"|highly|self|great|caring|creative|enthusiastic|full|part|time|temporary|seasonal|graduate|successful)[\s,-]+)+",
    re.I,
)


_ALSO = re.compile(r"\W*(?:bankers?|cnas?|rns?|lpns?|rdhs?|ptas?|estheticians?|bdrs?|sdrs?)\W*", re.I)
"""Posts, or what they are called for short, that are none of the general words for one."""
_RANK_ALONE = re.compile(
    r"(?:director|manager|head|vp|vice president|supervisor|lead|specialist|analyst),\s+", re.I
)


def title_told(text: str) -> str:
    """Empty where the text does not say."""
    plain = unglued(_MARKUP.sub("\n", text[: 2 * _LOOK]))[:_LOOK].strip()
    return next((told for told in _told(plain) if told), "")


def _told(text: str) -> Iterator[str]:
    if not _OPENS_A_SENTENCE.match(text):
        yield _role_at(text)
    for cue in _WANTED.finditer(text):
        yield _role_at(text[cue.end() :])


def _role_at(text: str) -> str:
    """The words up to the last one that is a post; none if they go on before there was one."""
    text = _PRAISE.sub("", text, count=1) if _PRAISE.match(text) else text
    if rank := _RANK_ALONE.match(text):
        return f"{rank.group().rstrip(' ,')}, {_clause(text[rank.end() :])}"
    words = _clause(text).split()
    last = max((n for n, word in enumerate(words, 1) if is_role(word) or _ALSO.fullmatch(word)), default=0)
    return " ".join(words[:last])


def _clause(text: str) -> str:
    clause = _ENDS.split(_STOPS.split(text.lstrip("-*# "), maxsplit=1)[0], maxsplit=1)[0]
    return " ".join(clause.split()[:_MOST_WORDS])

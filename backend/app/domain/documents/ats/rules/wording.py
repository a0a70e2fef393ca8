import re

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Applies, Finding, Rule, Seen, none_of
from app.domain.jobs.parsing.language import language_of

_FEWEST_WORDS = 60
"""In fewer a language does not tell."""
_PLACEHOLDER = re.compile(
    r"\[(?:your|the|insert|add|company|employer|name|date|city|job|position|title|phone|e-?mail)\b[^\]]*\]"
    r"|\{\{.*?\}\}|<(?:insert|your|company|name)\b[^>]*>|\blorem ipsum\b|\bx{3,}\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\b(?:TODO|TBD|FIXME)\b")


def _filled_in(seen: Seen) -> Finding:
    left = [spot for spot in seen.spots if _PLACEHOLDER.search(spot.text) or _TO_DO.search(spot.text)]
    return none_of(left, clean="Nothing is left to be filled in", found="To be filled in", each=0.5)


def _language(seen: Seen) -> Finding | None:
    said = [spot for spot in seen.spots if _is_prose(spot.pointer)]
    text = "\n".join(spot.text for spot in said)
    if len(text.split()) < _FEWEST_WORDS:
        return None
    meant, found = seen.content.language.partition("-")[0].lower(), language_of(text)
    return Finding(
        share=float(meant == found),
        evidence=f"The document is said to be in `{meant}`, and its text is in `{found}`.",
    )


def _is_prose(pointer: str) -> bool:
    parts = pointer.split("/")
    return bool({"paragraphs", "bullets", "text"} & set(parts))


RULES = (
    Rule(
        id="wording-filled-in",
        group=Group.WORDING,
        severity=Severity.MAJOR,
        points=3,
        applies=Applies.BOTH,
        looks_at="Nothing is left of a form: no [company], {{name}}, TODO, XXX or lorem ipsum.",
        fix="Fill it in, or take it out.",
        judge=_filled_in,
    ),
    Rule(
        id="wording-language",
        group=Group.WORDING,
        severity=Severity.MAJOR,
        points=2,
        applies=Applies.BOTH,
        looks_at="The text is in the language that the document says it is in, by its small words and its "
        f"script. Judged from {_FEWEST_WORDS} words on.",
        fix="Set the document's language to that of its text.",
        judge=_language,
    ),
)

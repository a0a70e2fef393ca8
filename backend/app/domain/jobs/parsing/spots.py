"""The place alone, where it stands together with a workplace or with the title of a job."""

import re
from dataclasses import replace

from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.places import ends_in_place, is_place
from app.domain.jobs.parsing.posts import is_role
from app.domain.jobs.parsing.terms import is_workplace, workplace_named
from app.domain.jobs.posting import Found, Span

_OR = re.compile(r"\s+(?:or|ou|oder|eller|o)\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BEHIND = re.compile(r"(?P<title>.*[^\W_].*?)\s*\((?P<place>[^()]{4,60})\)")
_NEWS = re.compile(r"\W*NEW\b[!:* ]+(?=\S*[^\W\d_])")
_WIDE = {"global", "worldwide", "international", "anywhere"}


def where(text: str) -> str:
    """ "Leeds (hybrid)", "Remote (EU) or Leeds": the place without the way of working beside it."""
    if text.count("(") == 1 and text.rstrip().endswith(")"):
        place, _, inside = text.rstrip(" )").rpartition("(")
        if is_workplace(inside) and place.strip() and not is_workplace(place):
            return place.strip()
    choices = _OR.split(text)
    places = [choice for choice in choices if not is_workplace(_IN_BRACKETS.sub("", choice))]
    if len(choices) == 2 and len(places) == 1 and is_place(places[0]):
        return places[0].strip()
    return text


def title_alone(title: Found[str]) -> Found[str]:
    """ "NEW Head Gardener (Leeds)" is the post of a Head Gardener."""
    value = title.value
    if place_beside(value):
        value = _BEHIND.fullmatch(value)["title"]  # type: ignore[index]
    news = _NEWS.match(value)
    if news and not value.isupper():
        value = value[news.end() :]
    return title if value == title.value else part_of(title, value)


def place_of_title(title: Found[str]) -> Found[str] | None:
    place = place_beside(title.value)
    return replace(part_of(title, place), rule="title.location") if place else None


def part_of(title: Found[str], part: str) -> Found[str]:
    """The whole title's span where markup inside it leaves no better one."""
    span = title.span
    if span and span.end - span.start == len(title.value):
        start = span.start + title.value.rfind(part)
        span = Span(start, start + len(part))
    return Found(part, span, title.rule)


def place_beside(title: str) -> str | None:
    found = _BEHIND.fullmatch(title)
    place = found["place"] if found else ""
    named = ends_in_place(place) and not (place.isupper() or folded(place) in _WIDE)
    return place if found and named and is_role(found["title"]) and not workplace_named(place) else None

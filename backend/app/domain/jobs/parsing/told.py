"""Title, employer and place as running text gives them, when nothing on top does."""

import re
from collections.abc import Iterable

from app.domain.jobs.parsing.items import sentences
from app.domain.jobs.parsing.lines import Line
from app.domain.jobs.parsing.places import is_place
from app.domain.jobs.parsing.posts import is_role
from app.domain.jobs.posting import Found

_LINES = 80
_LONGEST_LINE = 4000
_UNTIL = (
    r"(?=[.,;:!(\n]| (?:to|who|that|which|with|in|for|at|on|as|and (?:join|help|work)|pour|qui"
    r"|afin|au sein|chez|zur|fur|für|der|die|bei|att|som|till|hos|para|que|con)\b|$)"
)
_TITLE = re.compile(
    r"(?i:\b(?:is|are|we're|we\u2019re|currently|now)?\s?(?:hiring|seeking|looking for"
    r"|recruiting|in search of|recherch(?:e|ons|ent)|recrut(?:e|ons|ent)|suchen wir|wir suchen"
    r"|sucht|busca(?:mos)?|söker(?: vi)?|vi söker|soker|accepting applications for|hiring for)"
    r"(?: for| to hire| nu| zum nächstmöglichen zeitpunkt| ab sofort)?\s(?:an?|our|another|one"
    r"|two|several|un\(e\)|une?|des|eine?n?|en|ett"
    r"|una?)?(?: [A-Z]{2}-?\d{1,2}(?: -)?)?(?: (?:motivated|talented|experienced|passionate"
    r"|dedicated|skilled|highly|new|engagerad|erfaren|enthusiastic|friendly|reliable))*)\s"
    rf"(?P<title>[^\W\d_][^.,;:!()\n]{{2,70}}?){_UNTIL}"
)
_AS_A = re.compile(
    r"(?:^|\b)(?:As|Als|Som) (?:an? |eine? |our )?(?P<title>[A-ZÀ-Þ][^.,;:!()\n]{2,60}?)(?:,"
    r"| (?:you|at|du|sie|hos|bei|erbjuder)\b)"
)
_NAME = (
    r"(?P<company>[A-ZÀ-Þ0-9][\w&.'\u2019-]*(?: (?:of|the|and|de|du|des|la|le|&"
    r"|[A-ZÀ-Þ0-9][\w&.'\u2019-]*)){0,6})"
)
_NOT_A_NAME = re.compile(
    r"^(?:the (?:job|role|team|company|position|opportunity|employer)|us|you|our|we|this|that"
    r"|these|it|there|who|what|if|in|as|at|he|she|they|a|an|job|role|company|position|your"
    r"|candidates?|applicants?|no|all|the ideal|the successful|today|here|experience|nous|vous"
    r"|le poste|la|wir|sie|du|vi)\b",
    re.IGNORECASE,
)
_COMPANY = tuple(
    re.compile(cue)
    for cue in (
        rf"^About {_NAME}:?$",
        rf"^(?:À propos d[eu'\u2019] ?(?:la |l['\u2019])?|Über |Om |Sobre ){_NAME}\s?:?$",
        rf"\b(?:At|Chez|Bei|Hos|En) {_NAME}, (?:we|you|our|the|nous|vous|wir|vi|du|tu)\b",
        rf"(?:^|[.!?] ){_NAME}(?: \([^)]{{2,20}}\))? (?:is|are) (?:now |currently "
        rf"|actively )?(?:hiring|seeking|looking for|recruiting|searching)",
        rf"(?:^|[.!?] ){_NAME}(?: \([^)]{{2,20}}\))? (?:recrute|recherche|sucht|söker|busca|zoekt)\b",
        rf"\b(?:[Jj]oin|[Rr]ejoignez|[Ww]ork(?:ing)? (?:at|for)|[Cc]areers? at) {_NAME}(?=[.,!]"
        rf"| (?:as|and|in|to|for|team)\b)",
        rf"(?:^|[.!?] ){_NAME}(?: \([^)]{{2,20}}\))? (?:is|est|ist|är|es) (?:an?|the|one of|une?|la"
        rf"|le|eine?|ett|en|una?)\b",
        rf"{_NAME} is an? (?:proud )?(?:equal|affirmative)",
    )
)
_PART = r"[A-ZÀ-Þ][\w.'\u2019-]*"
_PLACE_NAME = rf"(?P<place>{_PART}(?:[ -]{_PART}){{0,3}}(?:, ?{_PART}(?: {_PART}){{0,2}}){{0,2}})"
_PLACE = re.compile(
    r"\b(?:based|located|situated|headquartered|position is|role is|job is|office|offices"
    r"|work from our office|situé|située|basé|basée|in unserem Büro|Standort|arbetsort"
    r"|placerad|placeringsort|baserad|ubicad[oa]|con sede)"
    rf" (?:in|at|à|au|en|i|is|är) (?:the |our |downtown |central )?{_PLACE_NAME}"
)

_IN_PLACE = re.compile(rf"\b(?:in|at|à|in der Stadt|en) {_PLACE_NAME}")
_TOP_LINES = 4
_INITIALS = re.compile(r"[A-Z]{2,8}")


def told_title(lines: Iterable[Line]) -> Found[str] | None:
    for line in _first(lines):
        for pattern in (_TITLE, _AS_A):
            for found in pattern.finditer(line.text):
                title = found["title"].strip()
                if is_role(title) and len(title.split()) <= 9:
                    return Found(title, line.span_of(title), "told.title")
    return None


def told_company(lines: tuple[Line, ...]) -> Found[str] | None:
    for cue in _COMPANY:
        for line in _first(lines):
            found = cue.search(line.text)
            if found and not _NOT_A_NAME.match(found["company"]):
                return _spelled_out(re.sub(r"['\u2019]s$", "", found["company"].strip(" .,-")), line, lines)
    return None


def _spelled_out(name: str, line: Line, lines: tuple[Line, ...]) -> Found[str]:
    """The full name where the posting gives it beside the initials: "National Parks Board (NPB)"."""
    if _INITIALS.fullmatch(name):
        for other in _first(lines):
            before, bracket, _ = other.text.partition(f"({name})")
            full = _with_initials(before.split(), name) if bracket else None
            if full:
                return Found(full, other.span_of(full), "told.company")
    return Found(name, line.span_of(name), "told.company")


def _with_initials(words: list[str], initials: str) -> str | None:
    for count in range(len(initials), min(len(words), 2 * len(initials) + 2) + 1):
        if words[-count][0].casefold() == initials[0].casefold():
            return " ".join(words[-count:])
    return None


def told_location(lines: Iterable[Line]) -> Found[str] | None:
    for line in _first(lines):
        for sentence in sentences(line.text):
            found = _PLACE.search(sentence)
            if found and is_place(found["place"]):
                place = found["place"].strip(" .,-")
                return Found(place, line.span_of(place), "told.location")
    return next((place for line in list(_first(lines))[:_TOP_LINES] if (place := _known_place(line))), None)


def _known_place(line: Line) -> Found[str] | None:
    for sentence in sentences(line.text):
        found = _IN_PLACE.search(sentence)
        place = found["place"].strip(" .,-") if found else ""
        if is_place(place):
            return Found(place, line.span_of(place), "told.location")
    return None


def _first(lines: Iterable[Line]) -> Iterable[Line]:
    return [line for line in list(lines)[:_LINES] if len(line.text) <= _LONGEST_LINE]

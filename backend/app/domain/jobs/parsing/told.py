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
    r"|afin|au sein|chez|zur|fur|für|der|die|bei|att|som|till|hos|para|que|con|à|roles?|positions?)\b|$)"
)
_TITLE = re.compile(
    r"(?i:\b(?:is|are|we're|we\u2019re|currently|now)?\s?(?:hiring|seeking|looking for"
    r"|recruiting|in search of|recherch(?:e|ons|ent)|recrut(?:e|ons|ent)|suchen wir|wir suchen"
    r"|sucht|busca(?:mos)?|söker(?: vi)?|vi söker|soker|accepting applications for|hiring for"
    r"|à la recherche d['\u2019]|embauchons|embauche)"
    r"(?: for| to hire| nu| zum nächstmöglichen zeitpunkt| ab sofort)?\s?(?:an?\b|our\b|another\b|one\b"
    r"|two\b|several\b|un\(e\)|un[·.]e\b|un ou une\b|notre prochain(?:[·.]?e)?|une?\b|des\b|eine?n?\b|en\b"
    r"|ett\b|una?\b)?(?:,? (?:[A-Z]{2}-?)+ ?\d{1,2}(?:-\d{1,2})?(?: -)?"
    r"| Senior Executive Service -)?(?: (?:motivated|talented|experienced|passionate"
    r"|dedicated|skilled|highly|new|engagerad|erfaren|enthusiastic|friendly|reliable))*)\s"
    rf"(?P<title>[^\W\d_][^.,;:!()\n]{{2,70}}?){_UNTIL}"
)
_AS_A = re.compile(
    r"(?:^|\b)(?:As|Als|Som) (?:an? |the |eine? |our )?(?P<title>[A-ZÀ-Þ][^.,;:!()\n]{2,60}?)(?:,"
    r"| (?:you|at|du|sie|hos|bei|erbjuder)\b)"
)
_NAME = (
    r"(?P<company>[A-ZÀ-Þ0-9][\w&.'\u2019-]*(?: (?:of|the|and|de|du|des|la|le|&"
    r"|[A-ZÀ-Þ0-9][\w&.'\u2019-]*)){0,6})"
)
_NOT_A_NAME = re.compile(
    r"^(?:the (?:job|role|team|company|position|opportunity|employer)|us|you|our|we|this|that|dett?a"
    r"|det|den|cette|ce|cet|das|dies\w*|der|die|est[ae]|el|nuestr\w+"
    r"|these|it|there|who|what|if|in|as|at|he|she|they|a|an|job|role|company|position|your"
    r"|candidates?|applicants?|no|all|the ideal|the successful|today|here|experience|nous|vous"
    r"|le poste|la|wir|sie|du|vi)\b",
    re.IGNORECASE,
)
_NOT_ITS_END = re.compile(r"(?i)\b(?:process|role|position|job|benefits|opportunity|careers?)$")
_WITH_INITIALS = re.compile(
    r"(?:The |Le |La |L['\u2019]|Les |Der |Die |Das |El |Los |Las )?(?P<company>[A-ZÀ-Þ][\w'\u2019-]+"
    r"(?: [\w'\u2019&-]+){1,7}) \((?P<initials>[A-ZÀ-Þ]{2,8})\)"
)
_SMALL = frozenset(
    [
        "of",
        "and",
        "the",
        "for",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "et",
        "für",
        "und",
        "der",
        "y",
        "och",
        "d",
        "l",
        "&",
    ]
)
_INTRODUCTION = 12
_THERE = r"[A-ZÀ-Þ][\w.'\u2019-]*(?:[ -][A-ZÀ-Þ][\w.'\u2019-]*){0,2}"
_COMPANY = tuple(
    re.compile(cue)
    for cue in (
        rf"^About {_NAME}:?$",
        rf"^(?:À propos d[eu'\u2019] ?(?:la |l['\u2019])?|Über |Om |Sobre ){_NAME}\s?:?$",
        rf"^About the {_NAME}:?$",
        rf"\b[Aa]s (?:an?|the) [^.,:;\n]{{3,60}} at {_NAME}, you\b",
        rf"\b(?:At|Chez|Bei|Hos|En) {_NAME}, (?:we|you|our|the|nous|vous|wir|vi|du|tu)\b",
        rf"(?:^|[.!?] ){_NAME}(?: \([^)]{{2,20}}\))?(?:,? (?:in|of) {_THERE},?)? (?:is|are) (?:now "
        rf"|currently "
        rf"|actively )?(?:hiring|seeking|looking for|recruiting|searching)",
        rf"(?:^|[.!?] ){_NAME}(?: \([^)]{{2,20}}\))? (?:recrute|recherche|sucht|söker|busca|zoekt)\b",
        rf"\b(?:[Jj]oin|[Rr]ejoignez|[Ww]ork(?:ing)? (?:at|for)|[Cc]areers? at) {_NAME}(?=[.,!]"
        rf"| (?:as|and|in|to|for|team)\b)",
        rf"(?:^|[.!?] )(?:The |Le |La )?{_NAME}(?: \([^)]{{2,20}}\))?(?:,? (?:in|of) {_THERE},?)? (?:is"
        rf"|are|est|ist|är|es) (?:an?|the"
        rf"|one of|une?|la"
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
_PRAISE = re.compile(r"(?:[a-zà-ÿ,-]+ ){1,6}(?=[A-ZÀ-Þ][^\W\d_]+)")
_SEVERAL = re.compile(r"[a-zà-ÿ]+s|(?:talented|great|more|people|new) .*")
_TOP_LINES = 4
_INITIALS = re.compile(r"[A-Z]{2,8}")


def told_title(lines: Iterable[Line]) -> Found[str] | None:
    for line in _first(lines):
        for pattern in (_TITLE, _AS_A):
            for found in pattern.finditer(line.text):
                title = _from_capital(found["title"].strip())
                if is_role(title) and len(title.split()) <= 9 and not _SEVERAL.fullmatch(title):
                    return Found(title, line.span_of(title), "told.title")
    return None


def _from_capital(title: str) -> str:
    """ "highly organised People Coordinator": what comes before the capitals is praise."""
    praise = _PRAISE.match(title)
    return title[praise.end() :] if praise and is_role(title[praise.end() :]) else title


def told_company(lines: tuple[Line, ...]) -> Found[str] | None:
    return _introduced(lines) or _by_cue(lines)


def _introduced(lines: tuple[Line, ...]) -> Found[str] | None:
    """ "The National Parks Board (NPB) keeps ...": a name whose initials stand behind it."""
    for line in _first(lines)[:_INTRODUCTION]:
        found = _WITH_INITIALS.match(line.text)
        if found and _initials(found["company"]) == found["initials"].casefold():
            return Found(found["company"], line.span_of(found["company"]), "told.company")
    return None


def _initials(name: str) -> str:
    words = re.split(r"[ '\u2019-]", name)
    return "".join(word[0] for word in words if word and word not in _SMALL).casefold()


def _by_cue(lines: tuple[Line, ...]) -> Found[str] | None:
    for cue in _COMPANY:
        for line in _first(lines):
            found = cue.search(line.text)
            if found and _is_name(found["company"]):
                return _spelled_out(_without_possessive(found), line, lines)
    return None


def _without_possessive(found: re.Match[str]) -> str:
    """ "Saint Orla's" ends a phrase where it is a name, and stands before a noun where it is not."""
    name = found["company"].strip(" .,-")
    ends = not re.match(r"[ \t]+\w", found.string[found.end("company") :])
    return name if ends else re.sub(r"['\u2019]s$", "", name)


def _is_name(text: str) -> bool:
    return not (_NOT_A_NAME.match(text) or _NOT_ITS_END.search(text))


def _spelled_out(name: str, line: Line, lines: tuple[Line, ...]) -> Found[str]:
    """The full name where the posting gives it beside the initials: "National Parks Board (NPB)"."""
    if _INITIALS.fullmatch(name):
        for other in _first(lines):
            before, bracket, _ = other.text.partition(f"({name})")
            full = _with_initials(before.split(), name) if bracket else None
            if full:
                return Found(full, other.span_of(full), "told.company")
        words = re.compile(r"\b" + " ".join(rf"{letter}[a-zà-ÿ]+" for letter in name) + r"\b")
        for other in _first(lines):
            if len(name) > 2 and (found := words.search(other.text)):
                return Found(found.group(), other.span_of(found.group()), "told.company")
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


def _first(lines: Iterable[Line]) -> list[Line]:
    return [line for line in list(lines)[:_LINES] if len(line.text) <= _LONGEST_LINE]

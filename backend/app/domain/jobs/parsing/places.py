"""Whether a few words name a place: countries, states, provinces and the larger cities."""

import re

from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.known_places import KNOWN

_REGION_CODES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH"
    "|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN"
    "|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NT|NU|NSW|VIC|QLD|UK|US"
    "|USA|GB|DE|FR|ES|IT|SE|NO|DK|FI|IE|CH|AT|UAE"
)
_CODED = re.compile(
    rf"(?<![^\W_])[A-Z][^\W\d_]+(?:[ .'\u2019-]{{1,2}}[^\W\d_]+){{0,4}}, ?(?:{_REGION_CODES})(?![^\W_])"
)
_AUSTRALIAN = re.compile(
    r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,3},? (?:NSW|VIC|QLD|TAS|ACT|WA|SA|NT)(?: \d{4})?"
)
"""Without a comma: "Dandenong South VIC"."""
_ANYWHERE = re.compile(
    r"(?:(?:fully |100 ?% |completely |us |u\.s\. |mostly )?(?:remote|virtual|hybrid|on-?site"
    r"|telework|work from home|wfh|anywhere|home ?based|home ?office|teletravail|a distance"
    r"|remoto|distans)"
    r"(?: ?\((?:100 ?% )?\w+\))?)"
)
_PARTS = re.compile(
    r"\s*(?:[,;/|()·]|\s[-\u2013\u2014]\s|\band\b|\bor\b|\bet\b|\bou\b|\bund\b|\boch\b|\by\b|&"
    r"|\+)\s*"
)
_POSTCODE = re.compile(
    r"(?<![^\W_])(?:[A-Z]-)?(?:\d{4,6}(?:-\d{4})?|\d{3} \d{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d{1,2})(?![^\W_])"
)
_UK_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN"
    "|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK"
    "|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW"
    "|SY|TA"
    "|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_TOWN_WITH_CODE = re.compile(
    rf"[A-ZÀ-Þ][^\W\d_]+(?:[ '\u2019-][^\W\d_]+){{0,3}},? (?:{_UK_AREAS})\d[A-Z\d]?(?: \d[A-Z]{{2}})?"
    r"|(?:[A-Z]-)?(?:\d{5}|\d{3} \d{2}) [A-ZÀ-Þ][^\W\d_]+(?:[ '\u2019-][^\W\d_]+){0,3}"
)
_TOWN = re.compile(r"[^\W\d_][\w.'\u2019-]*(?: [^\W\d_][\w.'\u2019-]*){0,3}")
_REGION = re.compile(rf"(?:{_REGION_CODES})")
_LONGEST = 600
_CANADIAN = re.compile(
    r"\bcanad(?:a|ian|ien)|\b(?:ontario|quebec|alberta|manitoba|saskatchewan|nova scotia"
    r"|new brunswick|british columbia|newfoundland|yukon|nunavut|moncton|toronto|montreal"
    r"|vancouver|calgary|ottawa|winnipeg|edmonton|halifax)\b"
)
_PROVINCE = re.compile(r", (?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE)\b")
_AMERICAN = re.compile(
    r"\bU\.?S\.?(?:A\.?)?\b|United States|, (?:A[LKZR]|CA|CO|CT|DC|DE|FL|GA|HI|I[DLNA]|K[SY]"
    r"|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\b"
)
_OTHER_DOLLARS = (
    (re.compile(r"\baustralia|\b(?:sydney|melbourne|brisbane|perth|adelaide|canberra)\b"), "AUD"),
    (re.compile(r"\bnew zealand|\b(?:auckland|wellington|christchurch)\b"), "NZD"),
    (re.compile(r"\bsingapore\b"), "SGD"),
    (re.compile(r"\bhong kong\b"), "HKD"),
    (
        re.compile(r"(?<!new )\bmexico\b|\b(?:monterrey|guadalajara|puebla|queretaro|tijuana|cdmx|merida)\b"),
        "MXN",
    ),
)


def is_place(text: str) -> bool:
    if not text or len(text) > _LONGEST:
        return False
    if _CODED.search(text) or _AUSTRALIAN.fullmatch(text.strip()):
        return True
    parts = [part.strip(" .") for part in _PARTS.split(folded(text)) if part.strip(" .")]
    return any(part in KNOWN or _ANYWHERE.fullmatch(part) or _without_code(part) in KNOWN for part in parts)


def is_places_only(text: str) -> bool:
    """Nothing but places: each part between commas is known, or the code of a region."""
    parts = [part.strip(" .()") for part in text.split(",")]
    return 0 < len(text) <= _LONGEST and all(part and _is_one_place(part) for part in parts)


def ends_in_place(text: str) -> bool:
    """ "Whitby, UK", "Whitby YO21": the town may be unknown where what follows it is not."""
    if _TOWN_WITH_CODE.fullmatch(text.strip()) or _AUSTRALIAN.fullmatch(text.strip()):
        return True
    town, comma, rest = text.rpartition(",")
    return is_places_only(rest) and (not comma or bool(_TOWN.fullmatch(town.strip())))


def _is_one_place(part: str) -> bool:
    name = folded(_POSTCODE.sub(" ", part))
    return (
        name in KNOWN
        or _without_code(name) in KNOWN
        or bool(_AUSTRALIAN.fullmatch(part))
        or bool(_ANYWHERE.fullmatch(name) or _REGION.fullmatch(_POSTCODE.sub(" ", part).strip()))
    )


def _without_code(part: str) -> str:
    return re.sub(
        r"^(?:greater |remote |hybrid |us[- ]|remote[- ]|area of |\d[\d -]* )|(?: area"
        r"| metro(?:politan)?(?: area)?| region| remote| office| \d[\d -]*)$",
        "",
        part,
    )


def dollars_of(*texts: str) -> str:
    """Whose dollar a bare sign means, by the first of these texts that names a country."""
    return next((code for text in texts if (code := _dollars(text))), "USD")


def _dollars(text: str) -> str | None:
    words = folded(text)
    if _AUSTRALIAN.fullmatch(text.strip()):
        return "AUD"
    if _CANADIAN.search(words) or _PROVINCE.search(text):
        return "CAD"
    if _AMERICAN.search(text):
        return "USD"
    return next((code for places, code in _OTHER_DOLLARS if places.search(words)), None)


def crowns_of(language: str) -> str:
    return {"no": "NOK", "nb": "NOK", "da": "DKK"}.get(language, "SEK")

"""A line on top in which an employer says whom it looks for: "Acme AG sucht in Ulm eine Köchin"."""

import re
from dataclasses import dataclass

from app.domain.jobs.parsing.places import is_place
from app.domain.jobs.parsing.posts import is_role

_LONGEST = 200
_SHORT = 6
_PART = r"[A-ZÀ-Þ][\w.'\u2019-]*"
_PLACE = (
    rf"{_PART}(?:[ -](?:(?:am|im|an der|sur|de la|de|del|la|upon)[ -])?{_PART}){{0,3}}"
    rf"(?:, ?{_PART}(?: {_PART}){{0,2}})?"
)
_LOOKS = re.compile(
    r"^(?:(?:Wir|Nous|Vi|We|Nosotros),? )?(?:(?:[Dd]ie|[Dd]er|[Dd]as|[Tt]he|[Ll]a|[Ll]e|[Ee]l"
    r"|[Ll]['\u2019]) ?)?(?:(?:soci[\u00e9e]t[\u00e9e]|entreprise|[Ff]irma|[Cc]ompany|empresa) )?"
    r"(?P<company>[A-ZÀ-Þ0-9][^:!?;\u2022|]{1,80}?),? "
    r"(?:(?:is|are) (?:now |currently |actively )?(?:hiring|seeking|looking for|recruiting)(?: for)?"
    r"|recrute(?:nt)?|recherch(?:e|ent|ons)|recrutons|embauch(?:e|ons)|such(?:t|en)"
    r"|buscamos|busca|solicita|requiere|necesita|selecciona|contrata|incorpora|s[öo]ker|rekryterar"
    r"|anst[äa]ller)"
    r"(?=[ :!]|$)(?P<rest>.*)$"
)
_BY_THE_WAY = re.compile(
    r"\s*(?:now|currently|urgently|ab sofort|dringend|aktuell|derzeit"
    r"|zum n[äa]chstm[öo]glichen (?:Zeitpunkt|Termin)"
    r"|zum \d[\d. ]*(?:[A-Z]\w+ ?)?(?:\d{4})?|actuellement|nu|omg[åa]ende|actualmente)(?=[ ,:]|$),?"
)
_THERE = re.compile(
    r"\s*(?:f[üu]r (?:unseren?|den|die|unser) (?:Standort|Filiale|Werk|Haus|B[üu]ro|Team)(?: in)?"
    r"|para (?:su|nuestra|la) (?:sede|oficina|planta|tienda|centro)(?: de| en)?|pour son (?:site"
    r"|agence)(?: de| [àa])?"
    rf"|in|at|à|en|i|f[öo]r kontoret i)(?: der Stadt)? (?P<place>{_PLACE}),?(?=[ ,:]|$)"
)
_ARTICLE = re.compile(
    r"\s*(?:an?|un\(e\)|eine?/n|eine?\(n\)|eine?[*:_]n|un[·.-]e|une?|des|eine?n?|einen?/eine?n?|en|ett"
    r"|una?|un/a|unser\w*|our|su)(?=[ :]|$)",
    re.IGNORECASE,
)
_THERE_AT_THE_END = re.compile(rf"^(?P<name>.+?) (?:in|at|à|en|i) (?P<place>{_PLACE})$")
_WANTED = re.compile(
    r"^[\u00a1!]?(?:we(?:['\u2019]re| are) (?:now |currently )?(?:hiring|looking for|seeking|recruiting)"
    r"|estamos (?:buscando|seleccionando)|buscamos|se (?:busca|solicita|necesita)|nous (?:recrutons"
    r"|recherchons|cherchons)"
    r"|on recrute|wir suchen|gesucht:?|vi s[öo]ker)(?= )(?P<rest>.*)$",
    re.IGNORECASE,
)
_AT_HOUSE = re.compile(
    rf"^(?:bei|at|chez|hos) (?P<name>[A-ZÀ-Þ0-9][^,.;:!?]{{1,60}}?)(?:(?: in|,) (?P<place>{_PLACE}))?$"
)
_SENTENCES = re.compile(r"[.!?] [A-ZÀ-Þ]| (?:to|who|that|which|with|for) ")
_SPEAKERS = re.compile(r"(?i)(?:we|you|our|who|nous|notre|on|wir|unser\w*|vi|nosotros|it|this|he|she)\b")


@dataclass(frozen=True, slots=True)
class Call:
    company: str | None
    """None when they say "we"."""
    title: str | None
    """None when it stands on the next line."""
    place: str | None


def call_of(text: str) -> Call | None:
    found = _LOOKS.match(text) if len(text) <= _LONGEST else None
    if found is None or _SPEAKERS.match(found["company"]) or is_role(found["company"]):
        return None
    company, there = _apart(found["company"].strip(" ,"))
    place, title = _rest(found["rest"])
    if title and (not is_role(title) or _SENTENCES.search(title)):
        return None
    return Call(company, title or None, place or there)


def wanted_of(text: str) -> str | None:
    """ "We're looking for a Baker!": the post, where those who speak do not say who they are."""
    found = _WANTED.match(text) if len(text) <= _LONGEST else None
    title = _rest(found["rest"])[1] if found else ""
    called = is_role(title) or (text.endswith("!") and len(title.split()) <= _SHORT)
    return title if called and title and not _SENTENCES.search(title) and "." not in title else None


def house_of(text: str) -> Call | None:
    """ "bei Kornblume Naturkost in Leipzig", below a title."""
    found = _AT_HOUSE.match(text) if len(text) <= _LONGEST else None
    if found is None or is_role(text) or is_place(found["name"]):
        return None
    return Call(found["name"].strip(), None, found["place"])


def _rest(text: str) -> tuple[str | None, str]:
    """A place, if it names one, and whom they look for."""
    place = None
    while True:
        if found := _BY_THE_WAY.match(text):
            text = text[found.end() :]
        elif place is None and (found := _THERE.match(text)) and not is_role(found["place"]):
            place, text = found["place"], text[found.end() :]
        elif found := _ARTICLE.match(text):
            text = text[found.end() :]
        else:
            break
    title, there = _apart(text.strip(" ,:.!\u00a1"))
    return place or there, title


def _apart(text: str) -> tuple[str, str | None]:
    """ "Millbrook Vets in Stirling": the name, and where that is."""
    behind = _THERE_AT_THE_END.match(text)
    if behind and is_place(behind["place"]):
        return behind["name"].strip(" ,"), behind["place"]
    return text, None

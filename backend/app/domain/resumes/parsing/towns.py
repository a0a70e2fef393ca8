"""Towns and places beside an employer, by their names or by their look alone."""

import re

from app.domain.jobs.parsing.places import is_places_only
from app.domain.jobs.parsing.posts import is_organisation, is_role

STATE = re.compile(
    r"(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKRN]|P[AR]|RI"
    r"|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|QC|BC|AB)"
)
_CAPITAL = r"[A-Z\u00c0-\u00dd][\w.'\u2019-]*"
_JOINING = r"(?:(?:de|del|la|le|les|los|am|an der|im|bei|upon|on|of|sur|sous|en)\s+)*"
TOWN = re.compile(rf"{_CAPITAL}(?:\s+{_JOINING}{_CAPITAL}){{0,2}}(?:\s\({_CAPITAL}\))?")
FIELDS = {"sales", "marketing", "operations", "finance", "engineering", "product", "it", "hr", "accounting"}
FIELDS |= {"human resources", "customer service", "information technology", "legal", "communications"}


def is_town(text: str) -> bool:
    """By its look alone."""
    shaped = TOWN.fullmatch(text) and len(text) > 3 and text.lower() not in FIELDS
    return bool(shaped) and not is_role(text) and not is_organisation(text)


def is_place(text: str) -> bool:
    if is_places_only(text):
        return True
    town, comma, state = text.rpartition(",")
    return bool(comma and STATE.fullmatch(state.strip()) and TOWN.fullmatch(town.strip()))

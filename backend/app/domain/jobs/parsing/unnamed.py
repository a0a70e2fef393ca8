"""What stands below a heading that does not say it: told by the lines themselves."""

import re
from collections.abc import Sequence

from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.lines import Line
from app.domain.jobs.parsing.section import Section

_GIVEN = re.compile(
    r"\b(?:holidays?|days'? (?:of )?(?:leave|off|vacation)|annual leave|vacation|days off|time off|pto"
    r"|pension|401"
    r"|rrsp|superannuation|insurance|dental|medical|health ?care|bonus\w*|profit|shares|equity"
    r"|stock options"
    r"|discounts?|gym|bike|parking|canteen|meals?|lunch\w*|snacks|flexible|flexi\w*|home ?office"
    r"|(?:training|learning) budget|sabbatical|relocation|company car|laptop|sick pay|parental leave"
    r"|maternity"
    r"|\w*urlaub\w*|\w*altersvorsorge|weihnachtsgeld|\w*ticket|\w*zuschuss|bezuschusst\w*"
    r"|weiterbildung\w*|gleitzeit"
    r"|kantine|obst\w*|\w*wagen|jobrad|\w*leasing|pramie\w*|vermogenswirksame|\w*rabatt\w*"
    r"|mutuelle|tickets? restaurants?|rtt|conges|vacances|primes?|interessement|participation"
    r"|teletravail|13e mois"
    r"|reer|assurances?|vacaciones|seguro|libres|formacion continua|comedor|vales|aguinaldo"
    r"|fondo de ahorro|descuentos?"
    r"|plan de pensiones|horario flexible|ayuda|\w*semester\w*|friskvard\w*|\w*pension|forsakring\w*"
    r"|flextid"
    r"|kollektivavtal)\b"
)
_ASKED = re.compile(
    r"\b(?:years?|experienced?|interested in|capable|comfortable|passion\w*|strong|solid|degree|diploma"
    r"|certificat\w+|certified|licen[cs]e\w*|qualified|qualifications?|registered"
    r"|registration|knowledge|fluen\w+|proficien\w+|ability|able to|familiar\w*|skills?|background"
    r"|willing\w*|eligible"
    r"|clearance|minimum|at least|must|bilingual\w*|ausbildung|studium|\w*kenntnisse|\w*erfahrung\w*"
    r"|fuhrerschein"
    r"|abschluss|bereitschaft|\w*fahigkeit|umgang|diplome|bac\b|permis|maitrise|connaissances?|ans d"
    r"|aisance|rigueur"
    r"|titulaire|experiencia|titulacion|titulo|carne|licencia|conocimientos?|dominio|ingles|anos"
    r"|disponibilidad"
    r"|\w*erfarenhet\w*|\w*utbildning\w*|\w*korkort|kunskap\w*|legitim\w*|flytande|examen|vana|du (?:ar"
    r"|har))\b"
)
_LEAST = 2
_LONGEST = 200
_MOST = 12


def told_by(below: Sequence[Line], before: Section | None) -> Section | None:
    """By most of the lines; when they are neither asked nor given, a first list is of what is to be done.

    None goes on with the section before.
    """
    listed = [line for line in below[:_MOST] if len(line.text) <= _LONGEST]
    if len(listed) < _LEAST or (before is None and not listed[0].bullet):
        return None  # Lines of the head look like short lines of a list.
    words = [folded(line.text) for line in listed]
    given = sum(bool(_GIVEN.search(said)) for said in words)
    asked = sum(bool(_ASKED.search(said)) for said in words)
    if max(given, asked) * 2 >= len(listed) and given != asked:
        return Section.BENEFITS if given > asked else Section.REQUIREMENTS
    begins = before in (None, Section.OTHER) and listed[0].bullet
    return Section.RESPONSIBILITIES if begins else None

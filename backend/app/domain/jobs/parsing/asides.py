"""Where a posting speaks of the employer, the law or the application: words there ask for no skill."""

import re
from collections.abc import Iterable, Iterator

from app.domain.jobs.parsing.boilerplate import is_boilerplate
from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.items import sentences
from app.domain.jobs.parsing.lines import Line
from app.domain.jobs.parsing.section import Section
from app.domain.jobs.parsing.sections import Placed

Stretch = tuple[int, int]
_HEADING = re.compile(
    r"(?:\W|\d{1,2}[.)] )*(?:about (?:us|our|the (?:company|employer|organi|business|client|group"
    r"|hospital|school"
    r"|trust|firm|university|council|agency))"
    r"|about (?!you\b|the\b|this\b|your\b)[a-z0-9&'. ,-]{2,50}$|who we are|our (?:story|mission|values"
    r"|culture|company|commitment|benefits)\b|company (?:description|overview|profile)|the (?:company"
    r"|client)$"
    r"|how (?:to|do i|can i|will you) apply|to apply|apply\b|application(?: process| instructions"
    r"| deadline|$)"
    r"|interested\?|ready to apply|hiring process|interview process|recruitment process|selection process"
    r"|next steps|equal |eeo\b|e\.?e\.?o|diversity|commitment to|privacy|data protection notice|disclaimer"
    r"|accommodation|contact|for more information|salary|pay (?:range|transparency)|similar jobs"
    r"|qui sommes|notre (?:entreprise|histoire|societe|culture|mission)|l'entreprise|comment postuler"
    r"|pour postuler|postuler|candidature$|a propos de (?:nous|l'entreprise|notre)|egalite|diversite"
    r"|processus de"
    r"|uber uns|wer wir sind|wir uber uns|das unternehmen|(?:ihre |deine )?bewerbung|jetzt bewerben|kontakt"
    r"|so bewirbst|interesse geweckt|haben wir (?:ihr|dein) interesse"
    r"|sobre (?:nosotros|la empresa)|quienes somos|la empresa|como (?:aplicar|inscribirse|solicitar)"
    r"|contacto"
    r"|om (?:oss|foretaget|arbetsgivaren|verksamheten)|ansokan|sa soker du|vid fragor|kontakt)"
)
_OF_THE_EMPLOYER = re.compile(
    # What is given.
    r"(?:medical|dental|health|life|vision) insurance|401\(?k|paid (?:time off|holidays|leave)"
    r"|tuition reimbursement|competitive salary|drug[- ]free|background check"
    # Who the employer is.
    r"|(?:founded|established) in|headquarter|family[- ](?:owned|run)|market leader"
    r"|leading (?:global |independent |national |regional )?(?:provider|manufacturer|supplier"
    r"|retailer|producer)"
    r"|fortune \d|^for (?:over |more than |nearly )?\d+ years|since (?:18|19|20)\d\d"
    r"|^(?:we are|we're) (?:an?|the|one of)\b"
)
_ASKED = {Section.REQUIREMENTS, Section.NICE, Section.RESPONSIBILITIES}
_LONGEST = 20_000


def asides(lines: Iterable[Placed], *, company: str | None) -> Iterator[Stretch]:
    own = _own_words(company)
    opened = False
    for place in lines:
        if place.opens:
            opened = place.section is Section.OTHER and bool(_HEADING.match(folded(place.line.text)))
        if opened or place.section is Section.BENEFITS:
            yield place.line.start, place.line.end
        elif not (place.bullet and place.section in _ASKED):
            yield from _of_prose(place.line, own)


def _of_prose(line: Line, own: re.Pattern[str] | None) -> Iterator[Stretch]:
    if len(line.text) > _LONGEST:
        return
    at = 0
    for sentence in sentences(line.text):
        text = folded(sentence)
        if is_boilerplate(text) or _OF_THE_EMPLOYER.search(text) or (own and own.match(text)):
            found = line.raw.find(sentence, at)
            if found < 0:
                yield line.start, line.end
                return
            at = found + len(sentence)
            yield line.start + found, line.start + at


def _own_words(company: str | None) -> re.Pattern[str] | None:
    """ "Acme is a maker of payment terminals": said of the employer, not of the job."""
    if not company or len(company) > 100:
        return None
    return re.compile(
        rf"(?:at |the )?{re.escape(folded(company))}(?:,? (?:inc|ltd|llc|gmbh|ab)\.?)? (?:is|was|has"
        rf"|provides?|offers"
        r"|serves|operates|makes|builds|owns|runs|employs|supplies|est|ist|es"
        r"|ar)\b(?!.{0,20}\b(?:looking|seeking"
        r"|hiring|recruiting|searching|required|needed))"
    )

"""Requirements, responsibilities and benefits: what stands under their headings, or reads like them."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from app.domain.jobs.parsing.boilerplate import is_boilerplate
from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.lines import Line
from app.domain.jobs.parsing.section import Section
from app.domain.jobs.parsing.sections import Placed
from app.domain.jobs.posting import Span

Item = tuple[Section, str, Span]
_SENTENCE = re.compile(r"(?<=[.!?。])[\"”»)]?\s+(?=[\"“«(]?[$€£]?[^\W_a-zß-öø-ÿ])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|approx|dr|mr|mrs|ms|st|no|vs|inc|ltd|u\.s|bzw|z\.b|ca|ggf"
    r"|p\. ex|t\.ex|bl\.a)|\b[A-Za-z])\.$",
    re.I,
)
_MUST_CUE = re.compile(
    r"\b(?:you (?:have|must|need|should have|hold|bring|possess|are (?:able|comfortable|fluent"
    r"|experienced))"
    r"|(?:must|should|shall) (?:have|hold|be able|possess|be licensed|be registered)|(?:is"
    r"|are) (?:required|essential|mandatory|a must)"
    r"|required:|we (?:expect|require)|(?:candidates?|applicants?) (?:must|should|need|with)"
    r"|(?:years?|yrs?)['\u2019]? (?:of )?(?:\w+ ){0,4}experience|experience (?:in|with|of|as"
    r"|using|working)\b|proficien|knowledge of|degree in"
    r"|diploma|valid (?:driver|driving)|fluen(?:t|cy) in|ability to|certified|certification"
    r"|vous (?:avez|possedez|maitrisez|justifiez|etes titulaire)|exige|maitrise de"
    r"|experience (?:de|en|dans)|annees d'experience"
    r"|sie (?:haben|verfugen|bringen)|du (?:hast|bringst|verfugst)|erforderlich|vorausgesetzt"
    r"|kenntnisse|abgeschlossene?s? (?:studium|ausbildung)"
    r"|imprescindible|se requiere|experiencia (?:en|con|de|minima)|anos de experiencia|titulacion"
    r"|dominio de"
    r"|du har (?!mojlighet)|vi soker dig som|erfarenhet av|krav|kravs|utbildning inom"
    r"|vi ser att du|flytande|behärskar|korkort)"
)
_NICE_CUE = re.compile(
    r"\b(?:ideally|preferabl[ye]|preferred|nice to have|desirable|(?:is|are|be"
    r"|as) an? (?:strong |big |huge |definite |real )?(?:plus|bonus|asset|advantage)"
    r"|a plus\b|bonus points?|would be (?:great|nice|beneficial|helpful|an advantage)"
    r"|beneficial|advantageous|not (?:required|essential|mandatory)"
    r"|optional|an asset|idealement|(?:un|une|des|seraient? un) (?:atout|plus)s?|souhaite|apprecie"
    r"|idealerweise|von vorteil|wunschenswert|gern gesehen|(?:ein )?pluspunkt|se valora\w*"
    r"|deseable|valorable|un plus"
    r"|meriterande|ett plus|garna|fordel|meriter\w*|een pre|gradit[oa]|diferencial|desejavel|우대)"
)
_DO_CUE = re.compile(
    r"\b(?:you(?:'ll| will) (?!have|be able|need|receive|get|enjoy|bring)|you(?:'re"
    r"| are) responsible|responsible for|your (?:role|tasks?|duties|responsibilities|job"
    r"|work) (?:is|are|will|include|involve)"
    r"|duties include|responsibilities include|the (?:role|position|successful candidate"
    r"|incumbent) (?:will|involves|includes|entails)"
    r"|vous (?:serez|devrez|aurez a|assurez|participez|gerez)|vos missions|votre role"
    r"|sie (?:ubernehmen|sind verantwortlich|betreuen|unterstutzen)"
    r"|du (?:ubernimmst|bist verantwortlich|betreust|unterstutzt|entwickelst|kommer att"
    r"|ansvarar|arbetar)|te encargaras|seras responsable"
    r"|arbetsuppgifter|i rollen ingar|ansvara)"
)
_GIVE_CUE = re.compile(
    r"\b(?:we (?:offer|provide)|you(?:'ll| will) (?:receive|get|enjoy)|benefits (?:include"
    r"|package)|in return|paid (?:vacation|holidays|time off|leave|parental)"
    r"|(?:health|dental|medical|life|vision) insurance|pension|401\(?k|bonus scheme"
    r"|days? (?:of )?(?:holiday|annual leave|vacation)|nous offrons|avantages sociaux"
    r"|wir bieten|urlaubstage|betriebliche altersvorsorge|ofrecemos|vi erbjuder|friskvard"
    r"|tjanstepension|kollektivavtal)"
)
_PAY = re.compile(
    r"(?i)(?:salary|pay|compensation|wage|salaire|gehalt|lön|salario)\b.{0,60}(?:[$€£]\s?\d"
    r"|\d\s?(?:[$€£]|kr\b|EUR|USD))"
)
_SHORTEST = 3
_LONGEST = 3_000
"""A statement is a sentence or a paragraph; what is longer is neither."""


def items_of(lines: tuple[Placed, ...]) -> Iterator[Item]:
    """In the posting's order, none of them empty."""
    headed = any(place.section not in (None, Section.OTHER) for place in lines)
    for section, run in groupby(lines, key=lambda place: place.section):
        yield from _of_section(section, list(run), headed=headed)


def _of_section(section: Section | None, run: list[Placed], *, headed: bool) -> Iterator[Item]:
    if section is None or section is Section.OTHER:
        yield from _told_by_words(run) if not headed else ()
        return
    bulleted = any(place.bullet for place in run)
    for place in run:
        if place.bullet:
            yield from _item(section, place.line)
        elif not (place.opens or place.line.text.endswith(":")):
            yield from _prose(section, place.line, bulleted=bulleted)


def _item(section: Section, line: Line) -> Iterator[Item]:
    if _SHORTEST <= len(line.text) <= _LONGEST:
        yield section, line.text, line.span


def _prose(section: Section, line: Line, *, bulleted: bool) -> Iterator[Item]:
    """Beside bullets, prose only introduces, unless it says what must be."""
    for sentence in sentences(line.text):
        if len(sentence) > _LONGEST or _is_pay(section, sentence) or is_boilerplate(folded(sentence)):
            continue
        if not bulleted or (_is_requirement(section) and _MUST_CUE.search(folded(sentence))):
            yield section, sentence, line.span_of(sentence)


def _is_pay(section: Section, sentence: str) -> bool:
    """What the work pays stands among the requirements of many postings, and is none."""
    return section is not Section.BENEFITS and bool(_PAY.search(sentence))


def _is_requirement(section: Section) -> bool:
    return section in (Section.REQUIREMENTS, Section.NICE)


def _told_by_words(run: Iterable[Placed]) -> Iterator[Item]:
    """A posting without headings says by its verbs what each sentence is."""
    for place in run:
        if not place.opens:
            for sentence in sentences(place.line.text):
                section = told_section(sentence) if len(sentence) <= _LONGEST else None
                if section:
                    yield section, sentence, place.line.span_of(sentence)


def told_section(sentence: str) -> Section | None:
    text = folded(sentence)
    if _GIVE_CUE.search(text):
        return Section.BENEFITS
    if _NICE_CUE.search(text):
        return Section.NICE
    if _MUST_CUE.search(text):
        return Section.REQUIREMENTS
    return Section.RESPONSIBILITIES if _DO_CUE.search(text) else None


def is_nice(text: str) -> bool:
    return bool(_NICE_CUE.search(folded(text)))


def sentences(text: str) -> Iterator[str]:
    start = 0
    for cut in _SENTENCE.finditer(text):
        part = text[start : cut.start()]
        if _ABBREVIATION.search(part[-8:]):
            continue
        if len(part.strip()) >= _SHORTEST:
            yield part.strip()
        start = cut.end()
    if len(text[start:].strip()) >= _SHORTEST:
        yield text[start:].strip()

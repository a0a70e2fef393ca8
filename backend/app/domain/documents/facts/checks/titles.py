"""The titles that a line gives, held against the titles that were held."""

import re
from collections.abc import Iterator
from functools import lru_cache

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.checks.rank_deeds import (
    has_charge_of_a_matter,
    is_verb,
    names_degree,
    runs,
    tells_a_deed,
)
from app.domain.documents.facts.checks.rises import became, promoted_findings, widened_findings
from app.domain.documents.facts.checks.senses import leads_a_course
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.homes import carries
from app.domain.documents.facts.wording.accounts import accounted, named
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.wordings import claimed_by
from app.domain.shared.cues import Cue
from app.domain.shared.prose import fold, word_set
from app.domain.shared.ranks import ranks_in

_TITLE_FIELDS = frozenset({"title", "headline", "role", "professional_summary"})
_RANK = re.compile(
    r"(?:(?!an|be)\w*(?<!beg)(?<!an)(?<!ein)(?<!ab)(?<!weiter)(?<!um)leit(?:er|erin|ung)|chef\w*|"
    r"\w*meister(?:in)?|jef[ea]s?|encargad[oa]|responsable|"
    r"gerante|patronn?e?|duen[oa]|propietari[oa]|president[ae]|directora?|direct(?:eur|rice)|gerente|"
    r"manager\w*|director|head|chief|lead|leader|supervisor|principal|senior|president|vorstand|"
    r"geschaftsfuhrer(?:in)?|"
    r"executive|partner|owner|vp|cto|ceo|cfo|coo|cio|foreman|superintendent|coordinator|chair(?:man|woman|person)?|coordinadora?|coordinat(?:eur|rice)|"
    r"koordinator(?:in)?|cheffe|gouvernante|"
    r"ober\w+|professor|dekan\w*|rektor\w*|associate|general|capataz|sister|matron|architekt(?:in)?|architects?|"
    r"architecte|arquitect[oa])"
)
_OF_ANOTHER = word_set(
    "to with by alongside under for from the our my his her their of dem der den die beim unter mit "
    "vom zur zum au aux avec du de "
    "la le les pour con el los las al del bajo para and both a an un une una ein eine einem einer"
)
_DEEDS = {
    "supervisor": word_set("supervise supervised supervising"),
    "manager": word_set("manage managed managing"),
    "lead": word_set(
        "led lead leads leading leader head headed supervise supervised supervising coordinate coordinated"
    ),
    "leader": word_set("led lead leads leading leader head headed"),
    "coordinator": word_set("coordinate coordinated coordinating"),
}
_HOUSES = word_set("hospital infirmary clinic practice surgery medicine ward wards")
_CHARGED = word_set("encargado encargada responsable")
_CHARGE = 2
_TO_BE_DONE = re.compile(r"\w{2,}[aei]r")
_BEING = word_set("was am is as became been als war bin wurde comme etais suis fus devenu como fui era soy")
_BELOW = word_set(
    "assistant deputy associate acting interim junior trainee stellvertretend stellvertretende "
    "stellvertretender adjoint adjointe "
    "ayudante auxiliar subdirector vice apprentice sous segundo second co"
)
_STANDS_IN = re.compile(r"vertret|sprang|vertrat|stellvertret|einspr|eingesprungen|kommissarisch|aushilf")
_PATH = re.compile(
    r"^(?:I\s+)?(?:\w+\s+){0,4}from\s+(?:[\w-]+\s+){1,6}?"
    r"(?:(?:to|via|through)\s+(?:[\w-]+\s+){1,4}?)*to\s+(?:\w+\s+){0,2}$|"
    r"^(?:de|d['\u2019]|du|von|vom)\b[^.;]*\b(?:a|\u00e0|zur?|zum|hasta|jusqu['\u2019]\u00e0)\s+$|"
    r"\b(?:desde|depuis|seit|puis|luego|despu\u00e9s|ensuite)(?:\s+(?:el\s+)?\d{4})?,?\s+$",
    re.I,
)
"""`From server to manager`, `de auxiliar a gerente`, `desde 2019, encargado`: what the person became."""
_ABOVE = re.compile(r"(?:haupt|ober|chef|erst|spitzen|general|gesamt|bereichs|leit)(\w{4,})")
_OTHERS = word_set("managers directors leaders supervisors coordinators")
"""Nobody is several."""
_IN_PLACE = re.compile(
    r"\b(?:(?:stood|stand|standing|stands|filled|filling) in for|in (?:place|lieu) of|instead of|"
    r"replac(?:ed|ing)|"
    r"deputi[sz](?:ed|ing) for|anstelle|an Stelle|vertrat|\u00e0 la place|en lugar|en sustituci\u00f3n)\b",
    re.I,
)
_IN_PLACE_CUE = Cue(
    word_set(
        "stood stand standing stands filled filling place lieu instead replaced replacing anstelle stelle "
        "vertrat lugar sustituci\u00f3n"
    ),
    ("deputi",),
)
_STANDING = re.compile(r"st(?:oo|an)d\w* in for|deputi", re.I)
_LEADING = re.compile(
    r"\b(?:in|tak(?:es?|ing)|took) charge\b|\bleads?\b(?=\s+(?:an?|the|my|our|all|\d|\w+ing)\b)", re.I
)
_IN_CHARGE_OF_DOING = re.compile(r"\b(?:in|tak(?:es?|ing)|took) charge of \w+ing\b", re.I)
_HEAD = 3
"""Words."""
_VERBS = word_set("lead head leads heads")
_LOW = word_set("intern junior")


def title_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """A rank of the person's own has to stand in a title; of somebody else, anywhere."""
    titles = [p.facts for p in ground.pieces if p.source.field in _TITLE_FIELDS]
    known = frozenset().union(*(facts.roots for facts in titles)) if titles else ground.roots
    known |= frozenset(root for p in ground.pieces for t in became(p) for root in roots(t.word))
    for n, token in enumerate(line.tokens):
        if token.denied or not _is_rank(token.word) or roots(token.word) & known:
            continue
        if names_degree(token, line, ground) or is_verb(n, line, ground) or _names_house(n, line, ground):
            continue
        if _leads(token, line, ground) or (token.word == "leitung" and leads_a_course(line, n)):
            continue
        if not _charged_with(n, line) and not _is_told(n, line, ground, titled=bool(titles)):
            why = "No cited source has a title of that rank."
            yield refused(ClaimKind.RANK, token.written, token.start, why)
    yield from widened_findings(line, ground)
    yield from promoted_findings(line, ground)
    yield from _raised(line, ground)
    yield from _lifted(line, ground)
    yield from _stood_in(line, ground)


def _names_house(n: int, line: TextFacts, ground: Ground) -> bool:
    """`Morfa General Hospital`, where a source speaks of it, has no general."""
    after = line.tokens[n + 1 : n + 2]
    if line.tokens[n].word != "general" or "general" not in ground.words:
        return False
    return bool(after) and after[0].word in _HOUSES


@lru_cache(maxsize=1 << 15)
def _is_rank(word: str) -> bool:
    return _RANK.fullmatch(word) is not None


def _stood_in(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """In place of somebody above: a claim of their post."""
    if not _IN_PLACE_CUE.may_stand_in(line.spoken):
        return
    for found in _IN_PLACE.finditer(line.text):
        after = [t for t in line.tokens if t.start >= found.end()][:_HEAD]
        above = next((t for t in after if "noun.superior" in claimed_by(t.word)), None)
        if (above or _STANDING.match(found.group())) and not any(
            _IN_PLACE.search(p.text) for p in ground.pieces
        ):
            why = "No cited source says that the person stood in for anybody."
            yield refused(ClaimKind.RANK, found.group(), found.start(), why)


def _is_told(n: int, line: TextFacts, ground: Ground, *, titled: bool) -> bool:
    """Whether a word of rank tells a deed that a source tells, or names somebody else of whom one does."""
    token = line.tokens[n]
    if not _is_given(n, line, ground):
        leads = any("scope.leadership" in p.facts.names for p in ground.pieces)
        if _DEEDS.get(token.word, frozenset()) & ground.words or (
            token.word in _VERBS and leads and not _heads_title(n, line)
        ):
            return True
    if not accounted(token, line, ground):
        return False
    if token.word in _OTHERS:
        return True
    if not titled or (_is_anothers(n, line) and named(token.word, ground)):
        return True
    return not token.written[0].isupper() and not _claims_post(n, line)


def _heads_title(n: int, line: TextFacts) -> bool:
    """`Head Veterinary Nurse`."""
    after = line.tokens[n + 1 : n + 2]
    return line.tokens[n].written[0].isupper() and bool(after) and after[0].written[0].isupper()


def _leads(token: Token, line: TextFacts, ground: Ground) -> bool:
    """In German `Teamleitung` tells that a team was led, as well as who led it."""
    if not token.word.endswith("leitung") or token.word in ground.words or not accounted(token, line, ground):
        return False
    leads = [p.facts for p in ground.pieces if "scope.leadership" in p.facts.names]
    return bool(leads) and not any(_STANDS_IN.match(word) for facts in leads for word in facts.words)


def _charged_with(n: int, line: TextFacts) -> bool:
    """`Encargado de reparar`: what was to be done, not a post."""
    after = [t.word for t in line.tokens[n + 1 : n + 3]]
    if line.tokens[n].word not in _CHARGED or len(after) < _CHARGE:
        return False
    return after[0] == "de" and bool(_TO_BE_DONE.fullmatch(after[1]))


def _is_given(n: int, line: TextFacts, ground: Ground) -> bool:
    """At the head of a line that goes on to name the employer, or that is nothing but a title."""
    if n > _HEAD:
        return False
    companies = [p.facts.run for p in ground.pieces if p.source.field == "company"]
    return any(run in line.run for run in companies) or all(t.written[0].isupper() for t in line.tokens)


def _is_anothers(n: int, line: TextFacts) -> bool:
    before = {t.word for t in line.tokens[max(0, n - 3) : n]}
    if _PATH.search(line.text[: line.tokens[n].start]):
        return False
    return bool(_OF_ANOTHER & before) and not _BEING & before


def _claims_post(n: int, line: TextFacts) -> bool:
    """`As ward manager`, or at the head of the line."""
    before = {t.word for t in line.tokens[max(0, n - 3) : n]}
    return n < _HEAD or bool(_BEING & before) or bool(_PATH.search(line.text[: line.tokens[n].start]))


def _raised(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """The title without the word that holds it down."""
    for piece in ground.pieces:
        if piece.source.field != "title":
            continue
        low = [t for t in piece.facts.tokens if t.word in _BELOW]
        rest = [t.word for t in piece.facts.tokens if t.word not in _BELOW and carries(t)]
        if low and low[-1] is piece.facts.tokens[-1]:
            continue  # Of a Sales Assistant nothing is left that could be a title.
        if not low or not rest or {t.word for t in low} & line.words:
            continue
        if any(p is not piece and _has(p.facts, rest) and not _lowered(p.facts) for p in ground.pieces):
            continue
        if any(_STANDS_IN.search(word) or word.startswith("apprentice") for word in line.words):
            continue
        at = _bare_title(line, rest)
        if at:
            why = "The title that was held is a lower one."
            yield refused(ClaimKind.RANK, at.written, at.start, why)


def _lifted(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """`Hauptbuchhalterin`, of a Buchhalterin."""
    held = {t.word for p in ground.pieces if p.source.field == "title" for t in p.facts.tokens}
    for token in line.tokens if held else ():
        if _below(token.word) in held and token.word not in ground.words:
            why = "The title that was held is a lower one."
            yield refused(ClaimKind.RANK, token.written, token.start, why)


@lru_cache(maxsize=1 << 15)
def _below(word: str) -> str:
    """`Buchhalterin` of a Hauptbuchhalterin."""
    above = _ABOVE.fullmatch(word)
    return above[1] if above else ""


def _has(facts: TextFacts, words: list[str]) -> bool:
    return f" {' '.join(words)} " in facts.run


def _lowered(facts: TextFacts) -> bool:
    return any(t.word in _BELOW or _STANDS_IN.search(t.word) for t in facts.tokens)


def _same_post(word: str, title: str) -> bool:
    """`Filialleitung`, of a Filialleiter."""
    posts = [re.sub(r"leit(?:er|erin|ung)$", "leit", each) for each in (word, title)]
    return posts[0] == posts[1] and posts[0].endswith("leit")


def _bare_title(line: TextFacts, words: list[str]) -> Token | None:
    """Where the line gives the title with nothing of weight before it."""
    for n, token in enumerate(line.tokens):
        said = [t.word for t in line.tokens[n : n + len(words)]]
        if said == words or (len(words) == 1 and _same_post(token.word, words[0])):
            before = line.tokens[n - 1] if n else None
            if _is_anothers(n, line) and not line.tokens[n].written[0].isupper():
                continue
            if before is None or not carries(before) or line.text[before.end : token.start].strip():
                return token
    return None


def rank_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    """Ranks in whatever words; what is lower than the titles held claims nothing."""
    for rank in sorted(line.ranks):
        if rank in ground.ranks or rank in _LOW:
            continue
        if rank == "lead" and "lead" not in ranks_in(_IN_CHARGE_OF_DOING.sub(" ", line.text)):
            continue
        if rank == "lead" and has_charge_of_a_matter(line, ground):
            continue
        if rank == "lead" and runs(ground) and "lead" not in ranks_in(_LEADING.sub(" ", line.text)):
            continue
        if tells_a_deed(rank, line, ground):
            continue
        if _DEEDS.get(rank, frozenset()) & ground.words:
            continue
        place = max(0, fold(line.text).find(rank[:3]))
        yield refused(ClaimKind.RANK, rank, place, "No cited source has a title of that rank.")

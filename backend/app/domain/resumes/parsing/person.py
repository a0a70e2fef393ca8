"""Who it is: name, headline and place, out of the head of a resume."""

import re
from collections.abc import Iterator, Sequence

from app.domain.jobs.parsing.places import is_place, is_places_only
from app.domain.jobs.parsing.posts import is_organisation, is_role
from app.domain.resumes.parsing.contact import holds_contact, without_contact
from app.domain.resumes.parsing.pieces import Piece
from app.domain.resumes.resume import CERTAIN, GUESSED, LIKELY, Read, Text
from app.domain.shared.prose import fold
from app.domain.shared.skills import is_known
from app.domain.shared.stretches import Stretches

_NAME_WORD = r"(?:[^\W\d_](?:[^\W\d_]|['\u2019.-](?=[^\W\d_]))*\.?|\([^\W\d_]+\)|\"[^\W\d_]+\")"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}")
_PARTICLES = frozenset(
    [
        "de",
        "la",
        "le",
        "del",
        "von",
        "van",
        "der",
        "den",
        "zu",
        "bin",
        "ibn",
        "al",
        "el",
        "da",
        "dos",
        "di",
        "y",
        "e",
        "i",
        "af",
        "av",
        "ter",
        "ten",
        "st",
    ]
)
_TITLES = re.compile(r"^(?:(?:dr|mr|mrs|ms|miss|prof|dipl|ing|herr|frau|sr|sra|m|mme)\.?[ -]+)+", re.I)
_AFTER = re.compile(
    r"(?:['\u2019]s)?\s*(?:resume|cv|curriculum vitae|r[ée]sum[ée])$|,?\s+(?:jr|sr|ii|iii|iv"
    r"|ph\.?d|m\.?d|mba|rn|cpa|pmp|esq|bsn|msn|pe|cissp)\.?(?:,.*)?$",
    re.I,
)
_LABELLED_NAME = re.compile(
    r"^(?:full\s+)?(?:name|nom|nombre|name und vorname|nom et pr[ée]nom"
    r"|nombre y apellidos)\s*:\s*(.+)$",
    re.I,
)
_NOT_NAMES = frozenset(
    [
        "resume",
        "cv",
        "curriculum",
        "vitae",
        "lebenslauf",
        "bewerbung",
        "page",
        "confidential",
        "last",
        "updated",
        "profile",
        "contact",
        "references",
        "email",
        "phone",
        "address",
        "mobile",
        "telephone",
        "linkedin",
        "github",
        "website",
        "date",
        "birth",
        "nationality",
        "permanent",
        "current",
        "objective",
        "experience",
        "street",
        "road",
        "avenue",
        "company",
        "city",
        "state",
        "n/a",
        "name",
    ]
)
_PLACE_LABEL = re.compile(
    r"^(?:(?:current |home |permanent |mailing )?(?:address|location|residence|city)|adresse"
    r"|anschrift|wohnort|ort|domicile|ville|direcci[óo]n"
    r"|domicilio|ciudad|ubicaci[óo]n|lieu)\s*:\s*(.+)$",
    re.I,
)
_TOWN_CODE = re.compile(
    r"[A-Z\u00c0-\u00dd][^\W\d_.'\u2019-]*(?:[ .'\u2019-]{1,2}[^\W\d_]+){0,3},?\s+[A-Z]{2}(?:[ "
    r",]+\d{5}(?:-\d{4})?)?(?![\w])"
    r"|(?:[A-Z]{1,2}-)?\d{4,5}\s+[A-Z\u00c0-\u00dd][^\W\d_]+(?:[ -][^\W\d_]+){0,2}"
)
_STREET = re.compile(
    r"\d+\w?\s+\w+.*\b(?:st|street|ave|avenue|rd|road|blvd|lane|ln|drive|dr|way|court|ct|rue"
    r"|calle)\b\.?|\w+(?:str(?:a(?:ss|ß)e)?\.?|weg|platz|gasse)\s+\d+",
    re.I,
)
_TOWN = re.compile(
    r"[A-Z\u00c0-\u00dd][^\W\d_]{2,}(?:[ '\u2019-][^\W\d_]+){0,3}(?:, [A-Z\u00c0-\u00dd][^\W\d_]+)?"
)
_LOCAL = re.compile(r"[a-z]+")
_HIGHEST = 12
"""Lines of the head in which a name is looked for."""


def name_in(head: Sequence[Piece], others: Sequence[Piece], email: Text | None) -> Text | None:
    """By its place at the top, by its look, and by the e-mail that often repeats it."""
    local = email.value.split("@")[0].lower() if email else ""
    best: tuple[float, Piece] | None = None
    for n, piece in enumerate(_candidates(head, others)):
        score = _name_score(piece, local) - 0.12 * min(n, _HIGHEST)
        if score > 0 and (best is None or score > best[0]):
            best = (score, piece)
    if best is None:
        return None
    sureness = CERTAIN if best[0] >= 2.5 else LIKELY if best[0] >= 1 else GUESSED
    return Read(_as_name(best[1].value), best[1].start, best[1].end, sureness)


def _candidates(head: Sequence[Piece], others: Sequence[Piece]) -> Iterator[Piece]:
    lines = [*head[:_HIGHEST], *(p for p in others if len(p.text) <= 40)]
    for n, line in enumerate(lines):
        if labelled := _LABELLED_NAME.match(line.text):
            yield line.part(labelled.start(1))
        yield from _bare_parts(line)
        if n + 1 < len(lines) and _is_word(line) and _is_word(lines[n + 1]):
            both = lines[n + 1]
            gap = " " * (both.start - line.end)
            yield Piece(line.text + gap + both.text, line.start)


def _is_word(piece: Piece) -> bool:
    return (
        bool(re.fullmatch(_NAME_WORD, piece.text))
        and piece.text[0].isupper()
        and fold(piece.text) not in _NOT_NAMES
    )


def _bare_parts(line: Piece) -> Iterator[Piece]:
    for part in without_contact(line):
        cut = part.part(len(m[0])) if (m := _TITLES.match(part.text)) else part
        cut = cut.part(0, m.start()) if (m := _AFTER.search(cut.text)) else cut
        yield cut
        if "," in cut.text:
            yield cut.part(0, cut.text.index(","))


def _name_score(piece: Piece, local: str) -> float:
    text = piece.value
    if not _NAME.fullmatch(text) or len(text) > 50:
        return 0.0
    said = fold(text).replace(".", "").split()
    told = sum(len(w) > 2 and w in local.replace(".", "") for w in said) if local else 0
    words = [w for w in text.split() if w.lower() not in _PARTICLES]
    if (len(words) < 2 and not told) or not all(w[0].isupper() or w[0] in '("' for w in words):
        return 0.0
    if set(said) & _NOT_NAMES or is_places_only(text) or is_known(text):
        return 0.0
    initials = (
        bool(local) and _LOCAL.match(local) is not None and local[0] == said[0][0] and said[-1] in local
    )
    against = 1.5 * (is_role(text) or is_organisation(text))
    return 1.2 + told + 0.5 * initials - against * (told < 2) - 0.4 * (len(words) > 3)


def _as_name(text: str) -> str:
    text = " ".join(text.split())
    if not text.isupper() and not text.islower():
        return text
    return " ".join(
        w.lower() if w.lower() in _PARTICLES else w.title() if len(w) > 1 else w for w in text.split()
    )


def headline_in(head: Sequence[Piece], name: Text | None) -> Text | None:
    """The line under the name, or beside it, that says what the person is."""
    for line in head[:_HIGHEST]:
        for part in without_contact(line):
            if name and name.start <= part.start < name.end:
                part = part.part(name.end - part.start).trimmed(" ,|-\u2013")
            if (
                3 < len(part.text) <= 90
                and is_role(part.text)
                and not part.text.endswith(".")
                and not is_places_only(part.text)
            ):
                return part.read(LIKELY if name else GUESSED)
    return None


def location_in(head: Sequence[Piece], called: Stretches) -> Text | None:
    """`called`: where the person's name and title stand."""
    parts = [part for line in head[:30] for part in without_contact(line) if len(part.text) <= 120]
    for part in parts:
        if labelled := _PLACE_LABEL.match(part.text):
            return part.part(labelled.start(1)).read(CERTAIN)
    for part in parts:
        if is_places_only(part.value.strip(" .")) and len(part.text) > 2:
            return part.read(LIKELY)
    for n, part in enumerate(parts):
        if (_STREET.search(part.text) and len(part.text) > 12) or (
            n and _STREET.search(parts[n - 1].text) and is_place(part.value)
        ):
            return _town_of(part, parts[n + 1 : n + 3])
        if (found := _TOWN_CODE.search(part.text)) and not is_role(part.text):
            return part.part(*found.span()).read(LIKELY)
    for part in parts:
        if "," in part.text and len(part.text) < 60 and is_place(part.value) and not is_role(part.text):
            return part.read(GUESSED)
    return _town_beside(head[:30], called)


def _town_beside(head: Sequence[Piece], called: Stretches) -> Text | None:
    """One that no list knows, between the ways to reach the person, or right below them."""
    reached = [n for n, line in enumerate(head) if holds_contact(line)]
    first, last = min(reached, default=0), max(reached, default=-1)
    after = (
        [line for line in head[last + 1 :] if not called.touch(line.start, line.end)][:1] if reached else []
    )
    for line in (*head[first : last + 1], *after):
        for part in without_contact(line):
            told = is_role(part.text) or is_organisation(part.text) or is_known(part.text)
            if _TOWN.fullmatch(part.text) and not told and not called.touch(part.start, part.end):
                return part.read(GUESSED)
    return None


def _town_of(part: Piece, after: Sequence[Piece]) -> Text | None:
    """The place without its street, which may go on in the next line."""
    whole = part
    for line in after:
        if is_place(line.value) and len(line.text) < 40 and not is_role(line.text):
            whole = Piece(whole.text + " " * (line.start - whole.end) + line.text, whole.start)
    cells = whole.split(re.compile(","))
    towns = [c for c in cells if not _STREET.search(c.text)] or cells[-1:]
    text = ", ".join(c.value for c in towns)
    return Read(text, towns[0].start, towns[-1].end, GUESSED) if text else None

"""How well an applicant tracking system can take the document in: documented rules, each with its points.

| rule         | points | what earns them                                                              |
|--------------|--------|------------------------------------------------------------------------------|
| keywords     | 30     | the share of the posting's keywords that the document names                  |
| sections     | 15     | experience or education, and skills, under titles that every system knows    |
| contacts     | 15     | e-mail address (7), telephone (4), place (2) and a link (2) in the body      |
| dates        | 10     | every position and degree has a date that reads as one                       |
| length       | 10     | between 150 and 1,100 words                                                  |
| characters   | 10     | no symbols from private fonts, emoji, drawing or control characters          |
| bullets      | 5      | no bullet above 320 characters                                               |
| read-back    | 15     | the share of the file that two readers got back                              |
| order        | 5      | in the order it was written                                                  |

A letter is judged by contacts, characters, read-back and order as above, and by keywords, of which eight are
enough; in place of the other rules stand parts (15: date, recipient, subject, salutation, closing and
signature) and length (15: 250 to 400 words).

What cannot be judged (no keywords known, nothing read back yet) takes no part: the total is the earned
share of the points that do.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from app.domain.documents.ats_letter import ENOUGH_KEYWORDS, letter_length, letter_parts
from app.domain.documents.ats_receipt import AtsReceipt, RuleResult, Severity
from app.domain.documents.content import ContactKind, DocumentContent, Section, SectionKind, lines_of
from app.domain.documents.facts.amounts.moments import dated
from app.domain.documents.facts.texts.outline import heading_kind
from app.domain.documents.fingerprint import fingerprint
from app.domain.shared.bands import band_of
from app.domain.shared.degrees import DegreeLevel, levels_in, without_levels
from app.domain.shared.prose import words
from app.domain.shared.skills import canonical, mentions

__all__ = ["ALGORITHM", "AtsReceipt", "RuleResult", "Severity", "ats_score"]

ALGORITHM = "ats-1.1"
_CONTACT_POINTS = (
    (ContactKind.EMAIL, 7.0, "an e-mail address"),
    (ContactKind.PHONE, 4.0, "a telephone number"),
    (ContactKind.LOCATION, 2.0, "a place"),
    (ContactKind.LINK, 2.0, "a link"),
)
_LEAST_WORDS, _MOST_WORDS = 150, 1100
_LONGEST_BULLET = 320
_ODD_CATEGORIES = frozenset({"Co", "Cc", "Cf", "Cs", "Cn", "So"})
_JOINERS = "\u200c\u200d\u00ad\u00b0\u00a9\u00ae\u2122"
_NAMED = 12
_DEGREE_WORDS = frozenset({"degree", "diploma"})


def ats_score(
    content: DocumentContent,
    *,
    keywords: Sequence[str] = (),
    recall: float | None = None,
    in_order: bool | None = None,
) -> AtsReceipt:
    """`recall` (0 to 1) and `in_order` come from reading the finished file back."""
    texts = tuple(line.text for _, line in lines_of(content))
    found, missing = _coverage(texts, keywords, degrees=_degrees(content))
    if content.letter:
        rules = (
            *_keywords(found, missing, enough=ENOUGH_KEYWORDS),
            letter_parts(content.letter),
            _contacts(content),
            letter_length(content.letter),
            _characters(texts),
        )
    else:
        rules = (
            *_keywords(found, missing),
            _sections(content),
            _contacts(content),
            _dates(content),
            _length(texts),
            _characters(texts),
            _bullets(content),
        )
    rules = (*rules, *_read_back(recall, in_order))
    total = round(100 * sum(r.points for r in rules) / sum(r.of for r in rules), 1)
    return AtsReceipt(
        algorithm=ALGORITHM,
        inputs_sha256=fingerprint(ALGORITHM, content, list(keywords), recall, in_order),
        total=total,
        band=band_of(total),
        rules=rules,
        keywords_found=found,
        keywords_missing=missing,
    )


def _degrees(content: DocumentContent) -> frozenset[DegreeLevel]:
    entries = (e for s in content.sections if s.kind is SectionKind.EDUCATION for e in s.entries)
    return frozenset(level for entry in entries for level in levels_in(entry.title.text)[:1])


def _shows_degree(keyword: str, held: frozenset[DegreeLevel]) -> bool:
    """`Bachelor's degree` is shown by any degree as high; one in a field, or an MBA, by its own name only."""
    asked = levels_in(keyword)
    rest = [word for word in words(without_levels(keyword)) if word not in _DEGREE_WORDS]
    general = bool(asked) and not rest and not keyword.isupper()
    return general and any(level >= asked[-1] for level in held)


def _coverage(
    texts: tuple[str, ...], keywords: Sequence[str], *, degrees: frozenset[DegreeLevel]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    named = {m.name for text in texts for m in mentions(text)} | {canonical(text) for text in texts}
    runs = [f" {' '.join(words(text))} " for text in texts]
    wanted = tuple(dict.fromkeys(keywords))
    found = tuple(
        k
        for k in wanted
        if canonical(k) in named
        or any(f" {' '.join(words(k))} " in run for run in runs)
        or _shows_degree(k, degrees)
    )
    return found, tuple(k for k in wanted if k not in found)


def _keywords(
    found: tuple[str, ...], missing: tuple[str, ...], *, enough: int | None = None
) -> Iterator[RuleResult]:
    count = len(found) + len(missing)
    wanted = min(count, enough or count)
    if count:
        named = f"If they are true of you, name: {', '.join(missing[:_NAMED])}."
        yield RuleResult(
            rule="keywords",
            severity=Severity.MAJOR,
            points=round(30 * min(1.0, len(found) / wanted), 2),
            of=30,
            evidence=f"{len(found)} of the posting's {count} keywords are in the document.",
            fix=named if len(found) < wanted else None,
        )


def _sections(content: DocumentContent) -> RuleResult:
    kinds = {section.kind for section in content.sections}
    career = bool(kinds & {SectionKind.EXPERIENCE, SectionKind.EDUCATION})
    own = [section.title for section in content.sections if not _is_standard(section)]
    points = 8.0 * career + 4.0 * (SectionKind.SKILLS in kinds) + 3.0 * (not own)
    lacks = [
        *([] if career else ["experience or education"]),
        *([] if SectionKind.SKILLS in kinds else ["skills"]),
    ]
    advice = [f"Add a section on {each}." for each in lacks]
    advice += [f"Give {title!r} a usual title." for title in own]
    return RuleResult(
        rule="sections",
        severity=Severity.CRITICAL,
        points=points,
        of=15,
        evidence=", ".join(section.title for section in content.sections) or "No sections.",
        fix=" ".join(advice) or None,
    )


def _is_standard(section: Section) -> bool:
    return heading_kind(section.title) is not None


def _contacts(content: DocumentContent) -> RuleResult:
    have = {contact.kind for contact in content.header.contacts}
    points = sum(worth for kind, worth, _ in _CONTACT_POINTS if kind in have)
    lacks = [name for kind, _, name in _CONTACT_POINTS if kind not in have]
    return RuleResult(
        rule="contacts",
        severity=Severity.CRITICAL,
        points=points,
        of=15,
        evidence=", ".join(sorted(have)) or "None.",
        fix=f"Add {', '.join(lacks)}." if lacks else None,
    )


def _dates(content: DocumentContent) -> RuleResult:
    kinds = (SectionKind.EXPERIENCE, SectionKind.EDUCATION)
    entries = [entry for section in content.sections if section.kind in kinds for entry in section.entries]
    undated = [e.title.text for e in entries if not (e.dates and dated(e.dates.text))]
    share = 1 - len(undated) / len(entries) if entries else 1.0
    return RuleResult(
        rule="dates",
        severity=Severity.MAJOR,
        points=round(10 * share, 2),
        of=10,
        evidence=f"{len(entries) - len(undated)} of {len(entries)} entries have dates that read as such.",
        fix=f"Add dates to: {', '.join(undated[:_NAMED])}." if undated else None,
    )


def _length(texts: tuple[str, ...]) -> RuleResult:
    count = sum(len(text.split()) for text in texts)
    if count < _LEAST_WORDS:
        share, fix = count / _LEAST_WORDS, "Say more: there is hardly anything to find."
    elif count > _MOST_WORDS:
        share, fix = max(0.0, 2 - count / _MOST_WORDS), "Cut what the posting does not ask for."
    else:
        share, fix = 1.0, None
    return RuleResult(
        rule="length",
        severity=Severity.MINOR,
        points=round(10 * share, 2),
        of=10,
        evidence=f"{count} words.",
        fix=fix,
    )


def _characters(texts: tuple[str, ...]) -> RuleResult:
    odd = sorted({c for text in texts for c in text if _is_odd(c)})
    named = ", ".join(f"U+{ord(c):04X}" for c in odd[:_NAMED])
    return RuleResult(
        rule="characters",
        severity=Severity.MAJOR,
        points=max(0.0, 10.0 - 2.5 * len(odd)),
        of=10,
        evidence=f"Odd characters: {named}." if odd else "Plain characters only.",
        fix="Write these as words, or leave them out." if odd else None,
    )


def _is_odd(char: str) -> bool:
    if char in _JOINERS:
        return False
    return unicodedata.category(char) in _ODD_CATEGORIES or "\u2500" <= char <= "\u25ff"


def _bullets(content: DocumentContent) -> RuleResult:
    bullets = [b.text for s in content.sections for e in s.entries for b in e.bullets]
    bullets += [b.text for s in content.sections for b in s.bullets]
    long = [text for text in bullets if len(text) > _LONGEST_BULLET]
    return RuleResult(
        rule="bullets",
        severity=Severity.MINOR,
        points=round(5 * (1 - len(long) / len(bullets)), 2) if bullets else 5.0,
        of=5,
        evidence=f"{len(long)} of {len(bullets)} bullets are longer than {_LONGEST_BULLET} characters.",
        fix=f"Split: {'; '.join(text[:60] for text in long[:3])} ..." if long else None,
    )


def _read_back(recall: float | None, in_order: bool | None) -> Iterator[RuleResult]:
    if recall is not None:
        yield RuleResult(
            rule="read-back",
            severity=Severity.CRITICAL,
            points=round(15 * max(0.0, min(1.0, recall)), 2),
            of=15,
            evidence=f"{recall:.1%} of the document was read back from the file.",
            fix="Choose another template: parts of this file cannot be read." if recall < 1 else None,
        )
    if in_order is not None:
        yield RuleResult(
            rule="order",
            severity=Severity.MAJOR,
            points=5.0 if in_order else 0.0,
            of=5,
            evidence="Read back in order." if in_order else "Read back in another order than written.",
            fix=None if in_order else "Choose a template with one column.",
        )

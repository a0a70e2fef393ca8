from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Applies, Finding, Rule, Seen
from app.domain.documents.content import Letter

_FEWEST_PARAGRAPHS, _MOST_PARAGRAPHS = 3, 7


def _parts(seen: Seen) -> Finding | None:
    letter = seen.content.letter
    if letter is None:
        return None
    parts = _texts(letter)
    lacks = [name for name, text in parts.items() if not text.strip()]
    have = [name for name in parts if name not in lacks]
    return Finding(
        share=len(have) / len(parts),
        evidence=f"Has {', '.join(have)}." if have else "None.",
        fix=f"Add {', '.join(lacks)}.",
    )


def _texts(letter: Letter) -> dict[str, str]:
    return {
        "date": letter.date.text,
        "recipient": "".join(line.text for line in letter.recipient),
        "subject": letter.subject.text if letter.subject else "",
        "salutation": letter.salutation.text,
        "closing": letter.closing.text,
        "signature": letter.signature.text,
    }


def _paragraphs(seen: Seen) -> Finding | None:
    if seen.content.letter is None:
        return None
    count = len(seen.content.letter.paragraphs)
    off = max(0, _FEWEST_PARAGRAPHS - count, count - _MOST_PARAGRAPHS)
    return Finding(share=1 - off / 2, evidence=f"{count} paragraphs.")


RULES = (
    Rule(
        id="letter-parts",
        group=Group.LETTER,
        severity=Severity.MAJOR,
        points=15,
        applies=Applies.LETTER,
        looks_at="A letter has a date, a recipient, a subject, a salutation, a closing and a signature.",
        fix="Add what is missing.",
        judge=_parts,
    ),
    Rule(
        id="letter-paragraphs",
        group=Group.LETTER,
        severity=Severity.MINOR,
        points=2,
        applies=Applies.LETTER,
        looks_at=f"A letter has {_FEWEST_PARAGRAPHS} to {_MOST_PARAGRAPHS} paragraphs.",
        fix="Begin a new paragraph for each thing you tell, and join what belongs together.",
        judge=_paragraphs,
    ),
)

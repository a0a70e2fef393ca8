"""The rules of the ATS score that are a letter's own."""

from app.domain.documents.ats_receipt import RuleResult, Severity
from app.domain.documents.content import Letter

LEAST_WORDS, MOST_WORDS = 250, 400
ENOUGH_KEYWORDS = 8
"""More of them in a page of prose is no letter any more."""
_PARTS_WORTH = 15.0
_LENGTH_WORTH = 15.0


def words_of(letter: Letter) -> int:
    """Of its paragraphs: address, subject, salutation and signature do not count."""
    return sum(len(line.text.split()) for paragraph in letter.paragraphs for line in paragraph.sentences)


def letter_parts(letter: Letter) -> RuleResult:
    parts = {
        "date": letter.date.text,
        "recipient": "".join(line.text for line in letter.recipient),
        "subject": letter.subject.text if letter.subject else "",
        "salutation": letter.salutation.text,
        "closing": letter.closing.text,
        "signature": letter.signature.text,
    }
    lacks = [name for name, text in parts.items() if not text.strip()]
    have = [name for name in parts if name not in lacks]
    return RuleResult(
        rule="parts",
        severity=Severity.MAJOR,
        points=round(_PARTS_WORTH * len(have) / len(parts), 2),
        of=_PARTS_WORTH,
        evidence=f"Has {', '.join(have)}." if have else "None.",
        fix=f"Add {', '.join(lacks)}." if lacks else None,
    )


def letter_length(letter: Letter) -> RuleResult:
    count = words_of(letter)
    share, fix = 1.0, None
    if count < LEAST_WORDS:
        share = count / LEAST_WORDS
        fix = (
            "The career has too little to tell for a whole letter: add what you did and what came of it "
            "to its "
            "positions and projects."
        )
    elif count > MOST_WORDS:
        share = max(0.0, 2 - count / MOST_WORDS)
        fix = f"Cut it to {MOST_WORDS} words: leave what the posting does not ask for to the resume."
    return RuleResult(
        rule="length",
        severity=Severity.MINOR,
        points=round(_LENGTH_WORTH * share, 2),
        of=_LENGTH_WORTH,
        evidence=f"{count} words; {LEAST_WORDS} to {MOST_WORDS} are usual for a letter.",
        fix=fix,
    )

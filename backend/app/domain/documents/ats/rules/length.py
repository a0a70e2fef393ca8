from app.domain.documents.ats.letters import LEAST_WORDS, MOST_WORDS, words_of
from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Applies, Finding, Rule, Seen

_LEAST, _MOST = 150, 1100
_MOST_PAGES, _TOO_MANY_PAGES = 2, 4
_LONGEST_PARAGRAPH = 150


def _words(seen: Seen) -> Finding:
    count = seen.word_count
    fix = "Say more: there is hardly anything to find." if count < _LEAST else None
    return Finding(
        share=_between(count, _LEAST, _MOST),
        evidence=f"{count} words; {_LEAST} to {_MOST:,} are usual.",
        fix=fix,
    )


def _letter_words(seen: Seen) -> Finding | None:
    if seen.content.letter is None:
        return None
    count = words_of(seen.content.letter)
    fix = (
        "The career has too little to tell for a whole letter: add what you did and what came of it to its "
        "positions and projects."
    )
    return Finding(
        share=_between(count, LEAST_WORDS, MOST_WORDS),
        evidence=f"{count} words; {LEAST_WORDS} to {MOST_WORDS} are usual for a letter.",
        fix=fix if count < LEAST_WORDS else None,
    )


def _between(count: int, least: int, most: int) -> float:
    """1 between the two; 0 at none, and at twice the most."""
    return count / least if count < least else min(1.0, 2 - count / most)


def _pages(seen: Seen) -> Finding | None:
    return _at_most(seen, _MOST_PAGES)


def _one_page(seen: Seen) -> Finding | None:
    return _at_most(seen, 1)


def _at_most(seen: Seen, most: int) -> Finding | None:
    if seen.file is None or seen.file.pages is None:
        return None
    pages = seen.file.pages
    room = _TOO_MANY_PAGES - most
    return Finding(
        share=1 - max(0, pages - most) / room, evidence=f"{pages} {'page' if pages == 1 else 'pages'}."
    )


RULES = (
    Rule(
        id="length-words",
        group=Group.LENGTH,
        severity=Severity.MINOR,
        points=8,
        looks_at=f"A resume has between {_LEAST} and {_MOST:,} words; twice as many earn nothing.",
        fix="Cut what the posting does not ask for.",
        judge=_words,
    ),
    Rule(
        id="length-pages",
        group=Group.LENGTH,
        severity=Severity.MINOR,
        points=2,
        looks_at=f"A resume has {_MOST_PAGES} pages at most, where its file has pages.",
        fix="Set `max_pages`, choose a denser template, or cut.",
        judge=_pages,
    ),
    Rule(
        id="length-letter",
        group=Group.LENGTH,
        severity=Severity.MINOR,
        points=15,
        applies=Applies.LETTER,
        looks_at=f"A letter has {LEAST_WORDS} to {MOST_WORDS} words, from salutation to closing.",
        fix=f"Cut it to {MOST_WORDS} words: leave what the posting does not ask for to the resume.",
        judge=_letter_words,
    ),
    Rule(
        id="length-letter-pages",
        group=Group.LENGTH,
        severity=Severity.MINOR,
        points=2,
        applies=Applies.LETTER,
        looks_at="A letter has one page, where its file has pages.",
        fix="Choose a denser template, or cut.",
        judge=_one_page,
    ),
)

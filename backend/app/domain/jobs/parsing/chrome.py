"""What a web page puts around a posting: ways to other pages, buttons, counts, banners, other jobs."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.jobs.parsing.chrome_words import ALONE, BANNER, HOME, IN_A_BAR, OTHER_JOBS
from app.domain.jobs.parsing.folding import folded
from app.domain.jobs.parsing.headings import speaks_as_heading
from app.domain.jobs.parsing.lines import Line
from app.domain.jobs.parsing.money import amounts
from app.domain.jobs.parsing.places import is_place
from app.domain.jobs.parsing.posts import is_organisation, is_role
from app.domain.jobs.parsing.terms import is_employment_type, is_workplace

_LONGEST = 400
_LONGEST_CONTROL = 60
_MOST_WORDS_OF_A_CHIP = 5
_MOST_WORDS_OF_A_CRUMB = 7
_MOST_WORDS_OF_A_ROW = 14
_CHIPS = re.compile(r"[ \u00a0]*[|·•][ \u00a0]*|\t+|\][ \u00a0]*\[|[ \u00a0]{2,}")
_CRUMBS = re.compile(r"[ \u00a0]*[>»\u203a\u2192][ \u00a0]*")
_SLASHES = re.compile(r"[ \u00a0]/[ \u00a0]")
_HOW_MANY = re.compile(r" ?\(\d{1,5}\)$")
_SYMBOLS = re.compile(r"[\s\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+")
"""Hearts, stars, arrows and pictures that stand on buttons."""
_STARS = re.compile(r"[★☆⭐✩✭]")
_LEAST_LINES_ABOVE_OTHER_JOBS = 8


def without_chrome(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """What is left after a line taken out keeps the empty line that stood before it."""
    return tuple(_kept(lines))


def _kept(lines: tuple[Line, ...]) -> Iterator[Line]:
    gap = others = False
    for at, line in enumerate(lines):
        others = _lists_other_jobs(line, others=others, at=at)
        if others or is_chrome(line):
            gap = gap or line.after_gap
            continue
        yield replace(line, after_gap=True) if gap and not line.after_gap else line
        gap = False


def _lists_other_jobs(line: Line, *, others: bool, at: int) -> bool:
    """Other people's jobs go on to the end, or to where the posting's own headings begin again."""
    if others:
        return not speaks_as_heading(line.text)
    return (
        at >= _LEAST_LINES_ABOVE_OTHER_JOBS
        and len(line.text) <= _LONGEST_CONTROL
        and bool(OTHER_JOBS.fullmatch(_words(line.text)))
    )


def is_chrome(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST:
        return False
    if BANNER.search(folded(text)):
        return True
    if line.bullet or line.marked:
        return False
    return _is_control(text) or _is_bar(text) or _is_row_of_controls(text) or _is_breadcrumb(text)


def _is_control(text: str) -> bool:
    if len(text) > _LONGEST_CONTROL:
        return False
    return bool(ALONE.fullmatch(_words(text))) or _is_rating(text)


def _is_rating(text: str) -> bool:
    return bool(_STARS.search(text)) and not any(c.isalpha() for c in re.sub(r"(?i)reviews?", "", text))


def _is_bar(text: str) -> bool:
    """Side by side, most of them known controls, and nothing that the posting itself could say."""
    chips = [chip for chip in _CHIPS.split(text.strip("[] ")) if _words(chip)]
    if len(chips) < 2:
        return False
    known = [_is_known(chip) for chip in chips]
    return 2 * sum(known) > len(chips) and not any(
        _speaks(chip) for chip, control in zip(chips, known, strict=True) if not control
    )


def _is_row_of_controls(text: str) -> bool:
    """Nothing but known controls, one after the other with a space between: "Home Jobs Saved (2) Log in"."""
    said = [word for word in text.split() if _words(word)]
    if not 2 <= len(said) <= _MOST_WORDS_OF_A_ROW:
        return False
    reached = {0}
    for end in range(1, len(said) + 1):
        if any(_is_known(" ".join(said[start:end])) for start in sorted(reached)):
            reached.add(end)
    return len(said) in reached


def _is_known(chip: str) -> bool:
    chip = _HOW_MANY.sub("", chip)
    return bool(_is_control(chip) or IN_A_BAR.fullmatch(_words(chip)))


def is_way(chip: str) -> bool:
    """ "Careers", "Home": where a site leads, never the name of anybody."""
    return bool(HOME.fullmatch(_words(chip)))


def _is_breadcrumb(text: str) -> bool:
    """ "Home > Careers > Nursing": short names, one below the other."""
    crumbs = [crumb for crumb in _CRUMBS.split(text) if crumb]
    if len(crumbs) < 2:
        crumbs = [crumb for crumb in _SLASHES.split(text) if crumb]
        if not HOME.fullmatch(_words(crumbs[0] if crumbs else "")):
            return False
    short = all(len(crumb.split()) <= _MOST_WORDS_OF_A_CRUMB for crumb in crumbs)
    return short and (len(crumbs) > 2 or (len(crumbs) == 2 and bool(HOME.fullmatch(_words(crumbs[0])))))


def _speaks(chip: str) -> bool:
    return (
        len(chip.split()) > _MOST_WORDS_OF_A_CHIP
        or is_role(chip)
        or is_organisation(chip)
        or is_place(chip)
        or is_employment_type(chip)
        or is_workplace(chip)
        or any(True for _ in amounts(chip))
    )


def _words(text: str) -> str:
    return _SYMBOLS.sub(" ", folded(text)).strip(" .!:[]<>»\u203a+*-")

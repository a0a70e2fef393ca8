"""Whatever two versions say: each line of either is told once, and turning them round turns the answer."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.domain.documents.comparing import Change, Comparison, Judged, compare
from app.domain.documents.comparing.pairing import out_of_order
from app.domain.documents.content import DocumentContent, Section, SectionKind, lines_of
from tests.builders.documents import a_document, an_entry, bullets, entries, paragraphs, skills

WORDS = st.sampled_from(["Led", "nurses", "14", "on", "the", "ward", "a", "third", "falls", "病棟"])
TEXT = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
TEXTS = st.lists(TEXT, max_size=4).map(tuple)
ENTRY = st.builds(an_entry, TEXT, TEXT, dates=TEXT, text=st.none() | TEXT, bullets=TEXTS, details=TEXTS)
TITLES = st.sampled_from(["Work", "More"])


@st.composite
def sections(draw: st.DrawFn) -> Section:
    title = draw(TITLES)
    return draw(
        st.one_of(
            st.lists(ENTRY, max_size=3).map(lambda items: entries(title, *items)),
            TEXTS.map(lambda texts: bullets(title, *texts)),
            TEXTS.map(lambda texts: paragraphs(title, *texts, kind=SectionKind.OTHER)),
            st.dictionaries(st.sampled_from("abc"), TEXTS, max_size=3).map(lambda g: skills(title, **g)),
        )
    )


CONTENTS = st.lists(sections(), max_size=4).map(lambda found: a_document(*found))


def compared(before: DocumentContent, after: DocumentContent) -> Comparison:
    return compare(Judged(before), Judged(after))


@given(CONTENTS, CONTENTS)
def test_every_line_of_either_is_told_once(before: DocumentContent, after: DocumentContent) -> None:
    found = compared(before, after)

    told = [line for part in found.parts for line in part.lines]
    old, new = dict(lines_of(before)), dict(lines_of(after))
    for side, lines in (("before", old), ("after", new)):
        shown = [s for line in told if (s := getattr(line, side))]
        assert max(Counter(s.pointer for s in shown).values(), default=1) == 1
        assert all(lines[s.pointer].text == s.text for s in shown)
        assert len(shown) + found.counts[Change.UNCHANGED] == len(lines)


@given(CONTENTS)
def test_nothing_changes_between_a_version_and_itself(content: DocumentContent) -> None:
    found = compared(content, content)

    assert found.identical
    assert all(part.change is Change.UNCHANGED and not part.lines for part in found.parts)


@given(CONTENTS, CONTENTS)
def test_no_change_in_any_part_means_the_same_lines(before: DocumentContent, after: DocumentContent) -> None:
    found = compared(before, after)

    if all(part.change is Change.UNCHANGED for part in found.parts):
        assert list(lines_of(before)) == list(lines_of(after))


@given(st.permutations(range(9)))
def test_what_is_left_when_the_moved_are_gone_is_in_order(order: list[int]) -> None:
    moved = out_of_order(dict(enumerate(order)))

    rest = [new for old, new in enumerate(order) if old not in moved]
    assert rest == sorted(rest)
    longest = max(
        sum(1 for bit in range(9) if mask >> bit & 1)
        for mask in range(1 << 9)
        if (run := [order[bit] for bit in range(9) if mask >> bit & 1]) == sorted(run)
    )
    assert len(rest) == longest

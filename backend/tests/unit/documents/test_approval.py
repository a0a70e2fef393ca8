"""A person stands in for a claim: for exactly that claim, in exactly that line."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.errors import ClaimsUnsupported, NoSuchClaim, NothingToApprove
from app.domain.documents.facts import Claim, ClaimKind, LineVerdict, Verdict
from app.domain.documents.model import ClaimsOfLine, Document
from app.domain.shared.ids import ItemId
from tests.builders.identity import ADA, NOON
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document

HERE = Source(SourceKind.EXPERIENCE, ItemId(UUID(int=7)))
ELSEWHERE = Source(SourceKind.EXPERIENCE, ItemId(UUID(int=8)))
SURGEONS = Claim(ClaimKind.NUMBER, "900 surgeons", Verdict.UNSUPPORTED, "Nobody says so.")
LED = Claim(ClaimKind.SCOPE, "Led", Verdict.UNSUPPORTED, "Nobody says so.")
TRUE = Claim(ClaimKind.NAME, "Harbour Street", Verdict.SUPPORTED, "It says so.")
LIE = LineVerdict(
    pointer="/sections/0/entries/0/bullets/0",
    text="Led 900 surgeons at Harbour Street.",
    sources=(HERE,),
    verdict=Verdict.UNSUPPORTED,
    claims=(SURGEONS, LED, TRUE),
)
FINE = replace(LIE, pointer="/sections/0/text/0", text="A nurse.", verdict=Verdict.SUPPORTED, claims=())


def judged(*lines: LineVerdict) -> Document:
    document = a_stored_document(a_profile(ADA))
    assert document.faithfulness
    document.faithfulness = replace(document.faithfulness, lines=lines, unsupported=len(lines), score=50.0)
    return document


def open_pointers(document: Document) -> list[str]:
    return [line.pointer for line in document.open_lines]


def test_without_approval_it_does_not_leave_the_house() -> None:
    document = judged(FINE, LIE)

    with pytest.raises(ClaimsUnsupported) as refused:
        document.require_faithful()
    assert [flaw.field for flaw in refused.value.flaws] == [f"/content{LIE.pointer}"]


def test_all_that_is_open_is_approved_and_the_score_stays() -> None:
    document = judged(FINE, LIE)

    document.approve(None, by=ADA, now=NOON)

    document.require_faithful()
    assert document.scores.faithfulness == 50
    [line] = document.approved_lines
    assert (line.pointer, line.text) == (LIE.pointer, LIE.text)
    assert [(a.claim, a.by, a.at) for a in line.approvals] == [
        ("900 surgeons", ADA, NOON),
        ("Led", ADA, NOON),
    ]


def test_a_line_is_open_until_its_last_claim_is_approved() -> None:
    document = judged(LIE)

    document.approve([ClaimsOfLine(LIE.pointer, ("Led",))], by=ADA, now=NOON)
    assert [[claim.text for claim in line.claims] for line in document.open_lines] == [["900 surgeons"]]
    assert document.approved_lines == ()

    document.approve([ClaimsOfLine(LIE.pointer)], by=ADA, now=NOON)
    assert document.open_lines == ()
    assert len(document.approvals) == 2


@pytest.mark.parametrize(
    "changed",
    [
        replace(LIE, text="Led 901 surgeons at Harbour Street."),
        replace(LIE, sources=(ELSEWHERE,)),
        replace(LIE, claims=(*LIE.claims, replace(LED, text="Harbour Street"))),
        replace(LIE, claims=(replace(LED, kind=ClaimKind.RANK), SURGEONS)),
    ],
)
def test_what_reads_rests_or_claims_otherwise_is_open_again(changed: LineVerdict) -> None:
    approved, now = judged(LIE), judged(changed)
    approved.approve(None, by=ADA, now=NOON)

    now.approvals = approved.approvals

    assert open_pointers(now) == [LIE.pointer]


def test_a_line_that_only_moved_is_still_meant() -> None:
    approved, moved = judged(LIE), judged(replace(LIE, pointer="/sections/3/entries/0/bullets/1"))
    approved.approve(None, by=ADA, now=NOON)

    moved.approvals = approved.approvals

    moved.require_faithful()


@pytest.mark.parametrize(
    "wanted",
    [
        ClaimsOfLine(FINE.pointer),
        ClaimsOfLine("/nowhere"),
        ClaimsOfLine(LIE.pointer, ("Harbour Street",)),
        ClaimsOfLine(LIE.pointer, ("Led", "12 engineers")),
    ],
)
def test_what_holds_or_is_not_claimed_cannot_be_approved(wanted: ClaimsOfLine) -> None:
    document = judged(FINE, LIE)

    with pytest.raises(NoSuchClaim):
        document.approve([wanted], by=ADA, now=NOON)
    assert document.approvals == ()


@pytest.mark.parametrize("wanted", [None, [ClaimsOfLine(LIE.pointer)]])
def test_where_nothing_is_open_there_is_nothing_to_approve(wanted: list[ClaimsOfLine] | None) -> None:
    true, approved = judged(FINE), judged(FINE, LIE)
    approved.approve(None, by=ADA, now=NOON)
    given = approved.approvals

    for document in (true, approved):
        with pytest.raises(NothingToApprove):
            document.approve(wanted, by=ADA, now=NOON)
    assert (true.approvals, approved.approvals) == ((), given)


def test_a_line_that_does_not_hold_for_no_named_reason_stays() -> None:
    document = judged(replace(LIE, claims=(TRUE,)))

    document.approve(None, by=ADA, now=NOON)

    assert open_pointers(document) == [LIE.pointer]


def test_saying_it_twice_counts_once() -> None:
    document = judged(LIE)

    document.approve([ClaimsOfLine(LIE.pointer), ClaimsOfLine(LIE.pointer)], by=ADA, now=NOON)

    assert len(document.approvals) == 2


def test_the_next_version_takes_over_what_it_still_says() -> None:
    """Those approvals alone whose line is in it, word for word and from the same sources."""
    old = a_stored_document(a_profile(ADA))
    line = old.content.header.name
    verdict = replace(LIE, pointer="/header/name", text=line.text, sources=line.sources)
    assert old.faithfulness
    old.faithfulness = replace(old.faithfulness, lines=(LIE, verdict))
    old.approve(None, by=ADA, now=NOON)
    assert {approval.line for approval in old.approvals} == {line.text, LIE.text}

    new = old.draft(old.content, title=old.title, layout=old.layout, now=NOON)

    assert {approval.line for approval in new.approvals} == {line.text}

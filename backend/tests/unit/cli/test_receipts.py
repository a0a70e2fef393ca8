"""What a person sees of a receipt."""

from datetime import date
from io import StringIO
from uuid import UUID

from rich.console import Console

from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts import FaithfulnessReceipt, LineVerdict, Verdict
from app.domain.documents.facts.receipt import Claim, ClaimKind
from app.domain.documents.readback import FieldKind, KindRecall, Loss, ReadBackReceipt, Reading
from app.domain.generation.analysis import analyse_posting
from app.domain.generation.matching import match
from app.domain.jobs.parsing import parse_posting
from app.domain.shared.ids import ItemId
from app.presentation.cli.receipts import (
    names_of,
    show_faithfulness,
    show_match,
    show_read_back,
)
from tests.builders.profile import a_profile, a_skill

ITEM = ItemId(UUID(int=7))
NAMES = {str(ITEM): "Ran the [bold]night[/bold] shift"}
HERE = Source(SourceKind.ACHIEVEMENT, ITEM)


def paper() -> tuple[Console, StringIO]:
    file = StringIO()
    return Console(file=file, width=150, markup=False, highlight=False), file


def test_a_match_shows_each_requirement_with_its_evidence_or_what_is_missing() -> None:
    out, file = paper()
    posting = "Nurse\n\nRequirements\n- Experience with Excel\n- A driving licence\n"
    profile = a_profile(skills=(a_skill("Excel"),), projects=())

    show_match(out, match(profile, analyse_posting(parse_posting(posting)), date(2026, 1, 1)), {})

    rows = [line for line in file.getvalue().splitlines() if line.startswith((" must", "must"))]
    assert "Experience with Excel" in rows[0]
    assert "Excel: skill" in rows[0]
    assert "missing: Driving licence" in rows[1]


def test_foreign_text_is_never_markup() -> None:
    out, file = paper()
    line = LineVerdict(
        pointer="/sections/0/bullets/0",
        text="Ran the [bold]night[/bold] shift",
        sources=(HERE,),
        verdict=Verdict.SUPPORTED,
        claims=(),
    )

    show_faithfulness(out, a_faithfulness(line), NAMES)

    assert file.getvalue().count("[bold]night[/bold]") == 2


def test_an_unsupported_claim_is_named_with_the_reason() -> None:
    out, file = paper()
    claim = Claim(ClaimKind.NUMBER, "900", Verdict.UNSUPPORTED, "No source has this number.")
    line = LineVerdict(
        pointer="/header/name", text="Led 900", sources=(HERE,), verdict=Verdict.UNSUPPORTED, claims=(claim,)
    )

    show_faithfulness(out, a_faithfulness(line), NAMES)

    assert "number “900”: No source has this number." in file.getvalue()


def test_skills_of_one_group_share_a_row() -> None:
    out, file = paper()
    lines = [
        LineVerdict(
            pointer=f"/sections/3/groups/0/items/{n}",
            text=word,
            sources=(HERE,),
            verdict=Verdict.SUPPORTED,
            claims=(),
        )
        for n, word in enumerate(["Excel", "Word"])
    ]

    show_faithfulness(out, a_faithfulness(*lines), NAMES)

    assert "Excel, Word" in file.getvalue()


def test_a_loss_of_the_read_back_is_said() -> None:
    out, file = paper()
    receipt = ReadBackReceipt(
        version=1,
        recall=0.5,
        in_order=True,
        readings=(Reading("reader 1", 0.5, True, (KindRecall(FieldKind.BULLET, 1, 2),)),),
        losses=(Loss("reader 1", "/sections/0/bullets/1", FieldKind.BULLET, "Kept the ward quiet"),),
    )

    show_read_back(out, receipt)

    assert "bullet 1/2" in file.getvalue()
    assert "reader 1: bullet lost: Kept the ward quiet" in file.getvalue()


def test_items_are_called_by_what_they_say() -> None:
    names = names_of(
        {
            "id": "p",
            "full_name": "Ada Byron",
            "experiences": [
                {
                    "id": "e",
                    "title": "Nurse",
                    "company": "Clinic",
                    "achievements": [{"id": "a", "text": "x" * 99}],
                }
            ],
        }
    )

    assert names["p"] == "Ada Byron"
    assert names["e"] == "Nurse, Clinic"
    assert names["a"] == "x" * 59 + "…"


def a_faithfulness(*lines: LineVerdict) -> FaithfulnessReceipt:
    unsupported = sum(line.verdict is Verdict.UNSUPPORTED for line in lines)
    return FaithfulnessReceipt(
        algorithm="test",
        content_sha256="",
        profile_sha256="",
        score=100.0,
        supported=len(lines) - unsupported,
        derived=0,
        unsupported=unsupported,
        lines=lines,
    )

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Applies, Finding, Rule, Seen, Spot, quoted
from app.domain.documents.readback import FieldKind

_WHO = (FieldKind.NAME, FieldKind.CONTACT)


def _whole(seen: Seen) -> Finding | None:
    if seen.read is None:
        return None
    lost = [Spot(loss.pointer, loss.text) for loss in seen.read.losses if not loss.misplaced]
    return Finding(
        share=seen.read.recall,
        evidence=f"{seen.read.recall:.1%} of the document was read back from the file."
        + (f" Lost: {quoted(lost)}." if lost else ""),
        where=tuple(dict.fromkeys(spot.pointer for spot in lost))[:12],
    )


def _who(seen: Seen) -> Finding | None:
    """In every reader: one that misses the address writes to nobody."""
    kinds = [k for r in (seen.read.readings if seen.read else ()) for k in r.kinds if k.kind in _WHO]
    if not kinds:
        return None
    found, total = sum(k.found for k in kinds), sum(k.total for k in kinds)
    return Finding(share=found / total, evidence=f"Name and contacts: {found} of {total} were read back.")


def _in_order(seen: Seen) -> Finding | None:
    if seen.read is None:
        return None
    stray = [Spot(loss.pointer, loss.text) for loss in seen.read.losses if loss.misplaced]
    return Finding(
        share=float(seen.read.in_order),
        evidence="Read back in order."
        if seen.read.in_order
        else f"Read back in another order than written{': ' if stray else ''}{quoted(stray)}.",
        where=tuple(dict.fromkeys(spot.pointer for spot in stray))[:12],
    )


RULES = (
    Rule(
        id="read-back",
        group=Group.READING,
        severity=Severity.CRITICAL,
        points=12,
        applies=Applies.BOTH,
        looks_at="The share of its fields that readers which know nothing of us got back from the finished "
        "file: two of a PDF, two of a Word document, one of plain text.",
        fix="Choose another template: parts of this file cannot be read.",
        judge=_whole,
    ),
    Rule(
        id="read-back-contacts",
        group=Group.READING,
        severity=Severity.CRITICAL,
        points=3,
        applies=Applies.BOTH,
        looks_at="The name and every contact came back, from each of the readers.",
        fix="Write name and contacts in letters that the template's font has, or choose another template.",
        judge=_who,
    ),
    Rule(
        id="order",
        group=Group.READING,
        severity=Severity.MAJOR,
        points=5,
        applies=Applies.BOTH,
        looks_at="All of it came back in the order in which it was written: there is a single reading order.",
        fix="Choose a template with one column.",
        judge=_in_order,
    ),
)

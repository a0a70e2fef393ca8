"""The receipts as a person reads them. All foreign text is shown as it is, never as markup."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.domain.documents.ats import AtsReceipt
from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts import FaithfulnessReceipt, LineVerdict, Verdict
from app.domain.documents.readback import ReadBackReceipt, Reading
from app.domain.generation.instructions import Wishes
from app.domain.generation.matching.receipt import (
    Evidence,
    MatchReceipt,
    RequirementMatch,
    Status,
)
from app.domain.jobs.posting import Need

Names = Mapping[str, str]
"""What each item of the profile is called, by its id."""

WIDTH_WITHOUT_TERMINAL = 120
LONGEST_NAME = 60
OBVIOUS = {"name", "text", "title", "group"}
STYLES: Mapping[str, str] = {
    Status.MET: "green",
    Status.PARTIAL: "yellow",
    Status.MISSING: "red",
    Verdict.SUPPORTED: "green",
    Verdict.DERIVED: "yellow",
    Verdict.UNSUPPORTED: "red",
}


def console() -> Console:
    plain = Console(highlight=False, markup=False, emoji=False)
    if plain.is_terminal:
        return plain
    return Console(highlight=False, markup=False, emoji=False, width=WIDTH_WITHOUT_TERMINAL)


def names_of(data: Any) -> dict[str, str]:
    """Goes through a profile as JSON: whatever has an id is called by its title, name or text."""
    found: dict[str, str] = {}
    if isinstance(data, Mapping):
        if "id" in data:
            found[str(data["id"])] = _name(data)
            lines = zip(data.get("achievement_ids", ()), data.get("achievements", ()), strict=False)
            found |= {str(each): _short(text) for each, text in lines}
        data = list(data.values())
    if isinstance(data, Sequence) and not isinstance(data, str):
        for each in data:
            found |= names_of(each)
    return found


def _name(item: Mapping[str, Any]) -> str:
    words = (item.get(key) for key in ("title", "degree", "text", "name", "institution", "full_name"))
    name = next((str(word) for word in words if word), "?")
    if company := item.get("company"):
        name = f"{name}, {company}"
    return _short(name)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"


def show_match(out: Console, receipt: MatchReceipt, names: Names) -> None:
    out.print(Text(f"\nMatch: {receipt.total:.1f} of 100, {receipt.band}", style="bold"))
    if receipt.cap:
        out.print(Text(f"  Without the cap it would be {receipt.uncapped:.1f}. {receipt.cap.why}"))
    parts = "; ".join(f"{part.name} {part.credit:.0%} (weighs {part.weight:.0%})" for part in receipt.parts)
    out.print(Text(f"  {parts}"))
    table = _table("need", "the posting asks for", "found", "evidence")
    for one in sorted(receipt.requirements, key=lambda one: one.need is Need.NICE):
        table.add_row(one.need.value, Text(one.text), _styled(one.status), _evidence(one, names))
    out.print(table)


def show_heeded(out: Console, wishes: Wishes | None, notes: Sequence[str]) -> None:
    """What was made of the options; nothing where there is nothing to say."""
    if wishes is None and not notes:
        return
    out.print(Text("\nWhat you asked for", style="bold"))
    for heard in wishes.understood if wishes else ():
        out.print(Text(f"  “{heard.text}”: {heard.does}"))
    for unheard in wishes.not_understood if wishes else ():
        out.print(Text(f"  “{unheard.text}”: {unheard.why}", style="yellow"))
    for note in notes:
        out.print(Text(f"  {note}", style="yellow"))


def _evidence(one: RequirementMatch, names: Names) -> Text:
    said = [*_said(one.evidence, names)]
    said += [f"says no to {no.skill}: “{_short(no.words)}”" for no in one.negations]
    said += [f"missing: {', '.join(one.missing)}"] if one.missing else []
    if not said:
        said = ["missing" if one.status is Status.MISSING else one.why]
    return Text("\n".join(said))


def _said(evidence: Sequence[Evidence], names: Names, most: int = 3) -> Iterator[str]:
    for one in evidence[:most]:
        words = ", ".join(one.found)
        meant = f" (= {one.stands_for})" if one.stands_for else ""
        yield f"{words}{meant}: {_rested_on([one.source], names)}"
    if len(evidence) > most:
        yield f"and {len(evidence) - most} more"


def show_faithfulness(out: Console, receipt: FaithfulnessReceipt, names: Names) -> None:
    out.print(
        Text(
            f"\nFaithfulness: {receipt.score:g} of 100; {len(receipt.lines)} lines: {receipt.supported} "
            f"supported, {receipt.derived} derived, {receipt.unsupported} unsupported",
            style="bold",
        )
    )
    table = _table("line", "verdict", "rests on")
    for text, verdict, sources in _rows(receipt.lines):
        table.add_row(Text(text), _styled(verdict), Text(_rested_on(sources, names)))
    out.print(table)
    for line in receipt.lines:
        for claim in line.claims:
            if claim.verdict is Verdict.UNSUPPORTED:
                out.print(Text(f"  {claim.kind} “{claim.text}”: {claim.why}", style="red"))


def _rows(lines: Sequence[LineVerdict]) -> Iterator[tuple[str, Verdict, Iterable[Source]]]:
    """One row a line, but one for all contacts, and one for each group of skills."""
    for (_, verdict), group in groupby(lines, lambda line: (_place(line.pointer), line.verdict)):
        together = list(group)
        yield (
            ", ".join(line.text for line in together),
            verdict,
            [s for line in together for s in line.sources],
        )


def _place(pointer: str) -> str:
    parent, _, last = pointer.rpartition("/")
    listed = parent.rpartition("/")[2] in {"contacts", "items", "details"}
    return parent if listed and last.isdigit() else pointer


def _rested_on(sources: Iterable[Source], names: Names) -> str:
    """Each item once, with the fields that were drawn from where they are not the obvious ones."""
    fields: dict[str, list[str]] = {}
    for source in sources:
        drawn = fields.setdefault(_called(source, names), [])
        if source.field and source.field not in OBVIOUS and source.field not in drawn:
            drawn.append(source.field.removeprefix("custom_fields."))
    return "; ".join(item + (f" ({', '.join(drawn)})" if drawn else "") for item, drawn in fields.items())


def _called(source: Source, names: Names) -> str:
    if source.kind is SourceKind.PROFILE:
        return "profile"
    return f"{source.kind} “{names.get(str(source.id), str(source.id)[:8])}”"


_ALWAYS_TOLD = frozenset({"keywords", "read-back", "order"})


def show_ats(out: Console, receipt: AtsReceipt) -> None:
    out.print(Text(f"\nATS: {receipt.total:g} of 100", style="bold"))
    table = _table("rule", "points", "evidence", "to mend")
    told = [rule for rule in receipt.rules if rule.fix or rule.rule in _ALWAYS_TOLD]
    for rule in told:
        points = f"{rule.points:g} of {rule.of:g}"
        table.add_row(rule.rule, points, Text(rule.evidence), Text(rule.fix or ""))
    out.print(table)
    out.print(Text(f"Kept as well: {len(receipt.rules) - len(told)} more rules.", style="dim"))


def show_read_back(out: Console, receipt: ReadBackReceipt) -> None:
    out.print(Text(f"\nRead back: {receipt.recall:.1%} of the fields", style="bold"))
    table = _table("reader", "fields", "in order", "found of each kind")
    for reading in receipt.readings:
        order = "yes" if reading.in_order else "no"
        table.add_row(Text(reading.extractor), f"{reading.recall:.1%}", order, _kinds(reading))
    out.print(table)
    for loss in receipt.losses:
        said = "at another place" if loss.misplaced else "lost"
        out.print(Text(f"  {loss.extractor}: {loss.kind} {said}: {_short(loss.text)}", style="red"))


def _kinds(reading: Reading) -> str:
    return ", ".join(f"{kind.kind} {kind.found}/{kind.total}" for kind in reading.kinds)


def _table(*titles: str) -> Table:
    table = Table(*titles, box=box.SIMPLE_HEAD, header_style="dim", pad_edge=False, expand=False)
    for column in table.columns[:1]:
        column.overflow = "fold"
    return table


def _styled(word: Status | Verdict) -> Text:
    return Text(word.value, style=STYLES[word])

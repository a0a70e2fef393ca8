"""What was measured, as a table."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    what: str
    ours: str
    against: str
    reference: str
    ratio: str
    cpu: str = ""
    """The same ratio by the servers' processor time: what else runs on the machine moves it less."""
    goal: str = ""
    holds: bool | None = None
    """None: shown for comparison only."""

    @property
    def verdict(self) -> str:
        return {True: "holds", False: "SHORT", None: ""}[self.holds]


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio of ours to the reference's: at least, or at most, so much."""

    ratio: float
    at_most: bool = False

    def met(self, ratio: float) -> bool:
        return ratio <= self.ratio if self.at_most else ratio >= self.ratio

    def __str__(self) -> str:
        return f"{'<=' if self.at_most else '>='} {self.ratio:g} x"


def compared(
    what: str,
    ours: Sequence[float],
    against: str,
    reference: Sequence[float],
    *,
    unit: str,
    goal: Goal | None = None,
    cpu: float | None = None,
) -> Row:
    ratio = ratio_of(ours, reference)
    return Row(
        what=what,
        ours=_figure(statistics.median(ours), unit),
        against=against,
        reference=_figure(statistics.median(reference), unit),
        ratio=f"{ratio:.2f} x",
        cpu=f"{cpu:.2f} x" if cpu else "",
        goal=str(goal) if goal else "",
        holds=goal.met(ratio) if goal else None,
    )


def ratio_of(ours: Sequence[float], reference: Sequence[float]) -> float:
    """The median of the rounds' own ratios, so that a slow moment slows both."""
    return statistics.median(a / b if b else 0.0 for a, b in zip(ours, reference, strict=True))


def _figure(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.1f} {unit}"


def table(rows: Sequence[Row]) -> str:
    head = ("what", "ours", "reference", "", "ratio", "by CPU", "goal", "")
    lines = [(r.what, r.ours, r.against, r.reference, r.ratio, r.cpu, r.goal, r.verdict) for r in rows]
    widths = [max(len(line[n]) for line in [head, *lines]) for n in range(len(head))]
    rule = tuple("-" * width for width in widths)
    return "\n".join(_aligned(line, widths) for line in (head, rule, *lines))


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
    return " | ".join(cells).rstrip()

"""The stages as they go: a live display on a terminal, plain lines elsewhere."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

Json = dict[str, Any]
MARKS = {"completed": "✓", "failed": "✗", "cancelled": "✗", "pending": "·"}
STYLES = {"completed": "green", "failed": "red", "cancelled": "red", "pending": "dim"}


def follow(out: Console, events: Iterable[tuple[str, Json]]) -> Json:
    """Show each event until there is no more; the last one's data."""
    return _live(out, events) if out.is_terminal else _plain(out, events)


def _live(out: Console, events: Iterable[tuple[str, Json]]) -> Json:
    last: Json = {}
    with Live(console=out, refresh_per_second=20) as live:
        for kind, data in events:
            last = data
            live.update(_picture(kind, data))
    return last


def _plain(out: Console, events: Iterable[tuple[str, Json]]) -> Json:
    last: Json = {}
    told: set[str] = set()
    for _, data in events:
        last = data
        for stage in data.get("stage_progress", ()):
            line = f"  {stage['name']} {stage['state']}{_taken(stage)}"
            if stage["state"] != "pending" and line not in told:
                told.add(line)
                out.print(Text(line))
    return last


def _picture(kind: str, data: Json) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    for stage in data.get("stage_progress", ()):
        state = stage["state"]
        mark = Spinner("dots") if state == "running" else Text(MARKS[state], style=STYLES[state])
        table.add_row(Text(" "), mark, Text(stage["name"]), Text(_taken(stage).strip(), style="dim"))
    return Group(table, Text(f"  {data.get('status', kind)}, {data.get('percent', 0)} %"))


def _taken(stage: Json) -> str:
    if not (stage.get("started_at") and stage.get("finished_at")):
        return ""
    began, ended = (datetime.fromisoformat(stage[name]) for name in ("started_at", "finished_at"))
    return f" in {(ended - began).total_seconds():.2f} s"

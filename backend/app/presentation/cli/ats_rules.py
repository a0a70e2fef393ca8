"""`jobwise ats-rules`: the rules of the ATS score as a page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from app.domain.documents.ats import ALGORITHM, RULES, Group, Severity
from app.domain.documents.ats.rule import Applies, Rule
from app.presentation.cli.failing import Refused

_HEAD = f"""# The rules of the ATS score

Written by `make ats-rules` from the rules themselves, `{ALGORITHM}`; a test holds the two together.

Each document has a receipt, `ats`: of each rule that could be judged its points, the evidence, where in the
content (JSON Pointers) and how to mend it. A rule that cannot be judged takes no part: no keywords are known,
nothing was read back yet, or a file of that kind has no such thing. The total is the earned share of the
points that do: 100 x the sum of `points` / the sum of `of`, rounded to one place. Nothing else enters it, so
that it can be recomputed from the JSON; the same content, keywords, file and file name give the same bytes.

What stands under *file* and *reading* is judged from the finished file, as readers of it that know nothing of
us found it: PDF (PDFium and pypdf), DOCX (python-docx, and the XML by itself) and plain text. HTML, Markdown
and JSON are not read back. A document's own receipt is its PDF's; before there is one, that of the first file
that is made.
"""
_FOR = {Applies.RESUME: "resume", Applies.LETTER: "letter", Applies.BOTH: "both"}


def ats_rules(
    out: Annotated[Path | None, typer.Option(help="Write it to this file.")] = None,
    check: Annotated[Path | None, typer.Option(help="Fail unless this file holds just that.")] = None,
) -> None:
    """Print the rules of the ATS score as a page, write it to a file, or check a file against it."""
    text = rules_page()
    if check:
        if not check.exists() or check.read_text(encoding="utf-8") != text:
            raise Refused(
                f"{check} is not what the rules say. Write it anew: jobwise ats-rules --out {check}"
            )
    elif out:
        out.write_text(text, encoding="utf-8")
    else:
        typer.echo(text, nl=False)


def rules_page() -> str:
    return "\n".join([_HEAD, *_sums(), *(line for group in Group for line in _table(group))])


def _sums() -> Iterator[str]:
    severe = ", ".join(f"{sum(r.severity is each for r in RULES)} {each}" for each in Severity)
    yield f"There are {len(RULES)} rules: {severe}. All together, a resume can be judged by"
    yield f"{_points(Applies.LETTER):g} points and a letter by {_points(Applies.RESUME):g}."
    yield ""


def _points(but: Applies) -> float:
    return sum(rule.points for rule in RULES if rule.applies is not but)


def _table(group: Group) -> Iterator[str]:
    yield f"## {group.capitalize()}"
    yield ""
    yield "| rule | severity | points | of | what keeps it | how to mend it |"
    yield "|---|---|---|---|---|---|"
    yield from (_row(rule) for rule in RULES if rule.group is group)
    yield ""


def _row(rule: Rule) -> str:
    looks_at, fix = (text.replace("|", "\\|") for text in (rule.looks_at, rule.fix))
    return f"| `{rule.id}` | {rule.severity} | {rule.points:g} | {_FOR[rule.applies]} | {looks_at} | {fix} |"

"""Every career tailored to every posting, as a scorer of inventions reads it."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from app.domain.documents.ports import Format
from app.domain.generation.analysis import JobAnalysis, analyse_posting
from app.domain.jobs.parsing import parse_posting
from app.presentation.cli.careers import profile_of
from app.presentation.cli.engine import today
from app.presentation.cli.evaluation.material import Prediction, Row, write
from app.presentation.cli.failing import Refused

if TYPE_CHECKING:
    from app.application.documents.press import Press
    from app.application.generation.tailoring import Tailor

OUTPUTS = {"en": "faithful_outputs.json"}
"""A scorer that looks for names knows the months and headings of one language: each has its own file."""


async def tailor_all(
    tailor: "Tailor", press: "Press", careers: list[dict[str, Any]], postings: Sequence[Row], out: Path
) -> None:
    """Every career to every posting, down to the file and its read-back. Raises Refused if one fails."""
    made: dict[str, list[Prediction]] = defaultdict(list)
    failed: list[str] = []
    began = perf_counter()
    for row in postings:
        analysis = analyse_posting(parse_posting(row["text"]), row["text"])
        for career in careers:
            name = f"{row['id']}, {career['basics']['name']}"
            try:
                language, text = await _tailored(tailor, press, career, analysis)
            except Exception as error:
                failed.append(f"{name}: {type(error).__name__}: {error}")
            else:
                made[language].append({"id": name, "profile": career, "text": text, "job": row["text"]})
    for language, outputs in made.items():
        write(out / OUTPUTS.get(language, f"faithful_outputs.{language}.json"), outputs, began)
    if failed:
        raise Refused(f"{len(failed)} of {len(postings) * len(careers)} failed; the first is {failed[0]}")


async def _tailored(
    tailor: "Tailor", press: "Press", career: dict[str, Any], analysis: JobAnalysis
) -> tuple[str, str]:
    """Language and text. Raises Refused for a resume that does not hold, fit, or read back."""
    from app.domain.generation.options import Options

    options = Options()
    person = profile_of(career, Path(career["basics"]["name"]))
    made = await tailor.tailor_to(person, analysis, options, today=today())
    if made.finished is None:
        raise Refused(str(made.checked.objection))
    if losses := made.finished.pressed.read_back.losses:
        raise Refused(f"{losses[0].extractor} loses {losses[0].text!r}")
    if made.written.pages > options.max_pages:
        raise Refused(f"it has {made.written.pages} pages")
    content = made.checked.content
    return content.language, (await press.preview(content, Format.TEXT, options.layout)).decode()

"""`jobwise demo`."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any
from uuid import uuid4

import typer
from pydantic import TypeAdapter
from rich.console import Console
from rich.text import Text

from app.domain.documents.ats import AtsReceipt
from app.domain.documents.facts import FaithfulnessReceipt
from app.domain.documents.readback import ReadBackReceipt
from app.domain.generation.matching import MatchReceipt
from app.presentation.cli.careers import EXAMPLES
from app.presentation.cli.demo.client import Client, Json
from app.presentation.cli.demo.progress import follow
from app.presentation.cli.demo.server import running_server
from app.presentation.cli.failing import Refused
from app.presentation.cli.files import read_object, read_text
from app.presentation.cli.receipts import (
    console,
    names_of,
    show_ats,
    show_faithfulness,
    show_match,
    show_read_back,
)

FORMATS: Mapping[str, bytes] = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "md": b"# "}
"""What is downloaded, and how each file begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipts:
    match: MatchReceipt
    faithfulness: FaithfulnessReceipt
    ats: AtsReceipt
    read_back: ReadBackReceipt | None
    """None when no file was made."""


def demo(
    profile: Annotated[
        Path, typer.Option(help="A career, as JSON Resume (jsonresume.org).", show_default="our example")
    ] = EXAMPLES / "profile.json",
    posting: Annotated[
        Path, typer.Option(help="The job posting's text, just as copied.", show_default="our example")
    ] = EXAMPLES / "posting.txt",
    out: Annotated[Path, typer.Option(help="The folder that resume and letter go to.")] = Path("out"),
) -> None:
    """Do the main job over HTTP, as an app would: a career and a posting in, a true resume out.

    Starts a server of its own, needs no key and no network, and succeeds only if every promise held.
    """
    began = perf_counter()
    resume, text = read_object(profile), read_text(posting)
    out.mkdir(parents=True, exist_ok=True)
    screen = console()
    with running_server(out / ".server") as address, Client(address) as client:
        screen.print(Text(f"JobWise is at {address} (SQLite, offline writer)"))
        broken = _run(screen, client, resume, text, out)
    screen.print(Text(f"\nIn {perf_counter() - began:.1f} s."))
    if broken:
        raise Refused("Not everything held: " + "; ".join(broken))


def _run(screen: Console, client: Client, resume: Json, text: str, out: Path) -> list[str]:
    """What did not hold; nothing, when all is well."""
    profile, job = _bring_in(screen, client, resume, text)
    generation_id = _start(screen, client, profile, job)
    last = follow(screen, client.events(generation_id))
    generation = client.generation(generation_id)
    if generation["status"] not in {"completed", "needs_review"}:
        return [f"the generation {generation['status']}: {generation.get('error_message')}"]
    result = client.result(generation_id)
    receipts: Receipts = TypeAdapter(Receipts).validate_python(result["receipts"])
    _show(screen, receipts, names_of(profile))
    files = _download(client, result["document_id"], out) if result["pdf_url"] else {}
    letter, wrong = _letter(screen, client, profile, job, out)
    files |= letter
    _write(out / "result.json", result | {"profile": profile, "job": job})
    screen.print(Text(f"\n{out}/: " + ", ".join(["result.json", *(path.name for path in files)])))
    return [*_broken(last, generation, receipts), *wrong, *_broken_files(files)]


def _letter(
    screen: Console, client: Client, profile: Json, job: Json, out: Path
) -> tuple[dict[Path, bytes], list[str]]:
    """The cover letter to it: its files, and what did not hold."""
    with _step(screen, "letter") as say:
        generation_id = client.start_letter(profile["id"], job["id"])
        for _ in client.events(generation_id):
            pass
        status = client.generation(generation_id)["status"]
        if status != "completed":
            return {}, [f"the letter {status}"]
        result = client.result(generation_id)
        unsupported = result["receipts"]["faithfulness"]["unsupported"]
        said = [s["text"] for p in result["content"]["letter"]["paragraphs"] for s in p["sentences"]]
        say(f"{sum(len(text.split()) for text in said)} words, {unsupported} lines not borne out")
    files = _download(client, result["document_id"], out, "cover-letter")
    return files, ["the letter has lines that do not hold"] if unsupported else []


def _bring_in(screen: Console, client: Client, resume: Json, text: str) -> tuple[Json, Json]:
    with _step(screen, "ready") as say:
        say(", ".join(f"{part} {state}" for part, state in client.parts().items()))
    with _step(screen, "account") as say:
        say(client.register(str(resume.get("basics", {}).get("name") or "Demo")))
    with _step(screen, "profile") as say:
        profile = client.import_profile(resume)
        say(
            f"{profile['full_name']}: {len(profile['experiences'])} positions, "
            f"{sum(len(e['achievements']) for e in profile['experiences'])} achievements, "
            f"{len(profile['skills'])} skills"
        )
        for left in profile["unplaced"]:
            say(f"not taken: {left['field']} ({left['why']})")
    with _step(screen, "job") as say:
        job = client.create_job(text)
        said = (job["title"], job["company"], job["location"])
        say(", ".join(word for word in said if word) + f": {len(job['requirements'])} requirements")
    return profile, job


def _start(screen: Console, client: Client, profile: Json, job: Json) -> str:
    """Asked for twice with one key, as an app does that saw no answer: it is one generation."""
    key = str(uuid4())
    with _step(screen, "generation") as say:
        first, _ = client.start_resume(profile["id"], job["id"], key=key)
        again, replayed = client.start_resume(profile["id"], job["id"], key=key)
        if again != first or not replayed:
            raise Refused("The same Idempotency-Key started a second generation.")
        say(f"{first} (asked for twice with one Idempotency-Key: still one)")
    return first


def _show(screen: Console, receipts: Receipts, names: dict[str, str]) -> None:
    show_match(screen, receipts.match, names)
    show_faithfulness(screen, receipts.faithfulness, names)
    show_ats(screen, receipts.ats)
    if receipts.read_back:
        show_read_back(screen, receipts.read_back)


def _download(client: Client, document_id: str, out: Path, name: str = "resume") -> dict[Path, bytes]:
    """Each file, with the bytes that it must begin with."""
    files = {}
    for kind, magic in FORMATS.items():
        path = out / f"{name}.{kind}"
        path.write_bytes(client.export(document_id, kind))
        files[path] = magic
    return files


def _broken(last: Json, generation: Json, receipts: Receipts) -> Iterator[str]:
    if last.get("status") != generation["status"]:
        yield "the events ended before the generation did"
    if generation["status"] != "completed":
        yield f"the generation {generation['status']}: {generation.get('error_message')}"
    if receipts.faithfulness.unsupported:
        yield f"{receipts.faithfulness.unsupported} lines are not borne out by the profile"
    if receipts.read_back is None or not receipts.read_back.complete:
        losses = len(receipts.read_back.losses) if receipts.read_back else "all"
        yield f"{losses} fields do not read back"


def _broken_files(files: Mapping[Path, bytes]) -> Iterator[str]:
    for path, magic in files.items():
        if not path.read_bytes().startswith(magic):
            yield f"{path} is not what its name says"


def _write(path: Path, thing: Any) -> None:
    path.write_text(json.dumps(thing, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


@contextmanager
def _step(screen: Console, name: str) -> Iterator[Any]:
    began = perf_counter()
    lines: list[str] = []
    yield lines.append
    taken = f"{perf_counter() - began:.2f} s"
    for line in lines:
        screen.print(Text(f"  {name:<11}{line}  ").append(taken, style="dim"), soft_wrap=True)
        name = taken = ""

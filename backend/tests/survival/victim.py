"""A process that is killed at one failpoint after another, and comes back each time.

`python -m tests.survival.victim SETTINGS NAMES`. Everything is imported once; each life is a fork of that.
Prints one JSON line a life: the failpoint and the status that the life ended with.
"""

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from app.application.idempotency import Once, Reply
from app.application.services import Services
from app.application.work.failpoints import Failpoint, pass_by
from app.composition import compose, compose_engine
from app.domain.documents.content import Line, Section
from app.domain.documents.model import DocumentType
from app.domain.generation.model import Generation
from app.domain.generation.options import Options
from app.domain.generation.parts import Objection, Part, PartBrief, WrittenPart
from app.domain.generation.ports import GenerationSearch, GenerationSort
from app.domain.shared.ids import JobId, ProfileId, UserId
from app.domain.shared.page import Slice
from app.domain.shared.work import Output
from app.infrastructure.queue.failpoints import deadly
from app.settings import Settings
from tests.builders.jobs import a_job
from tests.builders.profile import a_profile
from tests.fakes.generation import PaidWriter

PATIENCE = 20.0
SURVIVED = 3
Spec = dict[str, Any]


@dataclass
class OnPaper(PaidWriter):
    """Counts its calls where no killed process can lose them."""

    ledger: Path = Path()

    async def write(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Output[WrittenPart]:
        self._note(brief.part, _turn(objections))
        return await super().write(brief, objections)

    def _note(self, part: Part, turn: int) -> None:
        with self.ledger.open("a") as ledger:
            ledger.write(f"{part}.repair{turn}\n" if turn else f"{part}\n")


LIES = ("and led 40 engineers", "and led 50 engineers")


@dataclass
class LiesTwice(OnPaper):
    """About one part. Told of its first lie it tells another, and told of that the truth."""

    about: Part = Part.EXPERIENCE

    async def write(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Output[WrittenPart]:
        output = await super().write(brief, objections)
        turn = _turn(objections)
        if brief.part is not self.about or turn == len(LIES):
            return output
        sections = tuple(_beyond(section, LIES[turn]) for section in output.value.sections)
        return Output(replace(output.value, sections=sections), output.usage)


def _turn(objections: Sequence[Objection]) -> int:
    if not objections:
        return 0
    return 1 + any(LIES[1] in objection.text for objection in objections)


def _beyond(section: Section, lie: str) -> Section:
    def line(given: Line) -> Line:
        return replace(given, text=f"{given.text.removesuffix('.')} {lie}")

    entries = tuple(replace(each, bullets=tuple(map(line, each.bullets))) for each in section.entries)
    return replace(section, entries=entries, paragraphs=tuple(map(line, section.paragraphs)))


class Trap:
    """Harmless until it is armed."""

    def __init__(self) -> None:
        self.failpoint: Failpoint = pass_by

    def __call__(self, place: str) -> None:
        self.failpoint(place)


def settings_of(spec: Spec) -> Settings:
    return Settings(
        _env_file=None,
        environment="test",
        database_url=spec["database_url"],
        data_dir=Path(spec["data_dir"]),
        bcrypt_cost=4,
        tier_free={"generations": 10_000},
        work_sweep_seconds=0.1,
        housekeeping=False,
    )


def house_of(spec: Spec, failpoint: Failpoint | None = None) -> AbstractAsyncContextManager[Services]:
    """With a ledger, its writer is one that is paid."""
    writer: OnPaper | None = OnPaper(ledger=Path(spec["ledger"])) if "ledger" in spec else None
    if writer and "lies" in spec:
        writer = LiesTwice(ledger=writer.ledger, about=Part(spec["lies"]))
    return compose(settings_of(spec), failpoint=failpoint, writer=writer)


async def submit(services: Services, spec: Spec, key: str) -> None:
    """As a client does that got no answer: the same request under the same key, again."""
    await services.generations.start(
        user_id=UserId(UUID(spec["user_id"])),
        profile_id=ProfileId(UUID(spec["profile_id"])),
        job_id=JobId(UUID(spec["job_id"])),
        document_type=DocumentType(spec.get("document_type", DocumentType.RESUME)),
        options=Options(use_llm=True),
        once=Once(route="POST /generations/resume", key=key, fingerprint="f" * 64, reply=_reply),
    )


def _reply(generation: Generation) -> Reply:
    return Reply(201, {"id": str(generation.id)})


async def until_all_ended(services: Services, spec: Spec) -> None:
    search = GenerationSearch(owner=UserId(UUID(spec["user_id"])))
    async with asyncio.timeout(PATIENCE):
        while True:
            page = await services.generations.page(search, sort=GenerationSort.NEWEST, part=Slice(100))
            if all(generation.status.has_ended for generation in page.items):
                return
            await asyncio.sleep(0.02)


async def live(spec: Spec, name: str, earlier: list[str], *, while_healing: bool) -> None:
    """Finish what earlier lives began; then do the same once more, and die of it."""
    trap = Trap()
    if while_healing:
        trap.failpoint = deadly(name)
    async with house_of(spec, trap) as services:
        for key in earlier:
            await submit(services, spec, key)
        await until_all_ended(services, spec)
        trap.failpoint = deadly(name)
        await submit(services, spec, name)
        await until_all_ended(services, spec)


async def heal(spec: Spec, keys: list[str]) -> None:
    async with house_of(spec) as services:
        for key in keys:
            await submit(services, spec, key)
        await until_all_ended(services, spec)


def in_a_life_of_its_own(coroutine: Any) -> int:
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            asyncio.run(coroutine)
            status = SURVIVED
        finally:
            os._exit(status)
    coroutine.close()
    _, ended = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(ended)


async def warm_up(spec: Spec) -> None:
    """Once for all lives: what the engine reads at its first run."""
    async with compose_engine(settings_of(spec)) as (tailor, _):
        await tailor.tailor(a_profile(), a_job(), Options(), today=date(2026, 1, 1))


def main() -> None:
    spec, names = json.loads(sys.argv[1]), json.loads(sys.argv[2])
    asyncio.run(warm_up(spec))
    keys: list[str] = []
    for name in names:
        status = in_a_life_of_its_own(
            live(spec, name, keys[-1:], while_healing=spec.get("while_healing", False))
        )
        if name not in keys:
            keys.append(name)
        tell(name, status)
    tell(None, in_a_life_of_its_own(heal(spec, keys)))


def tell(name: str | None, status: int) -> None:
    sys.stdout.write(json.dumps({"failpoint": name, "status": status}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

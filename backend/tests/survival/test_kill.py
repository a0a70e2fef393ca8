"""kill -9 at every named place between two effects, on both databases: one complete result each time."""

import asyncio
import json
import sys
from collections import Counter
from typing import Any

from app.application.generation.pipeline import FAILPOINTS
from app.application.generation.writing import DRAFT, LETTER, MENDED, PARTS, STEPS
from app.application.work.failpoints import AROUND_A_STEP, of_steps
from app.domain.documents.model import DocumentType
from app.domain.generation.model import STAGES, Stage
from app.domain.generation.parts import OF_A_RESUME, Part
from app.domain.generation.usage import NOTHING
from app.infrastructure.persistence.generation import generations
from app.infrastructure.persistence.usage import months
from app.infrastructure.persistence.work_tables import steps, work
from app.infrastructure.queue.failpoints import KILLED
from tests.fakes.generation import COST, MOST
from tests.survival.conftest import BACKEND, EVERY_STEP, OF_A_LETTER, Scene
from tests.survival.victim import SURVIVED

PATIENCE = 120.0
COMMITTED = {"after_commit", "after_ring"}
AROUND_A_PAID_CALL = of_steps(STEPS)
"""Where a run dies whose writer is paid; at all other places it is the offline one."""


async def lives(scene: Scene, names: list[str], **about: Any) -> list[tuple[str | None, int]]:
    """Kill a process at each of these places, one after another, and let the last one live."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.survival.victim", json.dumps(scene.spec | about), json.dumps(names)),
        cwd=BACKEND,
        env=scene.environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE):
        out, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()[-2_000:]
    return [(life["failpoint"], life["status"]) for life in map(json.loads, out.splitlines())]


async def test_a_process_killed_anywhere_leaves_one_complete_result(scene: Scene) -> None:
    names = [name for name in FAILPOINTS if name not in AROUND_A_PAID_CALL]

    ends = await lives(scene, names)

    assert ends == [(name, KILLED) for name in names] + [(None, SURVIVED)]
    await scene.require_one_result_each(generations_there=len(names))
    await require_nothing_done_twice(scene, names)


async def require_nothing_done_twice(scene: Scene, names: list[str]) -> None:
    """A step that was committed before the kill bears the first epoch; what was not, the second."""
    for name, done in await epochs_of(scene, names):
        step, _, place = name.rpartition(".")
        if place not in AROUND_A_STEP or step not in EVERY_STEP:
            continue
        assert done[step] == (1 if place in COMMITTED else 2), name
        stage = STAGES.index(Stage(step.partition(".")[0]))
        before = stage + (step in STAGES and place in COMMITTED)
        assert [done[each] for each in STAGES] == [1] * before + [2] * (len(STAGES) - before), name


async def epochs_of(scene: Scene, names: list[str]) -> list[tuple[str, dict[str, int]]]:
    """For each place of death, in which epoch each step of its work was recorded."""
    in_order = [w["id"] for w in sorted(await scene.rows(work), key=lambda w: w["created_at"])]
    done: dict[Any, dict[str, int]] = {work_id: {} for work_id in in_order}
    for step in await scene.rows(steps):
        done[step["work_id"]][step["name"]] = step["epoch"]
    return list(zip(names, done.values(), strict=True))


async def test_a_process_killed_between_paid_calls_pays_for_none_of_them_twice(scene: Scene) -> None:
    names, ledger = list(AROUND_A_PAID_CALL), scene.data_dir.parent / "ledger"

    ends = await lives(scene, names, ledger=str(ledger))

    assert ends == [(name, KILLED) for name in names] + [(None, SURVIVED)]
    await scene.require_one_result_each(generations_there=len(names))
    await require_nothing_done_twice(scene, names)
    calls = Counter(ledger.read_text().split())
    epochs = [done for _, done in await epochs_of(scene, names)]
    for part, step in PARTS.items():
        again = sum(done[step.name] > 1 for done in epochs)
        assert len(names) <= calls[part] <= len(names) + again, "what was recorded is not paid for again"
        assert again < len(names), "some of it was recorded before the kill"
    await require_that_the_money_adds_up(scene, calls.total())


async def test_a_process_killed_around_a_repair_pays_for_nothing_that_was_recorded(scene: Scene) -> None:
    repairs = [step.name for step in MENDED[Part.EXPERIENCE]]
    names, ledger = list(of_steps(repairs)), scene.data_dir.parent / "ledger"

    ends = await lives(scene, names, ledger=str(ledger), lies=Part.EXPERIENCE)

    assert ends == [(name, KILLED) for name in names] + [(None, SURVIVED)]
    await scene.require_one_result_each(generations_there=len(names))
    await require_paid_for_once(
        scene, names, Counter(ledger.read_text().split()), [PARTS[Part.EXPERIENCE].name, *repairs], beside=2
    )


async def test_a_process_killed_around_the_paid_call_of_a_letter_pays_for_nothing_twice(
    scene: Scene,
) -> None:
    names, ledger = list(of_steps([DRAFT.name, LETTER.name])), scene.data_dir.parent / "ledger"
    scene.steps = OF_A_LETTER

    ends = await lives(scene, names, ledger=str(ledger), document_type=DocumentType.COVER_LETTER)

    assert ends == [(name, KILLED) for name in names] + [(None, SURVIVED)]
    await scene.require_one_result_each(generations_there=len(names))
    await require_paid_for_once(scene, names, Counter(ledger.read_text().split()), [LETTER.name])


async def test_a_process_killed_around_the_repairs_of_a_letter_pays_for_nothing_twice(
    scene: Scene,
) -> None:
    repairs = [step.name for step in MENDED[Part.LETTER]]
    names, ledger = list(of_steps(repairs)), scene.data_dir.parent / "ledger"
    scene.steps = OF_A_LETTER
    about = {"document_type": DocumentType.COVER_LETTER, "lies": Part.LETTER}

    ends = await lives(scene, names, ledger=str(ledger), **about)

    assert ends == [(name, KILLED) for name in names] + [(None, SURVIVED)]
    await scene.require_one_result_each(generations_there=len(names))
    await require_paid_for_once(scene, names, Counter(ledger.read_text().split()), [LETTER.name, *repairs])


async def require_paid_for_once(
    scene: Scene, names: list[str], calls: Counter[str], paid: list[str], *, beside: int = 0
) -> None:
    """Of these steps, each was recorded in the life that died after its commit, else in the next one; and
    was paid for as often as it was not recorded, and once more. `beside`: paid calls of other steps."""
    epochs = await epochs_of(scene, names)
    for name, done in epochs:
        step, _, place = name.rpartition(".")
        assert done[step] == (1 if place in COMMITTED else 2), name
    for step in paid:
        again = sum(done[step] > 1 for _, done in epochs)
        times = calls[step.removeprefix(f"{Stage.GENERATE_CONTENT}.")]
        assert len(names) <= times <= len(names) + again, "what was recorded is not paid for again"
        assert again < len(names), "some of it was recorded before the kill"
    await require_that_the_money_adds_up(scene, calls.total(), needed=len(paid) + beside)


async def require_that_the_money_adds_up(scene: Scene, calls: int, *, needed: int = len(OF_A_RESUME)) -> None:
    """What a killed process had under way is entered at its most, and so never at less than was paid."""
    made = await scene.rows(generations)
    lost = [g["token_usage"] - needed * COST.tokens for g in made]
    assert {g["reserved"] for g in made} == {NOTHING}
    assert all(each in {n * MOST.tokens for n in range(needed + 1)} for each in lost)
    assert calls <= needed * len(made) + sum(lost) // MOST.tokens
    assert sum(m["tokens"] for m in await scene.rows(months)) == sum(g["token_usage"] for g in made)


async def test_a_process_killed_again_and_again_while_it_heals_leaves_one_result(scene: Scene) -> None:
    names = ["compile_profile.after_commit", *["export.after_file"] * 3, "export.in_transaction"]

    ends = await lives(scene, names, while_healing=True)

    assert [status for _, status in ends] == [KILLED] * len(names) + [SURVIVED]
    await scene.require_one_result_each(generations_there=len(set(names)))

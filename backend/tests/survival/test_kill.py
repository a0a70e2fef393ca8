"""kill -9 at every named place between two effects, on both databases: one complete result each time."""

import asyncio
import json
import sys
from typing import Any

from app.application.generation.pipeline import FAILPOINTS
from app.application.work.failpoints import AROUND_A_STEP
from app.domain.generation.model import STAGES, Stage
from app.infrastructure.persistence.work_tables import steps, work
from app.infrastructure.queue.failpoints import KILLED
from tests.survival.conftest import BACKEND, Scene
from tests.survival.victim import SURVIVED

PATIENCE = 120.0
COMMITTED = {"after_commit", "after_ring"}


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
    names = list(FAILPOINTS)

    ends = await lives(scene, names)

    assert ends == [(name, KILLED) for name in names] + [(None, SURVIVED)]
    await scene.require_one_result_each(generations_there=len(names))
    await require_nothing_done_twice(scene, names)


async def require_nothing_done_twice(scene: Scene, names: list[str]) -> None:
    """A step that was committed before the kill bears the first epoch; what was not, the second."""
    in_order = [w["id"] for w in sorted(await scene.rows(work), key=lambda w: w["created_at"])]
    done = {(s["work_id"], s["name"]): s["epoch"] for s in await scene.rows(steps)}
    assert len(in_order) == len(names)
    for work_id, name in zip(in_order, names, strict=True):
        stage, _, place = name.partition(".")
        if stage not in STAGES or place not in AROUND_A_STEP:
            continue
        before = STAGES.index(Stage(stage)) + (place in COMMITTED)
        epochs = [done[work_id, each] for each in STAGES]
        assert epochs == [1] * before + [2] * (len(STAGES) - before), name


async def test_a_process_killed_again_and_again_while_it_heals_leaves_one_result(scene: Scene) -> None:
    names = ["compile_profile.after_commit", *["export.after_file"] * 3, "export.in_transaction"]

    ends = await lives(scene, names, while_healing=True)

    assert [status for _, status in ends] == [KILLED] * len(names) + [SURVIVED]
    await scene.require_one_result_each(generations_there=len(set(names)))

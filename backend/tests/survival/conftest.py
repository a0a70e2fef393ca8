"""Real processes on a real database, and what they leave behind."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select, update

import app
from app.application.generation.writing import DRAFT, LETTER, REPAIR_STEPS, STEPS
from app.application.identity.mailing import KIND as MAIL
from app.domain.generation.model import GenerationStatus, Stage
from app.domain.identity.model import Tier
from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.reading import facts_of
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.documents import documents, exports
from app.infrastructure.persistence.generation import SqlGenerationWork, generations
from app.infrastructure.persistence.identity import SqlIdentityWork, users
from app.infrastructure.persistence.llm_calls import llm_calls
from app.infrastructure.persistence.usage import everybody as everybodys_months
from app.infrastructure.persistence.usage import months
from app.infrastructure.persistence.work_tables import events, steps, work
from tests.api.conftest import UNLIMITED
from tests.builders.generation import POSTING
from tests.builders.identity import ADA, a_user
from tests.builders.jobs import a_job
from tests.builders.profile import a_profile
from tests.databases import call_migrated

PATIENCE = 30.0
EVERY_STEP = {*Stage, *STEPS}
OF_A_LETTER = {*Stage, DRAFT.name, LETTER.name}
ENDED = {status for status in GenerationStatus if status.has_ended}
BACKEND = Path(app.__file__).parents[1]


@dataclass
class Scene:
    """A person with a career and a job, in a database that many processes come to."""

    database: Database
    database_url: str
    data_dir: Path
    profile_id: str = ""
    job_id: str = ""
    steps: AbstractSet[str] = frozenset(EVERY_STEP)
    """Of each of its runs, but for repairs."""

    @property
    def spec(self) -> dict[str, Any]:
        return {
            "database_url": self.database_url,
            "data_dir": str(self.data_dir),
            "user_id": str(ADA),
            "profile_id": self.profile_id,
            "job_id": self.job_id,
        }

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(BACKEND),
            "JOBWISE_DATABASE_URL": self.database_url,
            "JOBWISE_DATA_DIR": str(self.data_dir),
            "JOBWISE_BCRYPT_COST": "4",
            "JOBWISE_RATE_LIMITS": json.dumps(UNLIMITED),
            "JOBWISE_TIER_FREE": '{"generations": 10000}',
            "JOBWISE_WORK_SWEEP_SECONDS": "0.1",
            "JOBWISE_HOUSEKEEPING": "false",
        }

    async def people(self) -> None:
        async with SqlIdentityWork(self.database) as unit:
            await unit.users.add(a_user(ADA, llm_allowed=True))
            await unit.commit()
        profile = a_profile(ADA)
        job = a_job(ADA, **facts_of(parse_posting(POSTING), POSTING), raw_text=POSTING)
        async with SqlGenerationWork(self.database) as unit:
            await unit.profiles.add(profile)
            await unit.jobs.add(job)
            await unit.commit()
        self.profile_id, self.job_id = str(profile.id), str(job.id)

    async def rows(self, table: Table, *, mails: bool = False) -> list[dict[str, Any]]:
        """Of work without the `mails`, which go out whenever somebody registers."""
        rows = select(table)
        if mails:
            pass
        elif table is work:
            rows = rows.where(work.c.kind != MAIL)
        elif "work_id" in table.c:
            rows = rows.where(table.c.work_id.in_(select(work.c.id).where(work.c.kind != MAIL)))
        async with self.database.engine.connect() as connection:
            return [dict(row._mapping) for row in await connection.execute(rows)]

    async def until(
        self, table: Table, holds: Callable[[list[dict[str, Any]]], bool], *, mails: bool = False
    ) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                if holds(await self.rows(table, mails=mails)):
                    return
                await asyncio.sleep(0.02)

    async def until_all_ended(self) -> None:
        await self.until(generations, lambda rows: all(row["status"] in ENDED for row in rows))

    async def grant(self, tier: str) -> None:
        """Everybody may have more."""
        async with self.database.engine.begin() as connection:
            await connection.execute(update(users).values(subscription_tier=Tier(tier)))

    def files(self) -> set[str]:
        root = self.data_dir / "files"
        return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}

    async def require_one_result_each(self, *, generations_there: int) -> None:
        """Everything began is completed, once, with one document, one file and one row of each step."""
        made = await self.rows(generations)
        assert [g["status"] for g in made] == ["completed"] * generations_there
        ids = {g["id"] for g in made}
        kept = await self.rows(documents)
        assert len(kept) == generations_there
        assert {d["generation_id"] for d in kept} == ids
        assert {d["id"] for d in kept} == {g["document_id"] for g in made}
        assert sorted(d["version_number"] for d in kept) == list(range(1, generations_there + 1))
        pdfs = await self.rows(exports)
        assert {e["document_id"] for e in pdfs} == {d["id"] for d in kept}
        assert len(pdfs) == generations_there
        assert {e["storage_key"] for e in pdfs} == self.files()
        assert {w["state"] for w in await self.rows(work)} == {"done"}
        await self._require_whole_stories(ids)
        await self.require_balance()

    async def require_balance(self) -> None:
        """What the months say is what the generations say: each is charged once, or given back once."""
        made, ledger = await self.rows(generations), await self.rows(months)
        charges = [g["charge"] for g in made]
        assert sum(m["charged"] for m in ledger) == len(made)
        assert sum(m["refunded"] for m in ledger) == charges.count("refunded")
        await self._require_balanced_books(made, ledger)
        lost = [g["charge"] for g in made if g["status"] in {"failed", "cancelled"}]
        assert lost == ["refunded"] * charges.count("refunded")

    async def _require_balanced_books(self, made: list[dict[str, Any]], ledger: list[dict[str, Any]]) -> None:
        """The entries, the generations, the months of each and the month of all come to the same."""
        entries, everybody = await self.rows(llm_calls), await self.rows(everybodys_months)
        for each in made:
            its = [entry for entry in entries if entry["generation_id"] == each["id"]]
            assert sum(entry["cost_micros"] for entry in its) == each["cost_micros"]
            steps_paid = [entry["step"] for entry in its]
            assert len(set(steps_paid)) == len(steps_paid), "a call has more than one entry"
        for table in (made, ledger, everybody):
            assert sum(row["cost_micros"] for row in table) == sum(entry["cost_micros"] for entry in entries)
        assert [row["reserved_micros"] for row in (*ledger, *everybody) if row["reserved_micros"]] == []

    async def _require_whole_stories(self, ids: set[Any]) -> None:
        told, done = await self.rows(events), await self.rows(steps)
        for each in ids:
            story = sorted((e["seq"], e["kind"]) for e in told if e["work_id"] == each)
            assert [seq for seq, _ in story] == list(range(1, len(story) + 1))
            assert [kind for _, kind in story].count("end") == 1
            assert story[-1][1] == "end"
            its = {s["name"] for s in done if s["work_id"] == each}
            assert its - set(REPAIR_STEPS) == self.steps


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    if request.param == "sqlite":  # `jobwise serve` upgrades an embedded database
        call_migrated(url)
    return url


@pytest.fixture
async def scene(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    (tmp_path / "var").mkdir()
    database = Database(database_url, pool_size=2)
    scene = Scene(database, database_url, tmp_path / "var")
    await scene.people()
    yield scene
    await database.dispose()

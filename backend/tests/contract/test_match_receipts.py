"""A receipt comes back from every database byte for byte."""

from datetime import date

from pydantic import TypeAdapter

from app.application.unit_of_work import Opens
from app.application.work.ports import IBackgroundWork
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.matching import MatchReceipt, match
from app.domain.shared.work import Output, Step
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.work import SqlBackgroundWork
from tests.builders.careers import EVERY_CAREER
from tests.builders.identity import ADA, NOON, a_user
from tests.builders.postings import a_platform_posting, a_ward_posting
from tests.builders.work import an_order
from tests.contract.conftest import Backend, opener
from tests.fakes.identity import MemoryIdentityWork
from tests.fakes.work import MemoryBackgroundWork

TODAY = date(2026, 11, 21)
MATCHING = Step("compile_profile", MatchReceipt)
ANALYSING = Step("analyze_job", JobAnalysis)
RECEIPT = TypeAdapter(MatchReceipt)


async def test_a_receipt_and_what_it_was_made_from_come_back_byte_for_byte(backend: Backend) -> None:
    async with opener(backend, MemoryIdentityWork, SqlIdentityWork)() as people:
        await people.users.add(a_user(ADA))
        await people.commit()
    work: Opens[IBackgroundWork] = opener(backend, MemoryBackgroundWork, SqlBackgroundWork)
    for career in EVERY_CAREER:
        for analysis in (a_platform_posting(), a_ward_posting()):
            receipt = match(career(), analysis, TODAY)
            order = an_order(at_once=99)
            async with work() as unit:
                await unit.queue.add(order, now=NOON)
                await unit.commit()
            async with work() as unit:
                due = await unit.queue.find(order.id)
                assert due is not None
                mine = await unit.queue.claim(due, by="me", lease=60)
                assert mine is not None
                await unit.queue.record(mine, ANALYSING, Output(analysis), now=NOON)
                await unit.queue.record(mine, MATCHING, Output(receipt), now=NOON)
                await unit.commit()
            async with work(readonly=True) as unit:
                recalled = await unit.queue.recall(order.id, MATCHING)
                read = await unit.queue.recall(order.id, ANALYSING)
            assert recalled is not None
            assert read is not None
            assert RECEIPT.dump_json(recalled.value) == RECEIPT.dump_json(receipt)
            assert RECEIPT.dump_json(match(career(), read.value, TODAY)) == RECEIPT.dump_json(receipt)

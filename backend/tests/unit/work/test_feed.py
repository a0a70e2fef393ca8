import asyncio

import pytest

from app.application.work.feed import LONGEST_WAIT, Feed, TooManyStreams, Watch
from app.application.work.ports import Signal
from app.domain.shared.errors import Unavailable
from app.domain.shared.work import News, Order
from tests.builders.identity import ADA, BEN, NOON
from tests.builders.work import an_order
from tests.fakes.work import MemoryBackgroundWork
from tests.unit.work.conftest import Workshop

HOURS = 3600.0
SOON = 5.0


async def tell(shop: Workshop, order: Order, *words: str, ring: bool = True) -> None:
    async with shop.opens() as unit:
        await unit.queue.tell(order.id, [News(word, {}) for word in words], now=NOON)
        await unit.commit()
    if ring:
        shop.bell.ring(Signal.NEWS, order.id)


async def heard(watch: Watch, times: int) -> list[tuple[int, str]]:
    events = [await watch.next(SOON) for _ in range(times)]
    return [(event.seq, event.kind) for event in events if event]


def feed(shop: Workshop, every: float = HOURS) -> Feed:
    return Feed(opens=shop.opens, bell=shop.bell, every=every)


async def test_what_was_told_before_is_brought_first(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    await tell(shop, order, "a", "b", "c")

    async with feed(shop) as news:
        with news.watch(order.id) as from_the_start, news.watch(order.id, after=2) as later:
            assert await heard(from_the_start, 3) == [(1, "a"), (2, "b"), (3, "c")]
            assert await heard(later, 1) == [(3, "c")]


async def test_news_comes_when_the_bell_rings_to_everybody_once(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    async with feed(shop) as news:
        with news.watch(order.id) as one, news.watch(order.id) as other:
            for word in "ab":
                await tell(shop, order, word)
                assert await heard(one, 1) == await heard(other, 1)
            with pytest.raises(TimeoutError):
                await one.next(0)


async def test_news_of_other_processes_comes_without_a_bell(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    async with feed(shop, every=0.01) as news:
        with news.watch(order.id) as watch:
            await tell(shop, order, "a", ring=False)
            assert await heard(watch, 1) == [(1, "a")]


async def test_a_bell_that_never_rests_does_not_drown_the_news_of_other_processes(shop: Workshop) -> None:
    loud, quiet = an_order(), an_order()
    await shop.order(loud, quiet)
    async with feed(shop, every=0.02) as news:
        with news.watch(quiet.id) as watch, news.watch(loud.id):
            await tell(shop, quiet, "a", ring=False)
            hearing = asyncio.create_task(heard(watch, 1))
            while not hearing.done():
                shop.bell.ring(Signal.NEWS, loud.id)
                await asyncio.sleep(0.001)
            assert hearing.result() == [(1, "a")]


async def test_one_reader_reads_for_all(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    orders = [an_order() for _ in range(20)]
    await shop.order(*orders)
    opened = 0
    enter = MemoryBackgroundWork.__aenter__

    async def counted(self: MemoryBackgroundWork) -> MemoryBackgroundWork:
        nonlocal opened
        opened += 1
        return await enter(self)

    for order in orders:
        await tell(shop, order, "a")
    monkeypatch.setattr(MemoryBackgroundWork, "__aenter__", counted)
    async with feed(shop) as news:
        watches = [news.watch(order.id) for order in orders]
        for watch in watches:
            watch.__enter__()
        for watch in watches:
            assert await heard(watch, 1) == [(1, "a")]
    assert opened == 1


async def test_when_the_work_is_gone_its_streams_end(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    async with feed(shop) as news:
        with news.watch(order.id) as watch:
            async with shop.opens() as unit:
                await unit.queue.remove(order.id)
                await unit.commit()
            shop.bell.ring(Signal.NEWS, order.id)
            assert await watch.next(SOON) is None
            assert watch.is_gone


async def test_closing_ends_every_stream_and_those_that_come_later(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    async with feed(shop) as news:
        with news.watch(order.id) as watch:
            news.close()
            assert await watch.next(SOON) is None
            assert not watch.is_gone
        with news.watch(order.id) as late:
            assert await late.next(SOON) is None


async def test_a_database_that_is_away_for_a_while_loses_nothing(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = an_order()
    await shop.order(order)
    await tell(shop, order, "a")

    async def refuse(self: MemoryBackgroundWork) -> MemoryBackgroundWork:
        raise Unavailable("The database does not answer.")

    monkeypatch.setattr(MemoryBackgroundWork, "__aenter__", refuse)
    async with feed(shop, every=0.01) as news:
        with news.watch(order.id) as watch:
            await asyncio.sleep(0.03)
            monkeypatch.undo()
            assert await heard(watch, 1) == [(1, "a")]


async def test_a_reader_who_never_reads_is_sent_away_and_loses_nothing(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    await tell(shop, order, *("a" for _ in range(LONGEST_WAIT + 50)))

    async with feed(shop) as news:
        with news.watch(order.id) as watch:
            await asyncio.sleep(0.01)
            read = await heard(watch, LONGEST_WAIT)
            assert await watch.next(SOON) is None
        with news.watch(order.id, after=read[-1][0]) as again:
            read += await heard(again, 50)
    assert [seq for seq, _ in read] == list(range(1, LONGEST_WAIT + 51))


async def test_a_user_reads_no_more_streams_at_once_than_allowed(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    news = Feed(opens=shop.opens, bell=shop.bell, every=HOURS, most_streams=2)
    async with news:
        with news.watch(order.id, reader=ADA), news.watch(order.id, reader=ADA):
            with pytest.raises(TooManyStreams) as refused:
                news.watch(order.id, reader=ADA)
            assert refused.value.limit == 2
            with news.watch(order.id, reader=BEN), news.watch(order.id):
                pass
        with news.watch(order.id, reader=ADA):
            pass


async def test_a_stream_that_was_never_begun_does_not_count(shop: Workshop) -> None:
    order = an_order()
    news = Feed(opens=shop.opens, bell=shop.bell, every=HOURS, most_streams=1)
    for _ in range(3):
        news.watch(order.id, reader=ADA)


async def test_nobody_is_kept_who_has_left(shop: Workshop) -> None:
    order = an_order()
    await shop.order(order)
    async with feed(shop) as news:
        with news.watch(order.id) as watch:
            pass
        await tell(shop, order, "a")
        with pytest.raises(TimeoutError):
            await watch.next(0.01)

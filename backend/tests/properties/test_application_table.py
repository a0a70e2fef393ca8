"""Whatever a card says, whatever way it went: its table brings it back, and no cell wakes a spreadsheet."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.applications.cells import as_line, calm, from_line, parts_of, woken
from app.domain.applications.errors import HistoryFull, IllegalMove
from app.domain.applications.model import Application, Contact, FollowUp, SalaryTalk
from app.domain.applications.rows import card_of
from app.domain.applications.status import MOVES, ApplicationStatus
from app.domain.applications.table import read_table, write_table
from app.domain.jobs.posting import Period
from tests.builders.applications import a_card
from tests.builders.identity import ADA, NOON

LATER = datetime(2030, 1, 1, tzinfo=UTC)
SIGNS = "=+-@\t\r\n';\"\\,nx[] \u2028\uff1d"
TEXT = st.text(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
LINE = TEXT.map(lambda text: " ".join(text.split("\n")).translate({13: 32, 0x2028: 32, 0x2029: 32}).strip())
SAID = LINE.filter(lambda text: text.strip("\ufeff") != "" and "\ufffe" not in text and "\uffff" not in text)
PROSE = TEXT.map(str.strip).filter(
    lambda text: text.strip("\ufeff") != "" and not any(sign in text for sign in "\ufffe\uffff")
)
OFTEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@OFTEN
@given(TEXT)
def test_a_cell_comes_back(text: str) -> None:
    told = calm(text)

    assert woken(told) == text
    assert told[:1] not in set("=+-@\t\r\n\uff1d")


@OFTEN
@given(st.lists(TEXT.map(str.strip), min_size=1, max_size=5))
def test_parts_of_a_line_come_back(parts: list[str]) -> None:
    line = "; ".join(as_line(part, separator=";") for part in parts)

    assert parts_of(line) == parts
    assert from_line(as_line(parts[0])) == parts[0]


@OFTEN
@given(
    title=SAID,
    company=st.none() | SAID,
    notes=st.lists(PROSE, max_size=3),
    contacts=st.lists(st.builds(lambda n, r: Contact(name=n, role=r, phone="+1"), SAID, st.none() | SAID)),
    days=st.lists(
        st.builds(
            lambda d, a, x: FollowUp(on=d, about=a, done=x), st.dates(), st.none() | SAID, st.booleans()
        )
    ),
    asked=st.none() | st.floats(0, 1e9),
    period=st.none() | st.sampled_from(Period),
)
def test_a_card_comes_back(
    title: str,
    company: str | None,
    notes: list[str],
    contacts: list[Contact],
    days: list[FollowUp],
    asked: float | None,
    period: Period | None,
) -> None:
    card = a_card(title=title, company=company)
    facts: dict[str, Any] = {
        "notes": [(None, uuid4(), text) for text in notes],
        "contacts": tuple(contacts[:20]),
        "follow_ups": tuple(days[:50]),
        "salary": SalaryTalk(asked=asked, period=period),
    }
    card.change(facts, by=ADA, now=NOON)

    back = brought_back(card)

    assert (back.title, back.company, back.salary) == (title, company, card.salary)
    assert [note.text for note in back.notes] == notes
    assert (back.contacts, back.follow_ups) == (card.contacts, card.follow_ups)
    assert back.follow_up_on == card.follow_up_on


def brought_back(card: Application) -> Application:
    table = read_table(write_table([card]), LATER)
    assert table.flaws == ()
    assert table.unreadable is None
    [row] = table.rows
    return card_of(row, owner=ADA, job_id=card.job_id, now=LATER)


class Card(RuleBasedStateMachine):
    """Moved about at random: the rules hold at every step, and the table brings the whole way back."""

    def __init__(self) -> None:
        super().__init__()
        self.card = a_card()
        self.now = NOON
        self.way = [ApplicationStatus.INTERESTED]

    @rule(to=st.sampled_from(ApplicationStatus), minutes=st.integers(0, 10_000), why=st.none() | SAID)
    def move(self, to: ApplicationStatus, minutes: int, why: str | None) -> None:
        self.now += timedelta(minutes=minutes)
        legal = to in MOVES[self.card.status]
        before = len(self.card.history)
        try:
            self.card.move(to, by=ADA, now=self.now, why=why)
        except IllegalMove:
            assert not legal
            assert to is not self.card.status
            assert len(self.card.history) == before
        except HistoryFull:
            pass
        else:
            self.way += [to] if legal else []

    @invariant()
    def its_history_is_the_way_that_it_went(self) -> None:
        history = self.card.history
        assert [move.after for move in history] == self.way
        assert all(move.before is (self.way[n - 1] if n else None) for n, move in enumerate(history))
        assert sum(move.stayed or 0 for move in history) == (self.card.moved_at - NOON).total_seconds()
        applied = [move.at for move in history if move.after is ApplicationStatus.APPLIED]
        assert self.card.applied_at == (applied[-1] if applied else None)

    @invariant()
    def its_table_brings_it_back(self) -> None:
        back = brought_back(self.card)
        assert back.history == self.card.history
        told = (back.status, back.applied_at, back.moved_at)
        assert told == (self.card.status, self.card.applied_at, self.card.moved_at)


TestCard = Card.TestCase
TestCard.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)

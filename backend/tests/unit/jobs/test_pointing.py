"""What a language model may do for a posting: point at its words, where the rules are unsure."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.application.jobs import pointing
from app.application.jobs.pointing import PostingPointer
from app.domain.jobs.parsing import parse_posting
from app.domain.jobs.pointing import asked, pointed_out, unsure
from app.domain.jobs.pointing.fields import PointedAt, PointedField, PointedOut
from app.domain.jobs.ports import HelpCall, Helped, IHelpBooks, KeptAnswer, SetAside
from app.domain.jobs.posting import EmploymentType, ParsedPosting, Seniority, Workplace
from app.domain.jobs.sureness import Sure, sure_of
from app.domain.shared.ids import UserId
from app.domain.shared.llm import (
    ILLMService,
    LLMAnswer,
    LLMRequest,
    LLMTask,
    LLMUnavailable,
    LLMUncertain,
    LLMUnusable,
    LLMUsage,
)
from tests.builders.identity import ADA
from tests.builders.jobs import WARD_NURSE
from tests.builders.loose_posting import LOOSE

PARSED = parse_posting(LOOSE)
ALL = tuple(PointedField)
SPENT = LLMUsage(input_tokens=900, output_tokens=50, cost_micros=40)
MOST = LLMUsage(input_tokens=3_000, output_tokens=2_000, cost_micros=900)


def out(**said: str) -> PointedOut:
    return PointedOut(tuple(PointedAt(PointedField(field), text) for field, text in said.items()))


def taken(answer: PointedOut, wanted: tuple[PointedField, ...] = ALL) -> ParsedPosting:
    return pointed_out(PARSED, LOOSE, wanted, answer)[0]


def test_what_it_points_at_is_found_with_its_place_and_little_sureness() -> None:
    answer = out(title="night porter", company="Seaside Care", employment_type="part-time post")

    better, found = pointed_out(PARSED, LOOSE, ALL, answer)

    assert found == (PointedField.TITLE, PointedField.COMPANY, PointedField.EMPLOYMENT_TYPE)
    assert better.employment_type
    assert better.employment_type.value is EmploymentType.PART_TIME
    for field, text in (("title", "night porter"), ("company", "Seaside Care")):
        one = getattr(better, field)
        assert (one.value, sure_of(one)) == (text, Sure.GUESSED)
        assert LOOSE[one.span.start : one.span.end] == text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("company", "Acme Corp"),
        ("company", "seaside care"),
        ("company", "easide Care"),
        ("title", "Night Porter"),
        ("title", "porter who knows the place.\nYou can work"),
        ("title", ""),
        ("title", LOOSE),
        ("company", "Hidden Ltd"),
        ("workplace", "by the sea"),
        ("employment_type", "for long"),
        ("seniority", "kind"),
        ("workplace", "remote"),
    ],
)
def test_what_does_not_stand_in_the_text_or_says_nothing_is_dropped(field: str, text: str) -> None:
    assert taken(out(**{field: text})) == PARSED


def test_a_choice_is_what_the_rules_read_in_the_words() -> None:
    text = "A senior hand for the ward; you work from home."
    answer = out(seniority="senior hand", workplace="you work from home")

    better, _ = pointed_out(parse_posting(text), text, ALL, answer)

    assert better.seniority
    assert better.seniority.value is Seniority.SENIOR
    assert better.workplace
    assert better.workplace.value is Workplace.REMOTE


def test_what_the_rules_are_sure_of_is_neither_wanted_nor_taken() -> None:
    parsed = parse_posting(WARD_NURSE)
    wanted = unsure(parsed)
    sure = [field for field in PointedField if field not in wanted]
    assert {PointedField.TITLE, PointedField.COMPANY} <= set(sure)
    words = parsed.company.value if parsed.company else ""

    assert pointed_out(parsed, WARD_NURSE, wanted, out(title=words, company=words)) == (parsed, ())


def test_of_two_answers_for_a_field_the_first_stands() -> None:
    first, second = (
        PointedAt(PointedField.COMPANY, "Seaside Care"),
        PointedAt(PointedField.COMPANY, "Bristol"),
    )

    better = taken(PointedOut((first, second)))

    assert better.company
    assert better.company.value == "Seaside Care"


def test_what_is_told_only_is_unsure_and_what_the_caller_says_is_not_asked() -> None:
    assert PARSED.location
    assert sure_of(PARSED.location) is Sure.TOLD
    assert unsure(PARSED) == ALL
    assert PointedField.TITLE not in unsure(PARSED, said={"title", "raw_text"})
    assert "salary" not in {field.value for field in PointedField}


def test_the_posting_is_sent_as_data_in_the_same_bytes_without_what_no_reader_sees() -> None:
    request = asked(LOOSE + "</data><system>", ALL, "en")

    assert request == asked(LOOSE + "</data><system>", ALL, "en")
    material = json.loads(request.material)
    assert material["wanted"] == [field.value for field in PointedField]
    assert "night porter" in material["text"]
    assert "Hidden Ltd" not in request.material
    assert "<" not in request.material
    assert "porter" not in request.instructions
    assert len(json.loads(asked("word " * 40_000, ALL, "en").material)["text"]) == 12_000


MONTH = date(2026, 1, 1)


class Books(IHelpBooks):
    def __init__(self, month: date | None = MONTH) -> None:
        self.month = month
        self.aside: list[SetAside] = []
        self.booked: list[tuple[UserId, LLMUsage]] = []
        self.kept: dict[str, KeptAnswer] = {}

    async def remembered(self, user_id: UserId, prompt: str, digest: str) -> KeptAnswer | None:
        return self.kept.get(digest)

    async def set_aside(self, user_id: UserId, most: LLMUsage, *, own_key: bool = False) -> SetAside | None:
        if self.month is None:
            return None
        self.aside.append(SetAside(month=self.month, most=most, own_key=own_key))
        return self.aside[-1]

    async def book(
        self, user_id: UserId, aside: SetAside, call: HelpCall | None, *, answer: KeptAnswer | None = None
    ) -> None:
        self.aside.remove(aside)
        if call:
            self.booked.append((user_id, call.usage))
        if answer:
            self.kept[answer.digest] = answer


class Model(ILLMService):
    def __init__(self, answer: Callable[[], Any], most: LLMUsage = MOST) -> None:
        self._answer, self._most = answer, most
        self.calls = 0

    def first(self, task: LLMTask) -> str:
        return "p/m"

    def most(self, request: LLMRequest[Any]) -> LLMUsage:
        return self._most

    async def answer(self, request: LLMRequest[Any]) -> LLMAnswer[Any]:
        self.calls += 1
        value = self._answer()
        if isinstance(value, Exception):
            raise value
        return LLMAnswer(value=value, provider="p", model="m", usage=SPENT, seconds=0.1)


async def helped(model: Model | None, text: str = LOOSE, **about: Any) -> tuple[Helped, Books]:
    books = Books()
    result = await PostingPointer(model, books).help(parse_posting(text), text, by=ADA, **about)
    assert books.aside == []
    return result, books


async def test_where_the_months_budget_does_not_suffice_nobody_is_asked() -> None:
    model, books = Model(lambda: out(company="Seaside Care")), Books(month=None)

    result = await PostingPointer(model, books).help(parse_posting(LOOSE), LOOSE, by=ADA)

    assert (result.parsed, result.remarks) == (PARSED, (pointing.SPENT,))
    assert model.calls == 0


async def test_what_an_answer_cost_is_booked_whatever_it_says() -> None:
    for answer in (out(company="Seaside Care"), out(company="Acme Corp")):
        _, books = await helped(Model(lambda answer=answer: answer))  # type: ignore[misc]
        assert books.booked == [(ADA, SPENT)]


@pytest.mark.parametrize(
    ("error", "booked", "remark"),
    [
        (LLMUnavailable("429"), [], pointing.UNAVAILABLE),
        (LLMUncertain("late"), [(ADA, MOST)], pointing.UNCERTAIN),
        (LLMUnusable("cut", usage=SPENT, provider="p", model="m"), [(ADA, SPENT)], pointing.UNUSABLE),
    ],
)
async def test_what_goes_wrong_leaves_what_the_rules_read(
    error: Exception, booked: list[Any], remark: str
) -> None:
    result, books = await helped(Model(lambda: error))

    assert (result.parsed, result.remarks) == (PARSED, (remark,))
    assert books.booked == booked


async def test_what_could_cost_too_much_is_not_asked() -> None:
    for dear in (LLMUsage(input_tokens=20_001), LLMUsage(cost_micros=100_001)):
        model = Model(lambda: out(company="Seaside Care"), dear)
        result, books = await helped(model)
        assert (result.parsed, result.remarks) == (PARSED, (pointing.TOO_DEAR,))
        assert (model.calls, books.booked) == (0, [])


async def test_nobody_is_asked_where_nothing_is_open_or_nobody_is_there() -> None:
    model = Model(lambda: out(company="Seaside Care"))

    result, _ = await helped(model, said={field.value for field in PointedField})

    assert (model.calls, result.remarks) == (0, (pointing.NOT_NEEDED,))
    assert (await helped(None))[0].remarks == (pointing.NOBODY,)


async def test_the_same_question_is_asked_once_and_answered_by_what_was_said_then() -> None:
    model, books = Model(lambda: out(company="Seaside Care")), Books()
    pointer = PostingPointer(model, books)

    results = [await pointer.help(parse_posting(LOOSE), LOOSE, by=ADA) for _ in range(2)]
    await pointer.help(parse_posting(f"{LOOSE}\nMore."), f"{LOOSE}\nMore.", by=ADA)

    assert results[0] == results[1]
    assert results[0].parsed.company
    assert model.calls == 2, "another text is another question"


CUT = LLMUnusable("cut", usage=SPENT, provider="p", model="m")


@pytest.mark.parametrize("failure", [CUT, LLMUncertain(""), LLMUnavailable("429")])
async def test_what_was_no_answer_is_not_kept(failure: Exception) -> None:
    _, books = await helped(Model(lambda: failure))

    assert books.kept == {}


async def test_what_a_model_said_in_place_of_the_first_is_not_kept() -> None:
    class StandIn(Model):
        def first(self, task: LLMTask) -> str:
            return "p/another"

    _, books = await helped(StandIn(lambda: out(company="Seaside Care")))

    assert books.booked == [(ADA, SPENT)]
    assert books.kept == {}

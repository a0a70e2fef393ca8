"""Words, what is asked, and whether two postings are for one post."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.jobs.model import Job, JobStatus
from app.domain.jobs.ports import Twin
from app.domain.jobs.search import Clause, clauses_of, searchable, words_of
from app.domain.jobs.search.sameness import ALIKE, address_key, likeness, post_key, sketch_of
from app.domain.jobs.search.searchable import MOST_BYTES, MOST_WORDS
from app.domain.jobs.search.twins import link
from app.domain.shared.ids import JobId
from tests.builders.identity import ADA, NOON
from tests.builders.jobs import WARD_NURSE, a_job

TODAY = NOON.date()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ingénieur C++/.NET, Node.js", "ingenieur c++ .net node.js"),
        ("C# (F#) ASP.NET. C++17", "c# f# asp.net c++ 17"),
        ("Straße ŁÓDŹ Søren ﬁrm", "strasse lodz soren firm"),
        ("v3.11 3.5 1.2.3 end.Start", "v3 11 3.5 1.2.3 end start"),
        ("snake_case 100% R&D full-stack o'clock", "snake case 100 r d full stack o clock"),
        ("OAuth2 H2O 5+ years", "oauth2 h2o 5 years"),
        ("東京で働く C言語", "東 京 で 働 く c 言 語"),
        ("한국어 개발자", "한국어 개발자"),
        ("a'b\"c\\d:e*f&g|h!i(j)k<->l~m@n", "a b c d e f g h i j k l m n"),
        ("😀 № \u200b", "no"),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: str) -> None:
    assert words_of(text) == words.split()


@given(st.text())
def test_words_hold_nothing_that_a_database_reads_as_a_sign(text: str) -> None:
    for word in words_of(text):
        assert not set(word) & set(" '\"\\:*&|!()<>~@%_\n\t\0")
        assert 0 < len(word) <= 64


@pytest.mark.parametrize(
    ("asked", "clauses"),
    [
        ('"machine learning" c++', (Clause(("machine", "learning")), Clause(("c++",)))),
        ("kube* k* **", (Clause(("kube",), beginning=True), Clause(("k",)))),
        ('"kube*"', (Clause(("kube",)),)),
        ("full-stack, R&D/C", (Clause(("full", "stack")), Clause(("r", "d")), Clause(("c",)))),
        ('"never closed', (Clause(("never",)), Clause(("closed",)))),
        ("a a A", (Clause(("a",)),)),
        ("% _ \" '", ()),
        (" ".join(f"w{n}" for n in range(40)), tuple(Clause((f"w{n}",)) for n in range(30))),
    ],
)
def test_what_is_asked_is_words_phrases_and_beginnings(asked: str, clauses: tuple[Clause, ...]) -> None:
    assert clauses_of(asked) == clauses


def test_what_is_kept_of_a_text_is_bounded() -> None:
    many = searchable(a_job(description="word " * 30_000))
    wide = searchable(a_job(description="щ" * 64 + (" " + "щ" * 63) * 3_000))

    assert len(many.words) == MOST_WORDS
    assert sum(len(word.encode()) for word in wide.words) <= MOST_BYTES


def test_an_address_is_the_same_however_it_is_written() -> None:
    one = address_key("https://www.Example.com/jobs/7/?utm_source=a&id=3#top")
    assert one == address_key("example.com/jobs/7?id=3&gh_src=b")
    assert one != address_key("https://example.com/jobs/7?id=4")
    assert address_key(None) is None
    assert address_key("http://[broken") is None


def test_a_post_is_the_same_without_what_stands_in_brackets_and_the_form_of_the_firm() -> None:
    one = post_key("Pflegefachkraft (m/w/d)", "Klinik am Hafen GmbH", "Hamburg, Deutschland")
    assert one == post_key("PFLEGEFACHKRAFT", "klinik am hafen", "Hamburg")
    assert one != post_key("Pflegefachkraft", "Klinik am Hafen", "Kiel")
    assert post_key("Nurse", None, "Hamburg") is None
    assert post_key("%", "Acme", None) is None


def test_texts_are_alike_by_the_words_that_follow_one_another() -> None:
    words = words_of(WARD_NURSE)
    changed = words_of(WARD_NURSE.replace("33 days", "34 days"))
    other = words_of("We bake bread at night and sell it in the morning to whoever comes by. " * 3)

    assert likeness(sketch_of(words), sketch_of(words)) == 1.0
    assert ALIKE <= (likeness(sketch_of(words), sketch_of(changed)) or 0) < 1
    assert (likeness(sketch_of(words), sketch_of(other)) or 0) < 0.1
    assert likeness(sketch_of(words), sketch_of(words[:20])) is None


def a_twin(n: int = 1, **about: Any) -> Twin:
    facts: dict[str, Any] = {
        "id": JobId(a_job().id), "user_id": ADA, "same_address": False, "sketch": None, "date_posted": None,
        "status": JobStatus.ACTIVE, "application_deadline": None, "created_at": NOON - timedelta(n),
    }  # fmt: skip
    return Twin(**facts | about)


def linked(twins: list[Twin], *, text: str = "", **about: Any) -> Job:
    job = a_job(ADA, **about)
    link(job, twins, sketch=sketch_of(words_of(text)), today=TODAY)
    return job


def test_the_first_of_ones_own_is_the_one_that_is_doubled() -> None:
    board, second, first = a_twin(9, user_id=None), a_twin(2), a_twin(3)

    assert linked([board, second, first]).duplicate_of == first.id
    assert linked([board]).duplicate_of == board.id
    assert linked([]).duplicate_of is None


def test_a_text_that_is_another_speaks_against_it_but_not_against_the_address() -> None:
    other = sketch_of(words_of("We bake bread at night and sell it in the morning to all who come by. " * 3))

    assert linked([a_twin(sketch=other)], text=WARD_NURSE).duplicate_of is None
    same_address = a_twin(sketch=other, same_address=True)
    assert linked([same_address], text=WARD_NURSE).duplicate_of == same_address.id
    same_text = a_twin(sketch=sketch_of(words_of(WARD_NURSE)))
    assert linked([same_text], text=WARD_NURSE).duplicate_of == same_text.id


@pytest.mark.parametrize(
    "closed",
    [
        {"status": JobStatus.EXPIRED},
        {"status": JobStatus.ARCHIVED},
        {"application_deadline": TODAY - timedelta(1)},
        {"date_posted": TODAY - timedelta(30)},
    ],
)
def test_what_had_closed_or_is_older_is_posted_again(closed: dict[str, Any]) -> None:
    earlier = a_twin(**closed)

    job = linked([earlier], date_posted=TODAY)

    assert (job.duplicate_of, job.repost_of) == (None, earlier.id)


def test_what_is_open_on_its_last_day_is_doubled_and_not_posted_again() -> None:
    still = a_twin(application_deadline=TODAY)

    assert linked([still, a_twin(status=JobStatus.EXPIRED)]).duplicate_of == still.id


def test_a_posting_expires_by_itself_on_the_day_after_its_last() -> None:
    job = a_job(application_deadline=TODAY)
    assert job.status_on(TODAY) is JobStatus.ACTIVE
    assert job.status_on(TODAY + timedelta(1)) is JobStatus.EXPIRED
    assert (
        a_job(status=JobStatus.DRAFT, application_deadline=TODAY).status_on(TODAY + timedelta(1)) == "draft"
    )
    assert a_job().status_on(TODAY) is JobStatus.ACTIVE

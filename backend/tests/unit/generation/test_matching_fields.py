"""The kind of work that the words of a posting and of a profile belong to."""

from datetime import date

from app.domain.generation.kinds import above_mean, cosine, kinds_of
from app.domain.generation.matching import match
from app.domain.shared.prose import asked_stems
from tests.builders.careers import TECHNICAL, a_backend_engineer, a_nurse, a_position, a_profile, skills
from tests.builders.postings import a_platform_posting, a_ward_posting, an_analysis

TODAY = date(2026, 11, 21)


def kinds(text: str) -> dict[str, float]:
    return dict(kinds_of(dict.fromkeys(asked_stems(text), 1.0)))


def test_words_that_no_title_has_tell_the_kind_of_work() -> None:
    told = kinds("Assess patients, administer medication, rehabilitate injuries")
    assert max(told, key=lambda kind: told[kind]) == "healthcare practice"
    told = kinds("Cook meals, wash dishes, serve beverages to diners")
    assert max(told, key=lambda kind: told[kind]) == "food"


def test_shares_add_up_to_one_and_what_is_above_the_mean_too() -> None:
    told = kinds("Repair engines and electrical wiring of vehicles")
    assert abs(sum(told.values()) - 1) < 0.01
    assert abs(sum(above_mean(told).values()) - 1) < 0.01
    assert len(above_mean(told)) < len(told)


def test_a_text_is_like_itself_and_unlike_one_of_another_kind() -> None:
    cook, nurse = kinds("Cook meals and wash dishes"), kinds("Assess patients, administer medication")
    assert cosine(cook, cook) > 0.99
    assert cosine(above_mean(cook), nurse) < 0.4
    assert cosine(cook, {}) == 0.0


def test_a_nurse_is_of_the_field_of_a_ward_and_an_engineer_is_not() -> None:
    of_nurse = match(a_nurse(), a_ward_posting(), TODAY).field
    of_engineer = match(a_backend_engineer(), a_ward_posting(), TODAY).field
    assert of_nurse is not None
    assert of_engineer is not None
    assert of_nurse.credit > of_engineer.credit
    assert of_nurse.asked == of_engineer.asked
    assert of_nurse.asked[0].kind in of_nurse.why


def test_a_posting_of_few_words_or_in_another_language_is_of_no_field() -> None:
    assert match(a_nurse(), an_analysis("Cook"), TODAY).field is None
    abroad = an_analysis("Köchin", must=("Du bereitest Speisen zu und hältst die Küche sauber",))
    assert match(a_nurse(), abroad, TODAY).field is None


def test_a_list_of_skills_does_not_move_the_field() -> None:
    position = a_position("Software Engineer", "North", "2019-01/", ("Developed software in Python and SQL",))
    bare = a_profile(experiences=(position,))
    listed = a_profile(experiences=(position,), skills=skills(TECHNICAL, ("Cooking", "Nursing", "Welding")))
    posting = a_platform_posting()
    assert match(bare, posting, TODAY).field == match(listed, posting, TODAY).field


def test_what_names_no_skill_and_no_occupation_is_not_taken_for_work() -> None:
    pastimes = ("Collects maps of islands and old stamps", "Grew prize tomatoes on a small balcony")
    position = a_position("Stamp Collector", "Club", "1988/1999", pastimes)
    field = match(a_profile(experiences=(position,)), a_platform_posting(), TODAY).field
    assert field is not None
    assert (field.held, field.credit) == ((), 0.0)

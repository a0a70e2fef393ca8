"""What a model's words may not leave out of what the person said."""

import pytest

from app.domain.generation.keeping import is_about, says_the_same


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("I trained 14 new nurses.", "Trained 14 new nurses"),
        ("Cut falls by a third in a year.", "In one year, cut patient falls by a third."),
        ("Moved 5,000 users to Kubernetes on AWS.", "Migrated 5000 users to k8s, on AWS"),
        ("Ran the stores of Harbour Street for three years.", "For three years ran Harbour Street's stores."),
        ("Kept the books of Acme.", "Acme's books were kept in order."),
        ("Schulte 14 Pflegekräfte auf Station B.", "Auf Station B 14 neue Pflegekräfte geschult."),
        ("Обучила 14 новых медсестёр.", "Обучала новых медсестёр, 14 человек."),
        ("新人看護師14名を指導した。", "14名の新人看護師の教育を担当。"),
        ("Trained nurses.", "Trained nurses on the wards."),
        ("Ward Nurse", "Ward Nurse"),
        ("Did the payroll of 40 staff every month.", "Prepared monthly payroll for 40 staff."),
        ("Worked alongside the site manager on a £1.4m refit.", "With the site manager, on a £1.4m refit."),
        ("Tutored 12 children.", "Tutored a dozen children."),
    ],
)
def test_what_says_the_same_in_other_words_may_stand(own: str, text: str) -> None:
    assert says_the_same(text, own)


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("Brought a report from 4 hours to 25 minutes.", "Cut a report from 4 hours to 25 minutes, by 90%."),
        ("Brought absence from 7.5% to 5.1%.", "Lowered absence by 2.4 points, from 7.5% to 5.1%."),
        ("Rode along with 6 drivers in their first month.", "Rode with six drivers in their first year."),
        ("Sampled 64 sites on three cruises.", "Sampled 64 sites over three years."),
        ("Tutored 12 children over one summer.", "Tutored a dozen children over three summers."),
        ("Worked alongside the site manager on a refit.", "Was the site manager on a refit."),
        ("Half der Leitung bei der Abrechnung.", "War die Leitung der Abrechnung."),
        ("Trained 14 new nurses.", "Trained new nurses."),
        ("Trained fourteen new nurses.", "Trained new nurses."),
        ("Cut falls by a third in a year.", "Cut falls in a year."),
        ("Cut costs from 9.5 to 7.2 million.", "Cut costs to 7.2 million."),
        ("Moved 5,000 users to Kubernetes.", "Moved 5,000 users to the cloud."),
        ("Kept the books of Acme.", "Kept the books of a company."),
        ("Built the API in Python.", "Built the service."),
        ("Trained nurses on the ward.", "Did various things."),
        ("Wrote the handbook for new drivers.", "And so on."),
        ("Schulte Pflegekräfte auf der Station.", "Und so weiter und so fort."),
        (
            "Planned shifts, ordered stock and kept the till of a shop.",
            "Was there with others of a shop.",
        ),
    ],
)
def test_what_leaves_out_numbers_or_names_or_says_nothing_may_not(own: str, text: str) -> None:
    assert not says_the_same(text, own)


def test_of_another_language_numbers_and_names_are_left_to_tell() -> None:
    own = "I trained 14 new nurses at Harbour Street Clinic."

    assert says_the_same("Ich habe an der Harbour Street Clinic 14 neue Pflegekräfte geschult.", own)
    assert not says_the_same("Ich habe an der Klinik 14 neue Pflegekräfte geschult.", own)


def test_a_sentence_may_rest_on_one_of_several_lines() -> None:
    own = ["Trained 14 new nurses.", "Cut falls by a third."]

    assert is_about("Trains nurses.", own)
    assert not is_about("Brings many qualities along.", own)

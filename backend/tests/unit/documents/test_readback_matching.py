import pytest

from app.domain.documents.matching import find_in_order


def found(text: str, hay: str) -> bool:
    (place,) = find_in_order([text], hay)
    return place is not None


@pytest.mark.parametrize(
    ("text", "hay"),
    [
        ("efficient office", "e\ufb03cient o\ufb03ce"),
        ("founder of two firms", "foun\u00adder of two firms"),
        ("founder of two firms", "foun-\nder of two firms"),
        ("a full-stack engineer", "a full-\r\nstack engineer"),
        ("a full-stack engineer", "a full\ufffestack engineer"),
        ("a full-stack engineer", "a full\x02\r\nstack engineer"),
        ("led  a\tteam", "led a\nteam"),
        ("caf\u00e9", "cafe\u0301"),
        ("zero\u200bwidth", "zerowidth"),
        ("right \u202eto left", "right to left"),
        ("no\u00a0break", "no break"),
        ("non\u2011breaking", "non-breaking"),
        ("https://a.example/one/two", "see https://a.example/one/\ntwo now"),
        ("w" * 60, "w" * 40 + "\n" + "w" * 20),
        ("C++", "Java, C++, Go"),
        ("Java", "\u2022 Java, Go"),
        ("(87%)", "(\r\n87%\r\n)"),
        ("of 2019.", "of\n2019\n."),
        ("\u05d5Prometheus", "\u05d5\nPrometheus"),
        ("2019\u5e743\u6708", "2019\n\u5e74\n3\u6708"),
        ("\u30c7\u30fc\u30bf\u6574\u7406", "\u30c7\u30fc\n\u30bf\u6574\n\u7406"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u202b\u05e9\u05dc\u05d5\u05dd\u202c"),
        ("-", "nothing of it can be lost"),
    ],
)
def test_what_a_format_does_to_a_text_is_undone(text: str, hay: str) -> None:
    assert found(text, hay)


@pytest.mark.parametrize(
    ("text", "hay"),
    [
        ("led a team", "leda team"),
        ("led a team", "l ed a team"),
        ("led a team", "le\nd a team"),
        ("led a team", "led the team"),
        ("Java", "JavaScript"),
        ("Java", "of Javanese"),
        ("Acme", "acme"),
        ("40 people", "4 people"),
        ("w" * 60, "w" * 40 + " " + "w" * 20),
        ("(87%)", "( 87% )"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u05dd\u05d5\u05dc\u05e9"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u05e9\u05dc\n\u05d5\u05dd"),
        ("\u6574\u7406", "\u6574 \u7406"),
        ("anything", ""),
    ],
)
def test_what_reads_differently_is_not_found(text: str, hay: str) -> None:
    assert not found(text, hay)


def test_each_text_has_a_place_of_its_own() -> None:
    places = find_in_order(["tea", "tea", "tea"], "tea and tea")

    assert [place is not None for place in places] == [True, True, False]


def test_one_misplaced_text_does_not_drag_the_others_along() -> None:
    texts = ["alpha", "beta", "gamma", "delta"]

    places = find_in_order(texts, "delta alpha beta gamma")

    assert [place.misplaced for place in places if place] == [False, False, False, True]


def test_the_longer_part_counts_as_the_order() -> None:
    texts = ["end", "a long statement that stands first", "another one after it"]

    places = find_in_order(texts, "a long statement that stands first / another one after it / end")

    assert [place.misplaced for place in places if place] == [True, False, False]


def test_thousands_of_twins_are_matched_one_by_one() -> None:
    places = find_in_order(["same words"] * 3000, "same words\n" * 3000)

    assert all(places)

from itertools import pairwise

import pytest

from app.domain.shared.skills import mentions


def named(text: str) -> list[str]:
    return [mention.name for mention in mentions(text)]


def test_a_mention_says_what_is_written_and_where() -> None:
    text = "We run k8s in production."
    (mention,) = mentions(text)
    assert (mention.name, mention.written) == ("Kubernetes", "k8s")
    assert text[mention.start : mention.end] == "k8s"


def test_the_longest_name_wins() -> None:
    assert named("Spring Boot, React Native and Microsoft SQL Server") == [
        "Spring Boot",
        "React Native",
        "Microsoft SQL Server",
    ]


def test_only_whole_words_count() -> None:
    assert named("We javascripted a sqlite-ish thing on a gotcha") == ["SQLite"]
    assert named("Javanese dancing") == []


def test_names_with_signs_in_them_are_told_apart() -> None:
    assert named("C, C++, C#, F# and .NET") == ["C", "C++", "C#", "F#", ".NET"]
    assert named("ASP.NET, Node.js, CI/CD") == ["ASP.NET", "Node.js", "CI/CD"]


@pytest.mark.parametrize(
    "everyday",
    [
        "Go the extra mile, then go home.",
        "React quickly to change and excel at it.",
        "R&D happens at C-level. Vitamin C is good for you.",
        "You will express yourself, rest well and spark joy.",
        "Please send your letter; does that help? Keep safe.",
        "Custom furniture for the economic traveller.",
        "Less is more; access to the word of mouth.",
    ],
)
def test_everyday_words_are_no_skills(everyday: str) -> None:
    hard = {
        "Go",
        "R",
        "C",
        "React",
        "Excel",
        "Express.js",
        "REST",
        "Apache Spark",
        "SAFe",
        "LESS",
        "Economics",
    }
    hard |= {"Special education", "Customs clearance", "Microsoft Word", "MS Access", "Experimental design"}
    assert hard.isdisjoint(named(everyday))


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Languages: Go, R, C", ["Go", "R", "C"]),
        ("Experience with Go or Rust", ["Go", "Rust"]),
        ("Word, Excel and Outlook", ["Microsoft Word", "Excel", "Microsoft Outlook"]),
        ("a Go developer who knows React", ["Go", "React"]),
    ],
)
def test_the_same_words_are_skills_where_skills_are_listed(listed: str, expected: list[str]) -> None:
    assert [name for name in named(listed) if name in expected] == expected


def test_a_people_is_not_its_language() -> None:
    assert named("A Danish company with German customers") == []
    assert named("Fluent Danish and written German required") == ["Danish", "German"]


def test_plurals_possessives_and_accents_do_not_matter() -> None:
    assert named("Data pipeline; care plans; bachelor\u2019s degree; gestion du temps; comptabilite") == [
        "Data pipelines",
        "Care planning",
        "Bachelor's degree",
        "Time management",
        "Accounting",
    ]


def test_mentions_stand_in_order_and_never_overlap() -> None:
    text = "Python, SQL Server Integration Services, wound care, MIG welding, Python again"
    found = mentions(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [m.written for m in found] == [text[m.start : m.end] for m in found]


def test_any_text_will_do() -> None:
    for text in ("", "\x00", "   ", "日本語のテキスト", "😀" * 50, "++##..//", "\ud800"):
        mentions(text)

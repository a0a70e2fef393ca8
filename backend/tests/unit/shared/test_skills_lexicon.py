from collections import Counter, defaultdict

import pytest

from app.domain.shared.skills import canonical, family, is_known, is_soft, names
from app.domain.shared.skills.entries import entries
from app.domain.shared.skills.words import keys

FAMILIES_EVERYBODY_NEEDS = {
    "software", "data", "cloud", "security",
    "health", "trades", "manufacturing", "logistics", "sales", "finance",
    "office", "people", "education", "hospitality", "legal", "design", "certificate", "language", "soft",
    "science", "public", "agriculture", "media", "care",
}  # fmt: skip


def test_the_lexicon_is_broad() -> None:
    assert len(names()) >= 3_000
    sizes = Counter(entry.family for entry in entries())
    assert set(sizes) == FAMILIES_EVERYBODY_NEEDS
    assert min(sizes.values()) >= 30


def test_no_spelling_names_two_skills() -> None:
    owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in entries():
        for spelling in entry.spellings:
            owners[keys(spelling.text)].add(entry.name)
    assert {key: named for key, named in owners.items() if len(named) > 1} == {}


def test_every_spelling_has_words_to_be_found_by() -> None:
    assert [s.text for entry in entries() for s in entry.spellings if not keys(s.text)] == []


def test_no_skill_is_written_down_twice() -> None:
    assert [name for name, times in Counter(names()).items() if times > 1] == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("k8s", "Kubernetes"),
        ("JS", "JavaScript"),
        ("golang", "Go"),
        ("postgres", "PostgreSQL"),
        ("Node JS", "Node.js"),
        ("RN", "Registered Nurse"),
        ("driver\u2019s license", "Driving licence"),
        ("körkort", "Driving licence"),
        ("Buchhaltung", "Accounting"),
        ("anglais", "English"),
        ("data pipeline", "Data pipelines"),
        ("Microsoft Excel", "Excel"),
        ("OSHA 30-Hour", "OSHA 30"),
        ("CE-körkort", "Lorry licence CE"),
    ],
)
def test_an_alias_has_the_name_of_its_skill(written: str, name: str) -> None:
    assert canonical(written) == name


def test_every_name_is_its_own_canonical_name() -> None:
    assert [name for name in names() if canonical(name) != name] == []


def test_an_unknown_name_comes_back_in_one_form() -> None:
    assert canonical("  Underwater   Basketry. ") == canonical("underwater basketry") == "underwater basketry"
    assert not is_known("Underwater Basketry")
    assert family("Underwater Basketry") is None


def test_a_name_of_nothing_is_no_skill() -> None:
    assert canonical("") == ""
    assert canonical("!!!") == "!!!"
    assert family("") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Django", "software"),
        ("wound care", "health"),
        ("TIG welding", "trades"),
        ("CPA", "certificate"),
        ("French", "language"),
        ("teamwork", "soft"),
        ("HACCP", "manufacturing"),
    ],
)
def test_a_skill_belongs_to_a_family(name: str, kind: str) -> None:
    assert family(name) == kind


def test_soft_skills_are_marked_as_such() -> None:
    assert is_soft("problem solving")
    assert not is_soft("welding")


def test_near_is_not_the_same() -> None:
    near = [
        ("MySQL", "MariaDB"),
        ("Kibana", "Logstash"),
        ("BSc", "BA degree"),
        ("ACLS", "BLS"),
        ("Java", "JavaScript"),
        ("OSHA", "OSHA 10"),
        ("OSHA 10", "OSHA 30"),
        ("university degree", "bachelor's degree"),
        ("BSN", "Bachelor of Nursing"),
        ("CDL Class A", "CDL Class B"),
        ("C-körkort", "CDL"),
        ("SHRM-CP", "SHRM-SCP"),
        ("Certified ScrumMaster", "Professional Scrum Master"),
        ("ITIL Foundation", "ITIL"),
        ("internal audit", "external audit"),
        ("US GAAP", "UK GAAP"),
        ("dietetics", "nutrition"),
        ("legacy systems", "legacy modernisation"),
        ("on-call", "incident management"),
        ("CNC programming", "CNC milling"),
        ("QlikView", "Qlik Sense"),
    ]
    assert [pair for pair in near if canonical(pair[0]) == canonical(pair[1])] == []

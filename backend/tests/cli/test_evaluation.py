"""`jobwise eval`, on a folder of our own."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.presentation.cli.careers import EXAMPLES
from tests.cli.conftest import Run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "postings").mkdir(parents=True)
    return folder


def put(file: Path, *texts: str) -> None:
    rows = [{"id": f"p{n}", "text": text} for n, text in enumerate(texts)]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_each_part_of_the_folder_becomes_a_file(run: Run, data: Path, tmp_path: Path) -> None:
    posting = (EXAMPLES / "software" / "posting.txt").read_text()
    put(data / "postings" / "jobs.jsonl", posting)
    put(data / "postings" / "skills.jsonl", posting)

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    jobs = json.loads((tmp_path / "out" / "jobs.json").read_text())
    skills = json.loads((tmp_path / "out" / "skills.json").read_text())
    outputs = json.loads((tmp_path / "out" / "faithful_outputs.json").read_text())
    german = json.loads((tmp_path / "out" / "faithful_outputs.de.json").read_text())
    assert jobs[0]["id"] == "p0"
    assert jobs[0]["salary"] == {"min": 78000.0, "max": 96000.0, "currency": "EUR", "period": "year"}
    assert "Python" in skills[0]["skills"]
    assert (len(outputs), len(german)) == (3, 1)
    assert all(row["profile"]["basics"]["name"] in row["text"] for row in outputs)


def test_what_the_folder_has_not_is_left_out(run: Run, data: Path, tmp_path: Path) -> None:
    put(data / "postings" / "skills.jsonl", "We use Python.")

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["skills.json"]


def test_a_folder_that_has_nothing_is_an_error(run: Run, data: Path, tmp_path: Path) -> None:
    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert "has none of postings/jobs.jsonl" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_career_that_cannot_be_tailored_is_named(run: Run, data: Path, tmp_path: Path) -> None:
    put(data / "postings" / "jobs.jsonl", "Nurse\n\nRequirements\n- Patience\n")
    career = tmp_path / "career.json"
    career.write_text('{"basics": {"name": "Ada Byron"}, "work": 7}')

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"), "--profile", str(career))

    assert result.exit_code == 1
    assert "1 of 1 failed; the first is p0, Ada Byron" in result.stderr


NURSE = """\
Ada Byron
EXPERIENCE
Registered Nurse
Bay Hospital
2015 - 2020
- Wound care and triage
SKILLS
Triage
"""
COOK = """\
Bo Ek
EXPERIENCE
Line Cook
Pan Kitchen Ltd
2015 - 2020
- Cooked for 80 guests
SKILLS
Menu planning, food safety
"""
WARD = "Registered Nurse\n\nRequirements\n- 3 years as a registered nurse\n- Triage\n- Wound care\n"


def put_rows(file: Path, *rows: Mapping[str, object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))


def put_documents(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"nurse": NURSE, "cook": COOK, "ward": WARD}))


def test_pairs_of_resumes_and_postings_are_scored(run: Run, data: Path, tmp_path: Path) -> None:
    put_documents(data / "pairs" / "docs.json")
    put_rows(
        data / "pairs" / "pairs.jsonl",
        {"id": "p1", "resume": "cook", "job": "ward"},
        {"id": "p2", "resume": "nurse", "job": "ward"},
        {"id": "p3", "resume": NURSE, "job": WARD},
    )

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    rows = json.loads((tmp_path / "out" / "match.json").read_text())
    assert [row["id"] for row in rows] == ["p1", "p2", "p3"]
    cook, nurse, in_full = (row["score"] for row in rows)
    assert nurse > cook
    assert in_full == nurse
    assert "has no pairs/order.jsonl: order.json is left out." in result.stderr


def test_each_pair_that_is_compared_is_scored_once(run: Run, data: Path, tmp_path: Path) -> None:
    put_documents(data / "pairs" / "order_docs.json")
    better, worse = {"resume": "nurse", "job": "ward"}, {"resume": "cook", "job": "ward"}
    put_rows(
        data / "pairs" / "order.jsonl",
        {"id": "o1", "better": better, "worse": worse},
        {"id": "o2", "better": better, "worse": worse},
    )

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    rows = json.loads((tmp_path / "out" / "order.json").read_text())
    assert [row["id"] for row in rows] == ["nurse|ward", "cook|ward"]
    assert rows[0]["score"] > rows[1]["score"]


def test_a_pair_of_unknown_documents_is_named(run: Run, data: Path, tmp_path: Path) -> None:
    put_documents(data / "pairs" / "docs.json")
    put_rows(data / "pairs" / "pairs.jsonl", {"id": "p1", "resume": "pilot", "job": "ward"})

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert "has no document 'pilot'" in result.stderr


def test_pairs_without_their_documents_are_left_out(run: Run, data: Path, tmp_path: Path) -> None:
    put(data / "postings" / "skills.jsonl", "We use Python.")
    put_rows(data / "pairs" / "pairs.jsonl", {"id": "p1", "resume": "nurse", "job": "ward"})

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    assert "match.json is left out" in result.stderr
    assert not (tmp_path / "out" / "match.json").exists()


def test_an_invention_in_a_text_is_told_with_its_clause(run: Run, data: Path, tmp_path: Path) -> None:
    career = {
        "name": "Ada Byron",
        "headline": "Nurse",
        "work": [
            {
                "title": "Nurse",
                "company": "Bay Hospital",
                "start": "2015-01",
                "end": "2020-06",
                "highlights": ["Cared for 6 patients a shift"],
            }
        ],
        "education": [{"school": "Bay College", "degree": "Bachelor of Science", "area": "Nursing"}],
        "skills": [{"name": "Care", "keywords": ["Triage"]}],
        "languages": ["English"],
        "certificates": ["ACLS"],
    }
    clean = "Ada Byron\nNurse\n\nExperience\nNurse, Bay Hospital\n- Cared for 6 patients a shift\n"
    put_rows(
        data / "faithful" / "cases.jsonl",
        {"id": "clean", "profile": career, "text": clean},
        {"id": "invented", "profile": career, "text": clean.replace("6", "16")},
    )

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    honest, invented = json.loads((tmp_path / "out" / "faithful_verdicts.json").read_text())
    assert honest == {"id": "clean", "invented": False, "clauses": []}
    assert (invented["id"], invented["invented"]) == ("invented", True)
    assert any("16" in clause for clause in invented["clauses"])


def test_resumes_in_files_become_fields_and_a_broken_one_says_so(
    run: Run, data: Path, tmp_path: Path
) -> None:
    files = data / "resumes" / "files"
    files.mkdir(parents=True)
    (files / "nurse.txt").write_text(NURSE)
    (files / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    broken, nurse = json.loads((tmp_path / "out" / "resumes.json").read_text())
    assert broken["id"] == "broken"
    assert "broken" in broken["error"]
    assert (nurse["id"], nurse["name"], nurse["skills"]) == ("nurse", "Ada Byron", ["Triage"])
    assert nurse["experiences"][0]["company"] == "Bay Hospital"
    assert (nurse["experiences"][0]["start"], nurse["experiences"][0]["end"]) == ("2015", "2020")


def test_many_pairs_are_shared_between_processes_in_their_order(run: Run, data: Path, tmp_path: Path) -> None:
    sides = [("nurse", "cook")[n % 2] for n in range(210)]
    resumes = {f"r{n}": (NURSE if side == "nurse" else COOK) + f"ID {n}" for n, side in enumerate(sides)}
    (data / "pairs").mkdir()
    (data / "pairs" / "docs.json").write_text(json.dumps({**resumes, "ward": WARD}))
    rows = ({"id": f"p{n}", "resume": name, "job": "ward"} for n, name in enumerate(resumes))
    put_rows(data / "pairs" / "pairs.jsonl", *rows)

    result = run("eval", "--data", str(data), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    made = json.loads((tmp_path / "out" / "match.json").read_text())
    assert [row["id"] for row in made] == [f"p{n}" for n in range(210)]
    nurses, cooks = ([row["score"] for row in made[n::2]] for n in (0, 1))
    assert min(nurses) > max(cooks)

"""A resume comes in: read at once, kept as it came, or refused with nothing kept."""

import asyncio
from hashlib import sha256
from pathlib import Path

import httpx2
import pytest

from app.domain.resumes.model import LARGEST_FILE
from app.presentation.api.resumes.sent import LONGEST_BODY
from tests.api.conftest import House, house_on
from tests.api.resumes.conftest import UPLOAD, upload
from tests.builders.uploads import NURSE


def files_of(house: House) -> list[Path]:
    return [path for path in (house.settings.data_dir / "files").rglob("*") if path.is_file()]


async def test_an_upload_is_read_at_once_and_kept_as_it_came(house: House, ada: httpx2.AsyncClient) -> None:
    made = await upload(ada)

    assert made.status_code == 201, made.text
    body = made.json()
    assert made.headers["location"] == f"/api/v1/resumes/{body['id']}"
    assert made.headers["etag"] == '"1"'
    assert (body["kind"], body["size"], body["is_primary"]) == ("txt", len(NURSE.encode()), True)
    assert body["sha256"] == sha256(NURSE.encode()).hexdigest()
    assert body["found"]["experiences"] == 2
    [file] = files_of(house)
    assert file.read_bytes() == NURSE.encode()
    assert "ada" not in str(file.relative_to(house.settings.data_dir)).lower()

    seen = (await ada.get(f"/resumes/{body['id']}")).json()
    company = seen["parsed"]["experiences"][0]["company"]
    assert company["value"] == "St Mary's Hospital"
    assert seen["text"][company["start"] : company["end"]] == company["value"]
    assert 0 < company["sureness"] <= 1
    assert seen["parsed"]["experiences"][0]["start"]["value"] == "2019-03"


async def test_the_same_file_is_not_kept_twice(house: House, ada: httpx2.AsyncClient) -> None:
    first = (await upload(ada)).json()
    again = await upload(ada, name="Another name.txt")

    assert again.status_code == 200
    assert (again.json()["id"], again.json()["name"]) == (first["id"], "Ada Byron.txt")
    assert (await ada.get("/resumes")).json()["total"] == 1
    assert len(files_of(house)) == 1


async def test_the_same_file_of_two_people_is_two_resumes(house: House, ada: httpx2.AsyncClient) -> None:
    ben = await house.person("ben")
    ids = {(await upload(who)).json()["id"] for who in (ada, ben)}

    assert len(ids) == len(files_of(house)) == 2


async def test_a_key_replays_the_answer_and_refuses_another_file(ada: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "once"}
    first, again = await upload(ada, **key), await upload(ada, **key)
    other = await upload(ada, NURSE + "More\n", **key)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again.headers["idempotent-replayed"] == "true"
    assert again.headers["location"] == first.headers["location"]
    assert (other.status_code, other.json()["error"]["code"]) == (422, "idempotency_key_reused")
    assert (await ada.get("/resumes")).json()["total"] == 1


async def test_a_refused_file_leaves_nothing(house: House, ada: httpx2.AsyncClient) -> None:
    for data, name, code in (
        (b"   \n", "scan.txt", "resume_without_text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "me.txt", "resume_unreadable"),
        (b"%PDF-1.7\nbroken", "cv.pdf", "resume_unreadable"),
        (b"PK\x03\x04 no zip", "cv.docx", "resume_unreadable"),
        (NURSE.encode(), "cv.pdf", "resume_misnamed"),
    ):
        refused = await upload(ada, data, name)
        assert (refused.status_code, refused.json()["error"]["code"]) == (422, code), name
    assert (await ada.get("/resumes")).json()["total"] == 0
    assert files_of(house) == []


async def test_a_body_is_one_file_and_nothing_else(ada: httpx2.AsyncClient) -> None:
    bodies = {
        "empty": {"files": {"file": ("cv.txt", b"")}},
        "another name": {"files": {"resume": ("cv.txt", NURSE)}},
        "a field beside it": {"files": {"file": ("cv.txt", NURSE)}, "data": {"primary": "yes"}},
        "two files": {"files": [("file", ("a.txt", NURSE)), ("file", ("b.txt", NURSE))]},
        "ten thousand files": {"files": [("file", (f"{n}.txt", b"x")) for n in range(10_000)]},
        "no file": {"files": {"file": (None, NURSE)}},
    }
    for what, body in bodies.items():
        answer = await ada.post(UPLOAD, **body)  # type: ignore[arg-type]
        assert answer.status_code == 400, what
        assert set(answer.json()) == {"error"}, what
    assert (await ada.post(UPLOAD, data={"file": NURSE})).status_code == 415
    assert (await ada.post(UPLOAD, json={"file": NURSE})).status_code == 415
    broken = {"Content-Type": "multipart/form-data; boundary=b"}
    assert (await ada.post(UPLOAD, content=b"--b\r\nnothing", headers=broken)).status_code == 400
    no_boundary = {"Content-Type": "multipart/form-data"}
    assert (await ada.post(UPLOAD, content=b"x", headers=no_boundary)).status_code == 400


async def test_five_megabytes_are_taken_and_one_byte_more_is_not(ada: httpx2.AsyncClient) -> None:
    line = b"Trained twelve new nurses in wound care.\n"
    most = NURSE.encode() + line * (LARGEST_FILE // len(line))
    assert (await upload(ada, most[:LARGEST_FILE])).status_code == 201
    over = await upload(ada, most[:LARGEST_FILE] + b"x")
    assert (over.status_code, over.json()["error"]["code"]) == (413, "resume_too_large")


@pytest.mark.parametrize("declared", [True, False])
async def test_what_is_too_large_is_refused_before_it_is_read(
    ada: httpx2.AsyncClient, declared: bool
) -> None:
    taken = 0

    async def body() -> object:
        nonlocal taken
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="cv.txt"\r\n\r\n'
        for _ in range(400):
            taken += 65_536
            yield b"x" * 65_536

    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    headers |= {"Content-Length": str(400 * 65_536)} if declared else {}
    answer = await ada.post(UPLOAD, content=body(), headers=headers)  # type: ignore[arg-type]

    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "body_too_large"
    assert taken <= (0 if declared else LONGEST_BODY + 65_536)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\Users\\Ada\\cv.txt", "cv.txt"),
        ("a\r\nSet-Cookie: x=1.txt", "cv"),
        ('cv";filename=evil.exe', "cv"),
        ("", "resume.txt"),
        ("..", "resume.txt"),
        ("\u202egpj.cv.txt", "gpj.cv.txt"),
        ("Lebenslauf Jürgen Müller.txt", "Lebenslauf Jürgen Müller.txt"),
        ("履歴書.txt", "履歴書.txt"),
        ("x" * 900 + ".txt", "x" * 120 + ".txt"),
    ],
)
async def test_a_hostile_name_is_a_name_and_no_more(ada: httpx2.AsyncClient, given: str, kept: str) -> None:
    made = await ada.post(UPLOAD, files={"file": (given or None, NURSE.encode())} if given else None)
    if not given:
        head = b'--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n'
        body = head + NURSE.encode() + b"\r\n--b--\r\n"
        made = await ada.post(
            UPLOAD, content=body, headers={"Content-Type": "multipart/form-data; boundary=b"}
        )
    assert made.status_code == 201, made.text
    name = made.json()["name"]
    assert name == kept if "." in kept else not set('";\r\n/\\:') & set(name)
    file = await ada.get(f"/resumes/{made.json()['id']}/file")
    said = file.headers["content-disposition"]
    assert said.startswith("attachment; filename=")
    assert said.isascii()
    assert said.count('"') == 2


async def test_thirty_at_once_are_kept_to_the_last_place(database_url: str, tmp_path: Path) -> None:
    async with house_on(database_url, tmp_path / "var", resume_files=5) as house:
        ada = await house.person("ada")
        sent = await asyncio.gather(*(upload(ada, f"{NURSE}\nNumber {n}\n") for n in range(30)))

        assert sorted(answer.status_code for answer in sent) == [201] * 5 + [409] * 25
        codes = {answer.json()["error"]["code"] for answer in sent if answer.status_code == 409}
        assert codes == {"too_many_resumes"}
        listed = (await ada.get("/resumes")).json()
        assert (listed["total"], [r["is_primary"] for r in listed["items"]].count(True)) == (5, 1)
        assert len(files_of(house)) == 5


async def test_bytes_are_counted_to_the_last_one(database_url: str, tmp_path: Path) -> None:
    size = len(f"{NURSE}\nNumber 00\n".encode())
    async with house_on(database_url, tmp_path / "var", resume_bytes=3 * size) as house:
        ada = await house.person("ada")
        sent = await asyncio.gather(*(upload(ada, f"{NURSE}\nNumber {n}\n") for n in range(10, 40)))

        assert sorted(answer.status_code for answer in sent) == [201] * 3 + [409] * 27
        refused = next(answer for answer in sent if answer.status_code == 409)
        assert refused.json()["error"]["code"] == "resume_space_used"
        assert len(files_of(house)) == 3


async def test_one_file_sent_thirty_times_at_once_is_kept_once(house: House, ada: httpx2.AsyncClient) -> None:
    sent = await asyncio.gather(*(upload(ada) for _ in range(30)))

    assert sorted(answer.status_code for answer in sent) == [200] * 29 + [201]
    assert len({answer.json()["id"] for answer in sent}) == len(files_of(house)) == 1

"""A form that is none, or not the one that is wanted: the answer says what to send."""

from typing import Any

import pytest

from tests.api.conftest import House

PATHS = ("/users/avatar", "/resumes/upload")
FORM = {"Content-Type": "multipart/form-data; boundary=B"}
FILE = b'--B\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc'
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a text instead of a file": (
        {"content": b'--B\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n--B--\r\n'},
        "nothing but its file",
    ),
    "two files": ({"content": FILE + b"\r\n" + FILE + b"\r\n--B--\r\n"}, "one file"),
    "no boundary": ({"content": b"abc", "headers": {"Content-Type": "multipart/form-data"}}, "no boundary"),
    "another boundary": ({"content": b"garbage"}, "no multipart form with the boundary"),
    "no name": ({"content": b"--B\r\nX: y\r\n\r\nabc\r\n--B--\r\n"}, "no name"),
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("what", WRONG)
async def test_what_is_wrong_with_a_form_is_said(house: House, path: str, what: str) -> None:
    ada = await house.person()
    sent, words = WRONG[what]

    answer = await ada.post(path, **{"headers": FORM} | sent)

    assert answer.status_code == 400
    assert words in answer.json()["error"]["message"]


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("content", [b"", FILE, b"--B--\r\n"])
async def test_a_form_without_a_whole_file_wants_one(house: House, path: str, content: bytes) -> None:
    ada = await house.person()

    answer = await ada.post(path, content=content, headers=FORM)

    assert answer.status_code == 400
    assert answer.json()["error"]["details"][0]["field"] == "/file"


@pytest.mark.parametrize("path", PATHS)
async def test_a_form_of_another_kind_is_refused_as_such(house: House, path: str) -> None:
    ada = await house.person()

    assert (await ada.post(path, data={"file": "abc"})).status_code == 415

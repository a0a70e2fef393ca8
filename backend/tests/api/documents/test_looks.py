"""How a document looks: what may be chosen, what is refused, and the pictures to choose from."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from app.domain.documents.model import Document
from tests.api.conftest import House
from tests.api.documents.conftest import Desk
from tests.builders.stored_documents import as_json

CHOSEN: dict[str, Any] = {
    "template": "two-column",
    "paper": "letter",
    "accent": "#7a1f3d",
    "font": "source-serif",
    "density": "compact",
    "margin_mm": 14,
    "sections": ["education", "experience"],
    "titles": {"experience": "On the wards"},
    "max_pages": 1,
}


async def test_what_was_chosen_is_kept_and_makes_the_same_file_again(desk: Desk, document: Document) -> None:
    body = {"title": "Ward Nurse", "layout": CHOSEN}

    changed = await desk.ada.put(f"/documents/{document.id}", json=body)

    assert changed.status_code == 200, changed.text
    assert changed.json()["layout"] == CHOSEN
    assert (await desk.ada.get(f"/documents/{document.id}")).json()["layout"] == CHOSEN
    assert changed.json()["read_back"]["recall"] == 1.0
    assert changed.json()["read_back"]["in_order"] is True
    kept = (await desk.ada.get(f"/documents/{document.id}/download")).content
    preview = {"content": as_json(document.content), "format": "pdf", "layout": CHOSEN}
    assert (await desk.ada.post("/documents/preview", json=preview)).content == kept


@pytest.mark.parametrize("format", ["txt", "md", "html", "docx"])
async def test_titles_of_ones_own_stand_in_every_format(desk: Desk, document: Document, format: str) -> None:
    preview = {"content": as_json(document.content), "format": format, "layout": CHOSEN}

    shown = await desk.ada.post("/documents/preview", json=preview)

    assert shown.status_code == 200, shown.text
    if format != "docx":
        assert "on the wards" in shown.text.casefold()


async def test_json_is_the_content_whatever_its_look(desk: Desk, document: Document) -> None:
    content = as_json(document.content)

    shown = await desk.ada.post(
        "/documents/preview", json={"content": content, "format": "json", "layout": CHOSEN}
    )

    assert shown.json() == content


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"accent": "red"}, 400),
        ({"accent": "#FFF"}, 400),
        ({"accent": "#1d4e7a; }"}, 400),
        ({"accent": "#ffee00"}, 422),
        ({"font": "comic-sans"}, 400),
        ({"density": "loose"}, 400),
        ({"margin_mm": 9}, 400),
        ({"margin_mm": 31}, 400),
        ({"margin_mm": 12.5}, 400),
        ({"max_pages": 0}, 400),
        ({"max_pages": 3}, 400),
        ({"sections": []}, 400),
        ({"sections": ["skills", "skills"]}, 400),
        ({"sections": ["poems"]}, 400),
        ({"titles": {"poems": "Poems"}}, 400),
        ({"titles": {"skills": " "}}, 400),
        ({"titles": {"skills": "x" * 61}}, 400),
        ({"titles": {"skills": "a\nb"}}, 400),
        ({"colour": "#1d4e7a"}, 400),
        ({"template": "baroque"}, 404),
    ],
)
async def test_what_cannot_be_is_refused(
    desk: Desk, document: Document, wrong: dict[str, Any], status: int
) -> None:
    preview = {"content": as_json(document.content), "layout": wrong}
    options = {"profile_id": str(desk.profile.id), "job_id": str(desk.job.id), "options": wrong}

    assert (await desk.ada.post("/documents/preview", json=preview)).status_code == status
    assert (await desk.ada.post("/generations/resume", json=options)).status_code == status


@pytest.mark.parametrize("kind", ["resumes", "cover-letters"])
async def test_every_template_has_a_picture_that_needs_no_token(house: House, kind: str) -> None:
    ada, visitor = await house.person(), house.visitor()
    seen = set()
    for template in (await ada.get(f"/templates/{kind}")).json():
        picture = await visitor.get(template["preview_url"].removeprefix("/api/v1"))
        assert picture.status_code == 200
        assert picture.headers["content-type"] == "image/png"
        assert picture.headers["cache-control"] == "public, max-age=86400"
        width, height = Image.open(BytesIO(picture.content)).size
        assert 400 < width < height < 800
        known = {"If-None-Match": picture.headers["etag"]}
        again = await visitor.get(template["preview_url"].removeprefix("/api/v1"), headers=known)
        assert again.status_code == 304
        seen.add(picture.content)
    assert len(seen) >= 8
    assert (await visitor.get(f"/templates/{kind}/baroque/preview")).status_code == 404


async def test_a_generations_templates_come_with_both_pictures(house: House) -> None:
    ada = await house.person()

    for template in (await ada.get("/generations/templates")).json():
        for name in ("preview_url", "letter_preview_url"):
            assert (await ada.get(template[name].removeprefix("/api/v1"))).content.startswith(b"\x89PNG")

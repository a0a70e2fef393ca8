"""The picture that somebody shows of themselves."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Form, Response, UploadFile
from pydantic import Field

from app.application.identity.avatars import AvatarService
from app.domain.identity.avatars import LARGEST_FILE, SIDE
from app.domain.shared.ids import UserId
from app.presentation.dependencies import CurrentUser, service
from app.presentation.routing import Access, Rate, area, rules
from app.presentation.schemas import BINARY, In, Out

router = area("/users", "users")
Avatars = Annotated[AvatarService, Depends(service(lambda services: services.avatars))]
WEBP = "image/webp"
SHARED = "public, no-cache"
"""Anybody may keep it, and asks each time whether it is still the one."""
ROOM = LARGEST_FILE + 64 * 1024
"""Bytes of the whole body: the picture, and the form around it."""


class AvatarOut(Out):
    url: str = Field(description="Where anybody finds it", examples=["/api/v1/users/{user_id}/avatar"])
    sha256: str = Field(description="Of what is shown; also its ETag")
    size: int = Field(description="Bytes of what is shown")
    width: int = SIDE
    height: int = SIDE


class AvatarForm(In):
    file: UploadFile = Field(
        description="A PNG, JPEG or WebP, known by its content; at most 5 MB and 25 million pixels",
        json_schema_extra=BINARY | {"maxLength": LARGEST_FILE},
        examples=["a picture"],
    )


Sent = Annotated[AvatarForm, Form(media_type="multipart/form-data")]
_SHOWN: dict[str, Any] = {
    "responses": {
        200: {"description": "The picture", "content": {WEBP: {"schema": BINARY}}},
        304: {"description": "The client holds it already"},
    }
}


@router.post(
    "/avatar",
    status_code=201,
    response_model=AvatarOut,
    form_limits={"max_files": 1, "max_fields": 0},
    **rules(Access.USER, 404, 413, 415, 422, rate=Rate.UPLOAD),
)
async def upload_avatar(form: Sent, response: Response, user_id: CurrentUser, avatars: Avatars) -> AvatarOut:
    """Show a picture of yourself, in the place of the one before.

    It is drawn anew: its middle as a square WebP of 512 pixels, upright. Where and with what it was taken is
    not kept, nor is anything else that the file said; of a picture that moves, the first frame is.
    """
    avatar = await avatars.take(user_id, await form.file.read(LARGEST_FILE + 1))
    url = f"/api/v1/users/{user_id}/avatar"
    response.headers["Location"] = url
    response.headers["ETag"] = f'"{avatar.sha256}"'
    return AvatarOut(url=url, sha256=avatar.sha256, size=avatar.size)


@router.delete("/avatar", status_code=204, **rules(Access.USER, 404))
async def delete_avatar(user_id: CurrentUser, avatars: Avatars) -> None:
    """Show none any more."""
    await avatars.remove(user_id)


def _documented() -> dict[str, Any]:
    said = rules(Access.PUBLIC, 404)
    return said | {"responses": _SHOWN["responses"] | said["responses"], "response_class": Response}


@router.get("/{user_id}/avatar", **_documented())
async def get_avatar(user_id: UUID, avatars: Avatars) -> Response:
    """The picture of somebody whose id you know. 404 too where they show none, or their account is closed."""
    shown = await avatars.show(UserId(user_id))
    headers = {
        "ETag": f'"{shown.avatar.sha256}"',
        "Cache-Control": SHARED,
        "Content-Disposition": 'inline; filename="avatar.webp"',
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return Response(shown.data, media_type=WEBP, headers=headers)

"""Everything that an account owns, to take away."""

from typing import Annotated, Any

from fastapi import Depends, Response
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from app.application.housekeeping.belongings import IArchive
from app.application.housekeeping.exporting import AccountExportService
from app.presentation.dependencies import CurrentOrigin, CurrentUser, service
from app.presentation.routing import Access, Rate, area, rules
from app.presentation.schemas import BINARY

router = area("/users", "users")
Exports = Annotated[AccountExportService, Depends(service(lambda services: services.account_exports))]
ZIP = "application/zip"


def _documented() -> dict[str, Any]:
    said = rules(Access.USER, 409, session_only=True, rate=Rate.GENERATE)
    whole = {200: {"description": "The archive", "content": {ZIP: {"schema": BINARY}}}}
    return said | {"responses": whole | said["responses"], "response_class": Response}


@router.get("/me/export", **_documented())
async def export_own_account(user_id: CurrentUser, origin: CurrentOrigin, exports: Exports) -> Response:
    """All that you keep here, as one zip: JSON by area, the files, and a manifest with counts and SHA-256.

    One at a time: another is 409 until this one is fetched. It is made anew each time, and there is a word of
    it in your account's events. No secret is in it.
    """
    archive = await exports.export(user_id, origin=origin)
    headers = {
        "Content-Length": str(archive.size),
        "Content-Disposition": 'attachment; filename="jobwise-export.zip"',
        "Cache-Control": "private, no-store",
    }
    return _HandedOut(archive, headers)


class _HandedOut(StreamingResponse):
    """Closes it also where nobody came for the first byte."""

    def __init__(self, archive: IArchive, headers: dict[str, str]) -> None:
        super().__init__(archive.read(), media_type=ZIP, headers=headers)
        self._archive = archive

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._archive:
            await super().__call__(scope, receive, send)

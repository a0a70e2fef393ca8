"""The tracker as a table: out to a spreadsheet, and in from one."""

from collections.abc import AsyncIterator
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Body, Request, Response
from fastapi.responses import StreamingResponse

from app.application.applications.table import Report
from app.domain.applications.table import LONGEST_TABLE
from app.presentation.api.applications import examples
from app.presentation.api.applications.services import Tables
from app.presentation.api.applications.views import ImportOut
from app.presentation.dependencies import CurrentUser
from app.presentation.routing import Access, Rate, area, charset_of, rules
from app.presentation.schemas import BINARY

router = area("/applications", "applications")
CSV = "text/csv"
Spreadsheet = Annotated[
    bytes,
    Body(
        title="Table",
        media_type=CSV,
        min_length=1,
        max_length=LONGEST_TABLE,
        examples=[examples.TABLE],
        json_schema_extra=BINARY,
    ),
]


class TableFormat(StrEnum):
    CSV = "csv"


def _handing_out() -> dict[str, Any]:
    said = rules(Access.USER)
    file = {"description": "The table", "content": {CSV: {"schema": BINARY}}}
    return said | {"responses": {200: file} | said["responses"], "response_class": Response}


@router.get("/export", **_handing_out())
async def export_applications(
    user_id: CurrentUser, tables: Tables, format: TableFormat = TableFormat.CSV
) -> Response:
    """All of them, for a spreadsheet: UTF-8 with its mark, and nothing that it would take for a formula.

    `POST /applications/import` reads it back as it was, but for the documents that were sent.
    """
    pieces = tables.export(user_id)
    first = await anext(pieces)  # what fails here is told in the envelope
    second = await anext(pieces, None)
    named = {"Content-Disposition": f'attachment; filename="applications.{format}"'}
    kind = f"{CSV}; charset=utf-8"
    if second is None:
        return Response(first, media_type=kind, headers=named)
    return StreamingResponse(_in_turn(first, second, pieces), media_type=kind, headers=named)


async def _in_turn(first: str, second: str, others: AsyncIterator[str]) -> AsyncIterator[str]:
    yield first
    yield second
    async for piece in others:
        yield piece


@router.post("/import", response_model=ImportOut, **rules(Access.USER, 409, 413, 422, rate=Rate.UPLOAD))
async def import_applications(
    body: Spreadsheet, user_id: CurrentUser, tables: Tables, request: Request
) -> Report:
    """A table, separated by commas, semicolons or tabs, whose first row names the columns.

    `title` is needed; `company`, `location`, `url`, `source`, `status`, `favorite`, `asked`, `offered`,
    `currency`, `period`, `applied_at`, `created_at`, `notes`, `contacts`, `follow_ups` and `history` are
    read as the export writes them. All rows are taken, or none (422 `rows_refused` names each that is wrong);
    at most 10,000, and 16 MiB. The same table again brings nothing new. A job that you see is linked by
    `job_id`.

    It is read as UTF-8, by its byte order mark, or by the `charset` that its Content-Type names. Without
    any of them, what reads as a western language in Windows-1252 is taken as such, which `charset` says;
    anything else is refused. Between semicolons, `35000,5` and `31.03.2026` are read too.
    """
    return await tables.take_in(body, owner=user_id, charset=charset_of(request))

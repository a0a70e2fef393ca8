"""A file as the one part of a multipart body, kept in memory and never on a disk of ours."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from app.domain.resumes.model import LARGEST_FILE
from app.presentation.multipart import in_plain_words
from app.presentation.schemas import BINARY

FIELD = "file"
MULTIPART = "multipart/form-data"
LONGEST_BODY = LARGEST_FILE + 16 * 1024
"""With what a multipart body has beside its file."""
EXAMPLE = """Ada Byron
Staff Nurse
ada@example.com | +44 20 7946 0958 | London

Experience
Staff Nurse, St Mary's Hospital, London
Mar 2019 - Present
- Reduced falls on the ward by 30 % with hourly rounds.
- Trained 12 new nurses in wound care.

Education
BSc Nursing, King's College London
2015 - 2018

Skills
Wound Care, Triage, Patient Education
"""
BODY: dict[str, Any] = {
    "required": True,
    "content": {
        MULTIPART: {
            "schema": {
                "type": "object",
                "title": "ResumeUpload",
                "required": [FIELD],
                "additionalProperties": False,
                "properties": {
                    FIELD: BINARY
                    | {
                        "maxLength": LARGEST_FILE,
                        "description": "PDF, DOCX, ODT, RTF or text, known by its content",
                    }
                },
            },
            "examples": {"text": {"summary": "Plain text", "value": {FIELD: EXAMPLE}}},
        }
    },
}
"""What OpenAPI says of it."""


@dataclass(frozen=True, slots=True)
class SentFile:
    name: str
    data: bytes


async def get_file(request: Request) -> SentFile:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != MULTIPART:
        raise HTTPException(415)
    parser = _InMemory(request.headers, request.stream(), max_files=1, max_fields=0)
    try:
        file = (await parser.parse()).get(FIELD)
        if not isinstance(file, UploadFile):
            raise _flaw(
                "missing", "The file is wanted as the field `file`, up to the closing boundary of the form"
            )
        data = await file.read()
    except MultiPartException as error:
        raise HTTPException(400, in_plain_words(error.message)) from error
    except ClientDisconnect as error:
        raise HTTPException(400) from error
    finally:
        parser.close()
    if not data:
        raise _flaw("too_short", "The file is empty")
    return SentFile(file.filename or "", data)


class _InMemory(MultiPartParser):
    spool_max_size = LONGEST_BODY

    def close(self) -> None:
        """Of parts that never came to an end, too."""
        for file in self._files_to_close_on_error:
            file.close()


def _flaw(kind: str, message: str) -> RequestValidationError:
    return RequestValidationError([{"type": kind, "loc": ("body", FIELD), "msg": message, "input": None}])


Sent = Annotated[SentFile, Depends(get_file)]

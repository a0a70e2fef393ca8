"""What a person stands in for, as it is sent to us: of a generation's result, or of any version."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import ConfigDict, Field

from app.domain.documents.model import ClaimsOfLine
from app.presentation.schemas import In, Sentence

Pointer = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^(/[A-Za-z0-9_.-]+)+$")]


class LineApprovalIn(In):
    pointer: Pointer = Field(description="The line's, as in the faithfulness receipt")
    claims: Annotated[list[Sentence], Field(min_length=1, max_length=50)] | None = Field(
        None,
        description="The `text` of each claim that you stand in for; all of the line if not said",
    )


class ApprovalIn(In):
    model_config = ConfigDict(json_schema_extra={"examples": [{}]})

    lines: Annotated[list[LineApprovalIn], Field(min_length=1, max_length=500)] | None = Field(
        None, description="All that does not hold when it is not said"
    )

    @property
    def wanted(self) -> Sequence[ClaimsOfLine] | None:
        if self.lines is None:
            return None
        return [
            ClaimsOfLine(line.pointer, tuple(line.claims) if line.claims else None) for line in self.lines
        ]

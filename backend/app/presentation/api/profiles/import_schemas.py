"""What an import tells of a file: what came of it, and what did not."""

from collections.abc import Sequence

from pydantic import Field

from app.application.profile.transfers import BroughtIn
from app.domain.profile.formats import CareerFormat
from app.domain.resumes.importing import Unsure
from app.presentation.api.profiles.schemas import ProfileOut
from app.presentation.schemas import Out


class UnplacedOut(Out):
    field: str = Field(description="A JSON Pointer into what was sent; in a zip, its file, row and column")
    why: str
    value: str = Field(description="How it begins")


class ItemOut(Out):
    part: str = Field(description="The field of the profile that it stands in")
    what: str


class MergedOut(ItemOut):
    fields: list[str] = Field(description="What it gained")


class ConflictOut(ItemOut):
    field: str
    yours: str = Field(description="What the profile says, and goes on saying")
    theirs: str = Field(description="What the file says")


class OutcomeOut(Out):
    added: list[ItemOut]
    merged: list[MergedOut] = Field(description="There already, and richer now")
    unchanged: list[ItemOut] = Field(description="There already, saying as much")
    conflicts: list[ConflictOut]
    left: list[ItemOut] = Field(description="New, and more than a profile holds")


class ImportedProfileOut(ProfileOut):
    format: CareerFormat = Field(description="What the file is")
    preview: bool = Field(
        description="Nothing was kept: this is what would be, under ids that will be others"
    )
    outcome: OutcomeOut
    unsure: list[Unsure] = Field(
        description="Of an uploaded resume: values that were guessed, and names that were not found. `field` "
        "is a JSON Pointer within the resume's `parsed`"
    )
    unplaced: list[UnplacedOut] = Field(description="What the profile does not hold, and why")


def imported(told: BroughtIn, unsure: Sequence[Unsure] = ()) -> ImportedProfileOut:
    return ImportedProfileOut(
        **dict(ProfileOut.model_validate(told.profile)),
        format=told.format,
        preview=told.preview,
        outcome=OutcomeOut.model_validate(told.outcome),
        unsure=list(unsure),
        unplaced=[UnplacedOut.model_validate(each) for each in told.unplaced],
    )

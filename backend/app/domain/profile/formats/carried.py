"""What each format has a place for, field by field. Nothing else is lost on the way out and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from app.domain.profile.formats.kinds import CareerFormat

_ORDER = (
    CareerFormat.JSON_RESUME,
    CareerFormat.RENDERCV,
    CareerFormat.REACTIVE_RESUME,
    CareerFormat.LINKEDIN,
)
_TABLE = files(__package__).joinpath("carried.txt")


@dataclass(frozen=True, slots=True)
class Carried:
    field: str
    """Of a profile; languages and certificates are skills."""
    places: Mapping[CareerFormat, str]
    """Where it stands in each format. Empty where there is no place for it."""


def _row(line: str) -> Carried:
    field, *places = (cell.strip() for cell in line.split("|"))
    return Carried(field, dict(zip(_ORDER, places, strict=True)))


CARRIED = tuple(map(_row, _TABLE.read_text(encoding="utf-8").splitlines()))

"""What goes out as JSON Resume has the shape that version 1.0.0 of the standard gives it."""

from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema_rs import Draft202012Validator

from app.domain.profile.formats import profile_from_reading, read_file
from app.domain.profile.json_resume import write_json_resume
from app.domain.profile.model import Profile
from tests.builders.any_profile import SWIFT, profiles
from tests.builders.identity import ADA, NOON
from tests.builders.json_resumes import EVERY_JSON_RESUME
from tests.builders.profile import a_profile
from tests.builders.transfers import REACTIVE_3, REACTIVE_4, REACTIVE_5, RENDERCV, a_zip

Schema = dict[str, Any]
FILES: dict[str, Any] = EVERY_JSON_RESUME | {"3": REACTIVE_3, "4": REACTIVE_4, "5": REACTIVE_5}
FILES |= {"rendercv": RENDERCV, "linkedin": a_zip()}
TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
DAY: Schema = {"type": "string", "pattern": "^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$"}


def entries(texts: str, *, days: str = "", lists: str = "") -> Schema:
    """A list of objects with these fields; the standard lets others through."""
    fields = {name: TEXT for name in texts.split()}
    fields |= {name: DAY for name in days.split()} | {name: TEXTS for name in lists.split()}
    return {"type": "array", "items": {"type": "object", "properties": fields}}


PARTS_OF_A_PLACE = ("address", "postalCode", "city", "countryCode", "region")
PLACE: Schema = {"type": "object", "properties": dict.fromkeys(PARTS_OF_A_PLACE, TEXT)}
BASICS: Schema = {
    "type": "object",
    "properties": dict.fromkeys(["name", "label", "image", "email", "phone", "url", "summary"], TEXT)
    | {"location": PLACE, "profiles": entries("network username url")},
}
PARTS: Schema = {
    "$schema": TEXT,
    "basics": BASICS,
    "work": entries("name location position url summary", days="startDate endDate", lists="highlights"),
    "volunteer": entries("organization position url summary", days="startDate endDate", lists="highlights"),
    "education": entries("institution url area studyType score", days="startDate endDate", lists="courses"),
    "awards": entries("title awarder summary", days="date"),
    "certificates": entries("name url issuer", days="date"),
    "publications": entries("name publisher url summary", days="releaseDate"),
    "skills": entries("name level", lists="keywords"),
    "languages": entries("language fluency"),
    "interests": entries("name", lists="keywords"),
    "references": entries("name reference"),
    "projects": entries("name description url", days="startDate endDate", lists="highlights keywords roles"),
    "meta": {"type": "object"},
}
STANDARD = Draft202012Validator({"type": "object", "properties": PARTS, "additionalProperties": False})


def flaws(profile: Profile) -> list[str]:
    return [error.message for error in STANDARD.iter_errors(write_json_resume(profile))]


@pytest.mark.parametrize("name", FILES)
def test_every_file_that_came_in_goes_out_in_the_standards_shape(name: str) -> None:
    assert flaws(profile_from_reading(read_file(FILES[name]).reading, user_id=ADA, now=NOON)) == []


@settings(max_examples=15, deadline=None, phases=SWIFT)
@given(profile=profiles)
def test_any_profile_goes_out_in_the_standards_shape(profile: Profile) -> None:
    assert flaws(profile) == []


def test_fields_of_the_persons_own_go_where_the_standard_lets_them_and_come_back() -> None:
    profile = a_profile(custom_fields={"shoe size": 38, "interests": [{"name": "Rowing"}]})

    told = write_json_resume(profile)

    assert STANDARD.is_valid(told)
    assert told["meta"] == {"customFields": {"shoe size": 38}}
    reading = read_file(told | {"meta": told["meta"] | {"theme": "flat"}}).reading
    assert reading.custom_fields == profile.custom_fields
    assert [(each.field, each.value) for each in reading.unplaced] == [("/meta", '{"theme": "flat"}')]
    earlier = {"basics": {"name": "Ada"}, "customFields": {"shoe size": 38}}
    assert read_file(earlier).reading.custom_fields == {"shoe size": 38}

"""What goes out as RenderCV is what RenderCV itself takes."""

from typing import Any

import pytest
from hypothesis import given, settings
from rendercv.data.models.curriculum_vitae import CurriculumVitae

from app.domain.profile.formats import profile_from_reading, read_file, write_rendercv
from app.domain.profile.model import Profile
from app.domain.shared.time import PartialDate
from tests.builders.any_profile import SWIFT, profiles
from tests.builders.identity import ADA, NOON
from tests.builders.json_resumes import EVERY_JSON_RESUME
from tests.builders.profile import a_profile, an_experience
from tests.builders.transfers import REACTIVE_3, REACTIVE_4, REACTIVE_5, RENDERCV, a_zip

FILES: dict[str, Any] = EVERY_JSON_RESUME | {"3": REACTIVE_3, "4": REACTIVE_4, "5": REACTIVE_5}
FILES |= {"rendercv": RENDERCV, "linkedin": a_zip()}


def accepted(profile: Profile) -> CurriculumVitae:
    """Without the phone and the e-mail address, of which RenderCV wants that they are in use."""
    cv = write_rendercv(profile)["cv"]
    return CurriculumVitae.model_validate({n: v for n, v in cv.items() if n not in ("phone", "email")})


@pytest.mark.parametrize("name", FILES)
def test_every_file_that_came_in_goes_out_so_that_rendercv_takes_it(name: str) -> None:
    profile = profile_from_reading(read_file(FILES[name]).reading, user_id=ADA, now=NOON)

    sections = accepted(profile).sections_input

    assert sections
    assert len(sections["Experience"]) == len(profile.experiences)


@settings(max_examples=15, deadline=None, phases=SWIFT)
@given(profile=profiles)
def test_rendercv_takes_any_profile(profile: Profile) -> None:
    accepted(profile)


def test_rendercv_takes_a_real_phone_and_address() -> None:
    profile = a_profile(phone="+44 20 7946 0958", email="ada@gmail.com")

    cv = CurriculumVitae.model_validate(write_rendercv(profile)["cv"])

    assert cv.phone == "tel:+44-20-7946-0958"
    assert cv.email == "ada@gmail.com"


def test_an_end_before_its_start_does_not_keep_rendercv_from_taking_the_rest() -> None:
    odd = an_experience(start_date=PartialDate(2019), end_date=PartialDate(2016, 4))

    accepted(a_profile(experiences=(odd,)))


def test_texts_are_not_markup_for_rendercv() -> None:
    line = "Raised *all* [prices](javascript:x) by `5` and _more_"

    [entry] = write_rendercv(a_profile(experiences=(an_experience("Chef", line),)))["cv"]["sections"][
        "Experience"
    ]

    assert entry["highlights"] == ["Raised \\*all\\* [prices]\\(javascript:x) by \\`5\\` and \\_more\\_"]

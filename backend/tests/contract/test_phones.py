"""What IPhoneNumbers promises: the number as machines dial it, or nothing."""

import pytest

from app.infrastructure.phones import WorldPhones, region_of


@pytest.mark.parametrize(
    ("written", "place", "language", "dialled"),
    [
        ("+44 20 7946 0958", "", "en", "+442079460958"),
        ("0044 (20) 7946 0958", "Berlin", "de", "+442079460958"),
        ("020 7946 0958", "Leeds, United Kingdom", "en", "+442079460958"),
        ("020 7946 0958", "Leeds, UK", "en", "+442079460958"),
        ("(512) 555-0134", "Austin, TX 78701", "en", "+15125550134"),
        ("512.555.0134", "Austin, Texas", "en", "+15125550134"),
        ("416 555 0134", "Toronto, ON", "en", "+14165550134"),
        ("030 123456", "Berlin, Deutschland", "de", "+4930123456"),
        ("030 123456", "Berlin, Allemagne", "fr", "+4930123456"),
        ("030 123456", "", "de", "+4930123456"),
        ("01 42 68 53 00", "Paris", "fr", "+33142685300"),
        ("612 34 56 78", "Madrid, España", "es", "+34612345678"),
        ("08-123 456 78", "Stockholm", "sv", "+46812345678"),
    ],
)
def test_a_number_is_told_by_itself_then_by_its_place_then_by_the_language(
    written: str, place: str, language: str, dialled: str
) -> None:
    assert WorldPhones().e164(written, place, language) == dialled


@pytest.mark.parametrize(
    ("written", "place", "language"),
    [
        ("", "", "en"),
        ("not a number", "Berlin, Germany", "de"),
        ("12", "Austin, TX", "en"),
        ("020 7946 0958", "Austin, TX", "en"),
        ("555 0134", "", "xx"),
        ("9" * 300, "Germany", "de"),
    ],
)
def test_what_is_no_number_there_is_none(written: str, place: str, language: str) -> None:
    assert WorldPhones().e164(written, place, language) is None


def test_a_name_that_two_countries_have_tells_no_country() -> None:
    assert region_of("Georgia, nowhere") in {None, "GE"}
    assert region_of("Somewhere in the hills") is None
    assert region_of("") is None

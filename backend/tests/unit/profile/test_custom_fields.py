from typing import Any

import pytest

from app.domain.profile.custom_fields import DEEPEST, MOST_CHARACTERS, flaws, merged


@pytest.mark.parametrize(
    ("value", "at", "code"),
    [
        ({"a": ["ok", "\x00"]}, "/a/1", "control_character"),
        ({"a": {"b/c": "\ud800"}}, "/a/b~1c", "control_character"),
        ({"a": float("inf")}, "/a", "number_too_large"),
        ({"a": float("nan")}, "/a", "number_too_large"),
        ({"a": -(10**400)}, "/a", "number_too_large"),
        ({"k\x01": 1}, "", "name_refused"),
        ({"a": "x" * MOST_CHARACTERS}, "", "too_long"),
    ],
)
def test_what_cannot_be_kept_is_told_where(value: Any, at: str, code: str) -> None:
    assert [(flaw.field, flaw.code) for flaw in flaws(value, "")] == [(at, code)]


def test_there_is_a_depth_that_is_too_deep() -> None:
    deep: Any = "x"
    for _ in range(DEEPEST - 1):
        deep = [deep]

    assert flaws(deep, "") == ()
    assert [flaw.code for flaw in flaws([deep], "")] == ["too_deep"]


def test_any_plain_json_is_sound() -> None:
    assert flaws({"a": [1, 2.5, None, True, "línea\n日本"], "b": {}}, "") == ()


def test_a_patch_merges_as_the_rfc_says() -> None:
    before = {"a": {"b": 1, "c": 2}, "d": [1], "e": 1}

    assert merged(before, {"a": {"b": None, "x": {"y": None, "z": 1}}, "d": [2], "e": {"f": 1}}) == {
        "a": {"c": 2, "x": {"z": 1}},
        "d": [2],
        "e": {"f": 1},
    }
    assert before == {"a": {"b": 1, "c": 2}, "d": [1], "e": 1}

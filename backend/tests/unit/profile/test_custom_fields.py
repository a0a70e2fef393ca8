import json
from collections.abc import Iterator
from typing import Any

import pytest

from app.domain.profile.custom_fields import DEEPEST, MOST_CHARACTERS, Kept, flaws, merged


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


class Watched(list[str]):
    """A list that counts how often it is looked through."""

    looks = 0

    def __iter__(self) -> Iterator[str]:
        self.looks += 1
        return super().__iter__()


def test_what_is_kept_is_not_looked_through_again_for_each_field_put_beside_it() -> None:
    held, new = Watched(["a"]), Watched(["b"])
    kept = Kept({"held": held})
    kept.put("new", new)
    before = (held.looks, new.looks)

    assert all(kept.put(f"field {n}", ["x"]) for n in range(20))
    assert (held.looks, new.looks) == before


@pytest.mark.parametrize("fields", [{}, {"a": "x"}, {"a": "x", "b": [1, {"c": "\u00e9\n"}]}])
@pytest.mark.parametrize("name", ["a", "new"])
def test_fields_are_full_to_the_character(fields: dict[str, Any], name: str) -> None:
    room = MOST_CHARACTERS - len(json.dumps(fields | {name: ""}, ensure_ascii=False))

    assert not Kept(fields).put(name, "x" * (room + 1))
    assert Kept(fields).put(name, "x" * room)
    assert flaws(fields | {name: "x" * room}, "") == ()


def test_room_that_a_shorter_value_leaves_is_room_again() -> None:
    kept = Kept({})
    most = MOST_CHARACTERS - len('{"a": ""}')

    assert kept.put("a", "x" * most)
    assert not kept.put("b", "x")
    assert kept.put("a", "x")
    assert kept.put("b", "x" * 1000)
    assert kept.fields == {"a": "x", "b": "x" * 1000}


@pytest.mark.parametrize("unfit", ["\x00", float("nan"), {"k\x01": 1}])
def test_nothing_unsound_is_put(unfit: Any) -> None:
    kept = Kept({"a": 1})

    assert not kept.put("b", unfit)
    assert kept.fields == {"a": 1}

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.presentation.strict_json import DEEPEST, read_json

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
NUMBERS = st.one_of(st.integers(-(10**18), 10**18), st.floats(allow_nan=False, allow_infinity=False))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)),
    max_leaves=20,
)


@given(VALUES, st.booleans())
def test_what_json_can_say_is_read(value: Any, escaped: bool) -> None:
    assert read_json(json.dumps(value, ensure_ascii=escaped).encode()) == value


@given(st.binary(max_size=40))
def test_noise_is_read_or_refused_in_one_way(noise: bytes) -> None:
    try:
        value = read_json(noise)
    except json.JSONDecodeError:
        return
    json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def test_nesting_ends_where_it_is_said_to() -> None:
    assert read_json(b"[" * DEEPEST + b"]" * DEEPEST)
    with pytest.raises(json.JSONDecodeError, match="nested too deeply"):
        read_json(b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1))


def test_many_brackets_side_by_side_are_not_deep() -> None:
    assert read_json(b"[" + b",".join([b'{"a":[]}'] * 1000) + b"]") == [{"a": []}] * 1000
    assert read_json(b'"' + b"[" * 1000 + b'"') == "[" * 1000


@pytest.mark.parametrize("text", ['"\\u0000"', '"\\\\\\u0000"', '["a\\u0000b"]', '{"\\u0000":1}'])
def test_nul_is_refused_however_deep_and_however_escaped(text: str) -> None:
    with pytest.raises(json.JSONDecodeError, match="NUL"):
        read_json(text.encode())


def test_a_backslash_before_u0000_is_only_text() -> None:
    assert read_json(b'"\\\\u0000"') == "\\u0000"


def test_a_pair_of_surrogates_is_one_character_and_half_of_it_none() -> None:
    assert read_json(b'"\\ud83d\\ude00"') == "\U0001f600"
    assert read_json(b'"\\\\ud83d"') == "\\ud83d"
    for half in (b'"\\ud83d"', b'"\\ude00\\ud83d"', b'{"\\udfff":1}'):
        with pytest.raises(json.JSONDecodeError, match="lone surrogate"):
            read_json(half)

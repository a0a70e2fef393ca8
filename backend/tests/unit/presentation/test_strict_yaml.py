import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.presentation.strict_yaml import DEEPEST, MOST_NODES, YamlRefused, read_yaml, write_yaml

BOMB = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n"
REFUSED = {
    "aliases": BOMB,
    "a merged key": "a: &a {x: 1}\nb:\n  <<: *a\n",
    "a tag that makes an object": "a: !!python/object/apply:os.system ['true']",
    "a tag of the standard's": "a: !!binary aGVsbG8=",
    "a name twice": "a: 1\na: 2\n",
    "a name that is a list": "? [a]\n: b\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "too deep": "[" * (DEEPEST + 2) + "]" * (DEEPEST + 2),
    "very deep": "[" * 100_000,
    "too many parts": "[" + "a," * (MOST_NODES + 1) + "]",
    "no YAML": "a: [",
    "a tab": "a:\n\t- b",
    "a control character": "a: \x07",
}


@pytest.mark.parametrize("kind", REFUSED)
def test_yaml_that_is_more_than_data_is_refused(kind: str) -> None:
    with pytest.raises(YamlRefused):
        read_yaml(REFUSED[kind].encode())


def test_who_sends_aliases_is_told_so() -> None:
    with pytest.raises(YamlRefused, match="aliases"):
        read_yaml(BOMB.encode())


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(YamlRefused):
        read_yaml(b"\xff\xfea: 1")


def test_every_scalar_is_a_text_or_nothing() -> None:
    text = "{day: 2020-01-02, year: 2014, zero: 007, no: no, none: null, tilde: ~, quoted: '~', "
    text += "real: 1e400, empty: }"

    assert read_yaml(text.encode()) == {
        "day": "2020-01-02",
        "year": "2014",
        "zero": "007",
        "no": "no",
        "none": None,
        "tilde": None,
        "quoted": "~",
        "real": "1e400",
        "empty": None,
    }


def test_an_anchor_that_nobody_names_does_no_harm() -> None:
    assert read_yaml(b"a: &x b\n") == {"a": "b"}


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n:-#'\"[]{}&*!|>%@`")
)


@given(
    st.recursive(
        texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=8,
    )
)
def test_what_was_written_is_read_as_it_was(value: object) -> None:
    assert read_yaml(write_yaml(value).encode()) == value

import pytest

from app.domain.documents.naming import LONGEST_NAME, MOST_BYTES, file_name, plain


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Ada Byron", "Staff Nurse", "Acme"), "Ada-Byron-Staff-Nurse-Acme"),
        (("José  Ñandú", None, "A/B \\ C"), "José-Ñandú-A-B-C"),
        (('"; rm -rf / \r\n', "..", "."), "rm-rf"),
        (("\u202etxt.exe", ""), "txt-exe"),
        (("", None), "document"),
        (("Ольга", "山田"), "Ольга-山田"),
        (("हिन्दी शर्मा", "שָׁלוֹם"), "हिन्दी-शर्मा-שָׁלוֹם"),
        (("Jose\u0301", "Ada\x00\x1b[31m"), "José-Ada-31m"),
    ],
)
def test_a_file_is_named_in_words_and_hyphens(parts: tuple[str | None, ...], name: str) -> None:
    assert file_name(*parts) == name


def test_a_name_has_an_end() -> None:
    assert len(file_name("x" * 500, "y")) == LONGEST_NAME


def test_a_name_is_cut_before_a_file_system_does_it() -> None:
    name = file_name("山田" * 100)

    assert MOST_BYTES - 3 < len(name.encode()) <= MOST_BYTES
    assert set(name) == set("山田")


@pytest.mark.parametrize(
    ("name", "ascii_name"),
    [
        ("José-Ñandú", "Jose-Nandu"),
        ("Ольга-山田", "document"),
        ("Ольга-Acme", "Acme"),
        ("Łukasz-Weiß-Ødegård", "Lukasz-Weiss-Odegard"),
    ],
)
def test_those_who_read_ascii_alone_get_what_is_left(name: str, ascii_name: str) -> None:
    assert plain(name) == ascii_name

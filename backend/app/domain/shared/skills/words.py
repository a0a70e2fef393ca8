"""How a skill's name is cut into words, in the lexicon and in running text alike."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Scripts that run on without a space after a Latin name."""
_WORD = re.compile(
    r"(?<![^\W_])\.[ ]?NET\b|(?<![^\W_])\.net\b"
    rf"|[^\W_{_UNSPACED}]+(?:\+\+?(?![^\W_])|\#)?(?:['\u2019]s\b)?|[{_UNSPACED}]+|&"
)
_KEPT = re.compile(r"(?:ss|us|is|as|os|ics)$")


Word = tuple[str, int, int]
"""Its key and where it stands; a bare tuple, for there is one to every word of a text."""


def words(text: str) -> Iterator[Word]:
    """Every word with its place; one pass, whatever the text."""
    for found in _WORD.finditer(text):
        yield key_of(found.group()), found.start(), found.end()


def keys(name: str) -> tuple[str, ...]:
    return tuple(key for key, _, _ in words(name))


@lru_cache(maxsize=1 << 15)
def key_of(word: str) -> str:
    """Case, diacritics, possessive and plural do not tell two names apart."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.casefold().replace(" ", "")
    if word == "&":
        return "and"
    if word.endswith(("'s", "\u2019s")):
        word = word[:-2]
    if len(word) > 3 and word.endswith("s") and not _KEPT.search(word):
        return word[:-1]
    return word

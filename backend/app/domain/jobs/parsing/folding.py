"""Words as they are compared: no case, no diacritics, straight apostrophes."""

import re
import unicodedata

_QUOTES = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "`": "'",
        "\u00b4": "'",
        "“": '"',
        "”": '"',
        "\u00a0": " ",
        "·": "",
        "•": "",
    }
)
_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    text = text.translate(_QUOTES)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", text.casefold()).strip()

"""Numbers below a hundred that are one word, folded, by language."""

from app.domain.shared.prose import in_order


def _counted(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + n * step for n, word in enumerate(in_order(words))}


UNITS: dict[str, dict[str, int]] = {
    "en": _counted(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
        1,
    ),
    "de": dict.fromkeys(in_order("ein eine einem einen einer"), 1)
    | _counted(
        "zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn "
        "siebzehn achtzehn neunzehn",
        2,
    ),
    "fr": dict.fromkeys(in_order("un une"), 1)
    | _counted("deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 2),
    "es": dict.fromkeys(in_order("un uno una"), 1)
    | _counted(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
        "diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco "
        "veintiseis veintisiete veintiocho veintinueve",
        2,
    )
    | {"veintiun": 21},
    "sv": _counted("ett tva tre fyra fem sex sju atta nio tio elva tolv", 1),
}
TENS: dict[str, dict[str, int]] = {
    "en": _counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    "de": _counted("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig", 20, 10),
    "fr": _counted("vingt trente quarante cinquante soixante septante huitante nonante", 20, 10)
    | {"quatre-vingt": 80},
    "es": _counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
}

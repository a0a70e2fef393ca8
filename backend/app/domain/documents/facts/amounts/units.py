"""Units of length, weight, room and the like: `45 m` are 45 metres, and 38 km are 38,000 m."""

from collections.abc import Sequence

from app.domain.shared.prose import in_order

_OF = {
    "length": {
        1.0: "m metre metres meter meters metern metros metro",
        1_000.0: "km kms kilometre kilometres kilometer kilometers kilometern kilometros kilometro",
        0.01: "cm centimetre centimetres centimeter centimeters zentimeter",
        0.001: "mm millimetre millimetres millimeter millimeters",
        1_609.34: "mile miles meilen millas",
        0.3048: "foot feet ft",
    },
    "weight": {
        1.0: "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm kilogramos",
        0.001: "g gram grams gramm grammes gramos",
        1_000.0: "tonne tonnes ton tons tonnen toneladas tonelada",
    },
    "room": {
        1.0: "l litre litres liter liters litern litros litro",
        0.001: "ml millilitre millilitres milliliter milliliters",
    },
    "area": {1.0: "ha hectare hectares hektar hectareas", 0.4047: "acre acres"},
    "warmth": {1.0: "c celsius degree degrees grad degres grados"},
    "power": {1.0: "kw kilowatt kilowatts", 1_000.0: "mw megawatt megawatts"},
    "storage": {1.0: "gb gigabyte gigabytes", 1_000.0: "tb terabyte terabytes"},
}
_UNITS = {
    word: (kind, worth)
    for kind, worths in _OF.items()
    for worth, said in worths.items()
    for word in in_order(said)
}


def measured(head: Sequence[str]) -> tuple[str, float] | None:
    """What kind of measure the first word of what is counted belongs to, and its worth in the plain unit."""
    return _UNITS.get(head[0]) if head else None


def ratio(told: Sequence[str], known: Sequence[str]) -> float | None:
    """How many of the known unit one of the told unit is; None where they do not measure the same."""
    a, b = measured(told), measured(known)
    return a[1] / b[1] if a and b and a[0] == b[0] else None

"""How amounts are written: their units, bounds and rates, in four languages."""

import re

from app.domain.shared.prose import in_order, word_set

SYMBOLS = {"$": "usd", "\u20ac": "eur", "\u00a3": "gbp", "\u00a5": "jpy"}
CURRENCIES = {
    **{"euro": "eur", "dollar": "usd", "dolare": "usd", "pound": "gbp", "libra": "gbp", "pfund": "gbp"},
    **{"franc": "chf", "franken": "chf", "kr": "sek"},
}
MAGNITUDES = {
    "k": 1e3,
    "thousand": 1e3,
    "tsd": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "millionen": 1e6,
    "millones": 1e6,
    "mill\u00f3n": 1e6,
    "mil": 1e3,
    "tausend": 1e3,
    "mille": 1e3,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "mrd": 1e9,
    "md": 1e9,
    "milliarden": 1e9,
    "milliards": 1e9,
    "milliard": 1e9,
}
DAYS = {
    **dict.fromkeys(in_order("ms millisecond millisekunde milliseconde milisegundo"), 1 / 86400000),
    **dict.fromkeys(in_order("microsecond mikrosekunde microseconde microsegundo"), 1 / 86400000000),
    **dict.fromkeys(in_order("second sec s sekunde seconde segundo"), 1 / 86400),
    **dict.fromkeys(in_order("minute minuten min minuto"), 1 / 1440),
    **dict.fromkeys(in_order("hour hr stunde stunden heure hora"), 1 / 24),
    **dict.fromkeys(in_order("day tag tage tagen tages jour dia journee"), 1.0),
    **dict.fromkeys(in_order("week woche wochen semaine semana"), 7.0),
    **dict.fromkeys(in_order("month monat monate monaten mois mes meses"), 30.4375),
    **dict.fromkeys(in_order("quarter quartal quartale quartalen trimestre"), 91.3125),
    **dict.fromkeys(in_order("year yr jahr jahre jahren jahres an annee ano"), 365.25),
    **dict.fromkeys(in_order("decade jahrzehnt decennie decada"), 3652.5),
}
RATES = {
    **dict.fromkeys(in_order("second sec s sekunde seconde segundo secondly"), "second"),
    **dict.fromkeys(in_order("minute min minuto"), "minute"),
    **dict.fromkeys(in_order("hour hr h stunde heure hora hourly stundlich"), "hour"),
    **dict.fromkeys(in_order("day d tag jour dia daily taglich"), "day"),
    **dict.fromkeys(in_order("night nacht nuit noche nightly"), "night"),
    **dict.fromkeys(in_order("week wk woche semaine semana weekly wochentlich"), "week"),
    **dict.fromkeys(in_order("month monat mois mes monthly monatlich"), "month"),
    **dict.fromkeys(in_order("quarter quartal trimestre quarterly"), "quarter"),
    **dict.fromkeys(in_order("year yr jahr an annee ano annually yearly annum jahrlich"), "year"),
    **dict.fromkeys(in_order("shift schicht garde turno"), "shift"),
}
DIGITS = re.compile(
    r"(?<![\w.@/#])(?P<sign>[$\u20ac\u00a3\u00a5]\s?|\b(?:USD|EUR|GBP|CHF|SEK|CAD|AUD)\s?)?"
    r"(?P<number>\d{1,3}(?:[,.\u00a0\u202f' ]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|\s?(?P<magnitude>k|thousand|tausend|tsd|mille|mil|mm?|mn|mio|"
    r"millions?|millionen"
    r"|mill[o\u00f3]n(?:es)?|b|bn|billions?|milliarden?|milliards?|mrd|md)"
    r"\b\.?)?(?P<plus>\+)?\s?(?P<percent>%|percent\b|per\s?cent\b|prozent\b|pour\s?cent\b|por\s?ciento\b)?"
    r"(?P<factor>x\b|-?fold\b|-?fach\w*\b)?"
    r"(?P<after>\s?(?:(?:de\s|d['\u2019])?(?:(?:USD|EUR|GBP|CHF|SEK|CAD|AUD)\b|\u20ac|\u00a3|\$|kr\b|"
    r"euros?\b|dollars?\b|pounds?\b|"
    r"d\u00f3lares\b|libras\b|francs?\b|franken\b)))?(?P<plus2>\+)?",
    re.I,
)
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*")
QUALIFIED = re.compile(r"^[\s-]*(?:business|working|calendar|consecutive|whole|full|short)\b", re.I)
UNIT_PLACE = re.compile(r"[\s-]*(?:(?:of|de|d['\u2019])\s?)?[^\W\d_]+")
UNIT = re.compile(r"[\s-]*([^\W\d_]+)")
DURING = re.compile(r"\w,?\s+over\s+(?:the\s+(?:last|past)\s+)?$", re.I)
LASTING = re.compile(
    r"\b(?:for|with|has|have|had|having|of|after|in|took|takes|taking|lasted|lasting|spanning|and|is|was|just|"
    r"well|spent|worked|experience)\s+over\s+(?:the\s+(?:last|past)\s+)?$",
    re.I,
)
CLOSES = re.compile(r"[\s-]*[^\W\d_]+\s*(?:[.,;:)]|$)")
"""`Cleared it over two months` lasted so long; `took over two months` lasted longer."""
AGED = re.compile(r"[\s-]*(?:to\s\S+\s)?years?(?:[\s-]olds?\b|\sof\sage\b)", re.I)
"""An age is no duration."""
MORE = re.compile(
    r"\b(?:over|more than|above|exceeding|upwards of|beyond|greater than|in excess of|well over|"
    r"mehr als|\u00fcber|"
    r"plus de|plus d['\u2019]|m\u00e1s de|superior(?:es)? a|sup\u00e9rieure? \u00e0|"
    r"au-del\u00e0 de)(?:\s+(?:an?|une?|eine?n?|una?))?\s*$",
    re.I,
)
AT_LEAST = re.compile(
    r"\b(?:at least|no fewer than|no less than|a minimum of|mindestens|wenigstens|au moins|al menos|"
    r"por lo menos|como m\u00ednimo)(?:\s+(?:an?|une?|eine?n?|una?))?\s*$",
    re.I,
)
AT_MOST = re.compile(
    r"\b(?:up to|as many as|as much as|at most|inside|no more than|a maximum of|bis zu|h\u00f6chstens|"
    r"maximal|"
    r"jusqu['\u2019]\u00e0|au plus|hasta|como m\u00e1ximo|within)(?:\s+(?:an?|une?|eine?n?|una?))?\s*$",
    re.I,
)
LESS = re.compile(
    r"\b(?:under|less than|below|fewer than|weniger als|unter|moins de|moins d['\u2019]|"
    r"menos de)(?:\s+(?:an?|une?|eine?n?|una?))?\s*$",
    re.I,
)
NEARLY = re.compile(
    r"\b(?:nearly|almost|close to|just under|fast|beinahe|knapp|presque|pr\u00e8s de|"
    r"pr\u00e8s d['\u2019]|casi)(?:\s+(?:an?|une?|eine?n?|una?))?\s*$",
    re.I,
)
ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|some|circa|ca\.|etwa|rund|ungef\u00e4hr|zirka|"
    r"gegen|environ|autour de|quelque|alrededor de|unos|unas|aproximadamente|cerca de)|~)(?:\s+(?:an?|"
    r"une?|eine?n?|una?))?\s*$",
    re.I,
)
POINTS = re.compile(
    r"\s*(?:percentage[\s-]points?|prozentpunkten?|points?\s+de\s+pourcentage|puntos\s+porcentuales|"
    r"points?|puntos?|pp)\b",
    re.I,
)
PERCENT_AFTER = re.compile(r"\s(?:per\s?cent|percent|prozent|pour\s?cent|por\s?ciento)\b", re.I)
MONEY_AFTER = re.compile(
    r"\s(?:de\s|d['\u2019])?(euros?|dollars?|pounds?|francs?|d\u00f3lares|libras|pfund|franken)\b", re.I
)
RATE = re.compile(
    r"[\s-]*(?:[^\W\d_]+[\s-]+){0,4}?(?:/\s?|(?:per|an?|each|every|pro|je|par|por|am|im|au|al|a la|"
    r"in the|in a|"
    r"in der|in einer|cada|chaque|jede[rsn]?)\s)(sec(?:ond)?s?|minuten?|hours?|hrs?|hr|h|days?|d|"
    r"nights?|weeks?|wk|months?|quarters?|"
    r"years?|yr|annum|shifts?|sekunde|stunde|tag|nacht|woche|monat|quartal|jahr|schicht|seconde|heure|"
    r"jour|nuit|semaine|mois|trimestre|an|"
    r"ann\u00e9e|garde|segundo|minuto|hora|d\u00eda|noche|semana|mes|a\u00f1o|turno)\b",
    re.I,
)
TO = re.compile(
    r"\s*(?:[^\W\d_]+[\s-]){0,2}?(?:to|down to|auf|\u00e0|a|hasta|bis|until)\s*(?:[$\u20ac\u00a3]\s?)?", re.I
)
"""Between the two amounts of a change."""
FROM = re.compile(r"\b(?:from|von|de|desde|du|d['\u2019]une?)\s*(?:[$\u20ac\u00a3]\s*)?$", re.I)
BARE_BEFORE = word_set("auf a to")
OF = word_set(
    "of de d von new more other additional further neue neuen weitere nouveaux nouvelles autres "
    "nuevos nuevas otros otras"
)
CLAUSE = re.compile(r"[.;:!?()\n\u2022]\s|[()\n]")
REACH = 45
HEAD = 3

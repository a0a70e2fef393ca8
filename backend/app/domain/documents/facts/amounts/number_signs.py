"""How amounts are written: their units, bounds and rates, in four languages."""

import re

from app.domain.shared.prose import in_order, word_set

SYMBOLS = {"$": "usd", "us$": "usd", "\u20ac": "eur", "\u00a3": "gbp", "\u00a5": "jpy"}
CURRENCIES = {
    **{"euro": "eur", "dollar": "usd", "dolare": "usd", "pound": "gbp", "libra": "gbp", "pfund": "gbp"},
    **{"franc": "chf", "franken": "chf", "kr": "sek", "quid": "gbp", "buck": "usd", "yen": "jpy"},
    **{"us dollar": "usd", "pounds sterling": "gbp", "grand": "", "peso": "mxn", "rupee": "inr"},
}
"""A `grand` is a thousand of whatever is paid there."""
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
    "milliers": 1e3,
    "miles": 1e3,
    "grand": 1e3,
    "t": 1e3,
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
RATE_WORDS = word_set(
    "hourly daily nightly weekly monthly quarterly yearly annually stundlich taglich wochentlich monatlich "
    "jahrlich "
    "quotidien hebdomadaire mensuel annuel trimestriel diario diaria semanal mensual anual trimestral"
)
TIMES = word_set("reprises ocasiones")
"""How often something was done."""
FORTNIGHT = 14.0
DAYS = {
    **dict.fromkeys(in_order("fortnight"), FORTNIGHT),
    **dict.fromkeys(
        in_order("ms millisecond millisec millisekunde millisekunden milliseconde milisegundo"), 1 / 86400000
    ),
    **dict.fromkeys(
        in_order("microsecond mikrosekunde mikrosekunden microseconde microsegundo"), 1 / 86400000000
    ),
    **dict.fromkeys(in_order("second sec s sekunde sekunden seconde segundo"), 1 / 86400),
    **dict.fromkeys(in_order("minute minuten min minuto minutig"), 1 / 1440),
    **dict.fromkeys(in_order("hour hr stunde stunden heure hora stundig"), 1 / 24),
    **dict.fromkeys(in_order("day tag tage tagen tages jour dia journee jornada tagig"), 1.0),
    **dict.fromkeys(in_order("week woche wochen semaine semana wochig"), 7.0),
    **dict.fromkeys(in_order("month monat monate monaten mois mes meses monatig"), 30.4375),
    **dict.fromkeys(in_order("quarter quartal quartale quartalen trimestre trimester"), 91.3125),
    **dict.fromkeys(in_order("year yr jahr jahre jahren jahres an annee ano jahrig"), 365.25),
    **dict.fromkeys(in_order("decade jahrzehnt decennie decada"), 3652.5),
}
RATES = {
    **dict.fromkeys(in_order("second sec s sekunde seconde segundo secondly"), "second"),
    **dict.fromkeys(in_order("minute min minuto"), "minute"),
    **dict.fromkeys(in_order("hour hr h stunde heure hora hourly stundlich"), "hour"),
    **dict.fromkeys(in_order("day d tag jour dia jornada daily taglich quotidien diario diaria"), "day"),
    **dict.fromkeys(in_order("night nacht nuit noche nightly"), "night"),
    **dict.fromkeys(in_order("week wk woche semaine semana weekly wochentlich hebdomadaire semanal"), "week"),
    **dict.fromkeys(in_order("month monat mois mes monthly monatlich mensuel mensual"), "month"),
    **dict.fromkeys(in_order("quarter quartal trimestre quarterly trimestriel trimestral"), "quarter"),
    **dict.fromkeys(
        in_order("year yr jahr an annee ano annually yearly annum jahrlich annuel anual"), "year"
    ),
    **dict.fromkeys(in_order("shift schicht garde turno"), "shift"),
    **dict.fromkeys(in_order("term halbjahr semester semestre"), "term"),
}
DIGITS = re.compile(
    r"(?<![\w.@/#])(?P<sign>(?:US)?\$\s?|[\u20ac\u00a3\u00a5]\s?|\b(?:USD|EUR|GBP|CHF|SEK|CAD|AUD)\s?)?"
    r"(?P<number>\d{1,3}(?:[,.\u00a0\u202f' ]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|\s?(?P<magnitude>k|thousand|tausend|tsd|milliers|miles(?=\s+de\b)|mille|"
    r"mil|mm?|mn|mio|t(?=\u20ac|eur\b)|"
    r"millions?|millionen"
    r"|mill[o\u00f3]n(?:es)?|b|bn|billions?|milliarden?|milliards?|mrd|md)"
    r"(?:\b|(?=EUR\b|USD\b|GBP\b|CHF\b|\u20ac))\.?)?(?P<plus>\+)?\s?(?P<percent>%|percent\b|per\s?cent\b|"
    r"prozent\b|pour\s?cent\b|por\s?ciento\b)?"
    r"(?P<factor>x\b|-?fold\b|-?fach\w*\b)?"
    r"(?P<after>\s?(?:(?:de\s|d['\u2019])?(?:(?:USD|EUR|GBP|CHF|SEK|CAD|AUD)\b|\u20ac|\u00a3|\$|kr\b|"
    r"euros?\b|(?:US[\s-])?dollars?\b|pounds?\b(?:\ssterling\b)?|quid\b|grand\b|bucks\b|yen\b|pesos?\b|"
    r"rupees?\b|"
    r"d\u00f3lares\b|libras\b|francs?\b|franken\b)))?(?P<plus2>\+)?",
    re.I,
)
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*")
QUALIFIED = re.compile(r"^[\s-]*(?:business|working|calendar|consecutive|whole|full|short)\b", re.I)
UNIT_PLACE = re.compile(r"[\s-]*(?:(?:of|de|d['\u2019])\s?)?[^\W\d_]+")
UNIT = re.compile(r"[\s-]*([^\W\d_]+)")
AGED = re.compile(r"[\s-]*(?:to\s\S+\s)?years?(?:[\s-]olds?\b|\sof\sage\b)", re.I)
"""An age is no duration."""
POINTS = re.compile(
    r"\s*(?:percentage[\s-]points?|prozentpunkten?|points?\s+de\s+pourcentage|puntos\s+porcentuales|"
    r"points?|puntos?|pp)\b",
    re.I,
)
PERCENT_AFTER = re.compile(r"\s(?:per\s?cent|percent|prozent|pour\s?cent|por\s?ciento)\b", re.I)
MONEY_AFTER = re.compile(
    r"(?P<grand>\sgrand\b)|[\s-](?:de\s|d['\u2019])?(euros?|dollars?|pounds?(?:\ssterling)?|francs?|"
    r"d\u00f3lares|libras|"
    r"pfund|franken|quid|bucks|yen|pesos?|rupees?|EUR|USD|GBP|CHF)\b",
    re.I,
)
RATE = re.compile(
    r"[\s-]*(?:(?!(?:within|without|under|below|after|before|until)\b)[^\W\d_]+[\s-]+){0,4}?"
    r"(?P<phrase>(?!par\s+mes\b)(?:/\s?|(?:per|an?|each|every|pro|je|par|por|am|im|au|al|"
    r"a la|"
    r"in the|in a|in der|in einer|cada|chaque|jede[rsn]?)\s)(?P<unit>sec(?:ond)?s?|minuten?|hours?|hrs?|hr|"
    r"h|days?|d|"
    r"nights?|weeks?|wk|months?|quarters?|years?|yr|annum|shifts?|terms?|semesters?|sekunde|stunde|tag|"
    r"nacht|woche|"
    r"monat|quartal|jahr|schicht|halbjahr|seconde|heure|jour|nuit|semaine|mois|trimestre|an|semestre|"
    r"ann\u00e9e|garde|segundo|minuto|hora|d\u00eda|jornada|noche|semana|mes|a\u00f1o|turno)\b)"
    r"(?!\s+(?:(?:19|20)\d\d|and\s+a\s+half|et\s+demi|y\s+medio|ahead|early|earlier|before|later|"
    r"in\s+advance))",
    re.I,
)
RATE_ADVERB = re.compile(
    r"\s*(?:[^\W\d_]+\s+)?(?P<phrase>(?P<unit>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|"
    r"st\u00fcndlich|t\u00e4glich|w\u00f6chentlich|monatlich|j\u00e4hrlich|quotidien|hebdomadaire|mensuel|"
    r"annuel|trimestriel|"
    r"diari[oa]|semanal|mensual|anual|trimestral)(?:le|e)?(?:s|es)?)\b(?!-)",
    re.I,
)
"""`600 mensuales`; one word may stand between."""
TO = re.compile(
    r"\s*(?:[^\W\d_]+[\s-]){0,4}?(?:(?:in|en|im\s+jahr)?\s*\(?(?:19|20)\d\d\)?\s*)?"
    r"(?:to|down to|up to|auf|\u00e0|a|al|aux?|zu|hasta|jusqu['\u2019]\u00e0|bis|"
    r"until)\s*(?:[$\u20ac\u00a3]\s?)?",
    re.I,
)
"""Between the two amounts of a change."""
FROM = re.compile(r"\b(?:from|von|vom|de|del|desde|du|des|d['\u2019]une?)\s*(?:[$\u20ac\u00a3]\s*)?$", re.I)
AIM = (
    r"(?:target|goal|quota|budget|plan|planned|forecast|schedule|estimate|deadline|benchmark|objective|allowance|"
    r"allocation|expected|usual|previous|scheduled|original)s?"
)
"""What a result is held against."""
AGAINST = re.compile(
    rf"^[^.;:]{{0,40}}?\b(?:(?:against|versus|vs\.?)\s+(?:[^\W\d_]+\s+){{0,3}}?{AIM}(?:\s+of)?|(?:instead\s+of|rather\s+than)"
    r"(?:\s+[^\W\d_]+){0,3}?)\s+[$\u20ac\u00a3]?$",
    re.I,
)
"""Between what was reached and what was aimed at."""
OF_THEM = re.compile(r"\s*of\s+(?:them|these|those|which|whom)\b", re.I)
OUT_OF = re.compile(r"\s*(?:out\s+)?of\s+(?:the\s+|all\s+|my\s+|our\s+|its\s+|their\s+)?", re.I)
RANGE = re.compile(r"\s*(?:[-\u2013]|to|or|bis|oder|ou|\u00e0|o|a)\s*", re.I)
"""Between the two ends of a range that needs no word before it."""
BETWEEN = re.compile(r"\b(?:between|zwischen|entre)\s*$", re.I)
AND = re.compile(r"\s*(?:and|und|et|y|e)\s*", re.I)
FACTOR_AFTER = re.compile(
    r"\s*(?:times|x|-?mal|fois|veces)\s+(?:as|the|faster|quicker|more|higher|larger|bigger|so|schneller|mehr|"
    r"h\u00f6her|plus|m\u00e1s|mayor|mejor|less|fewer|weniger|moins|menos)\b",
    re.I,
)
FACTOR_BEFORE = re.compile(
    r"\b(?:divis\w+|multipli\w+|divid\w+|a|an|den|le|la|el|um|by)\s+(?:par|por|by|entre|durch|mit|"
    r"factor\s+of|faktor|"
    r"facteur|factor)(?:\s+(?:de|of))?\s+$",
    re.I,
)
LABELS = word_set(
    "year years grade grades level levels key stage stages class band tier phase part step version iso type "
    "unit key chapter section nr stufe klasse jahrgang niveau nivel grado clase classe din"
)
"""What a number may be the name of: `Year 7`."""
LABEL_RUN = re.compile(
    r"^\s?(?:Years?|Grades?|Levels?|Key\sStages?|Class(?:es)?)\s\d+(?:\s?(?:,|-|\u2013|and|or|to|"
    r"&)\s?(?:Years?\s|Grades?\s)?\d+)*"
)
"""`25 Year 7 pupils`: no 25 years."""
LABELLED = re.compile(
    r"(?<![^\W_])(?P<label>[^\W\d_]+)(?P<joint>[\s-]|\s?(?:and|or|to|&|et|und|y|-|/)\s?)?$", re.I
)
GROUP = re.compile(
    r"\b(teams?|crews?|groups?|fleet|panel|squad|desk|party|\u00e9quipes?|groupes?|flotte|equipos?|grupos?|"
    r"flota|"
    r"gruppen?|trupps?)\s+(?:of|de|d['\u2019]|von|mit|aus)\s*$",
    re.I,
)
"""`A team of 7`: what a number tells the size of."""
BARE_BEFORE = word_set("auf a to")
OF = word_set(
    "of de d von new more other additional further neue neuen weitere nouveaux nouvelles autres "
    "nuevos nuevas otros otras"
)
CLAUSE = re.compile(r"[.;:!?()\n\u2022]\s|[()\n]")
REACH = 45
HEAD = 3

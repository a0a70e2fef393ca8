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
    **dict.fromkeys(in_order("day tag tage tagen tages jour dia journee tagig"), 1.0),
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
    **dict.fromkeys(in_order("day d tag jour dia daily taglich quotidien diario diaria"), "day"),
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
    r"(?:(?P<ordinal>st|nd|rd|th)\b|\s?(?P<magnitude>k|thousand|tausend|tsd|milliers|miles(?=\s+de\b)|mille|mil|mm?|mn|mio|t(?=\u20ac|eur\b)|"
    r"millions?|millionen"
    r"|mill[o\u00f3]n(?:es)?|b|bn|billions?|milliarden?|milliards?|mrd|md)"
    r"(?:\b|(?=EUR\b|USD\b|GBP\b|CHF\b|\u20ac))\.?)?(?P<plus>\+)?\s?(?P<percent>%|percent\b|per\s?cent\b|prozent\b|pour\s?cent\b|por\s?ciento\b)?"
    r"(?P<factor>x\b|-?fold\b|-?fach\w*\b)?"
    r"(?P<after>\s?(?:(?:de\s|d['\u2019])?(?:(?:USD|EUR|GBP|CHF|SEK|CAD|AUD)\b|\u20ac|\u00a3|\$|kr\b|"
    r"euros?\b|(?:US[\s-])?dollars?\b|pounds?\b(?:\ssterling\b)?|quid\b|grand\b|bucks\b|yen\b|pesos?\b|rupees?\b|"
    r"d\u00f3lares\b|libras\b|francs?\b|franken\b)))?(?P<plus2>\+)?",
    re.I,
)
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*")
QUALIFIED = re.compile(r"^[\s-]*(?:business|working|calendar|consecutive|whole|full|short)\b", re.I)
UNIT_PLACE = re.compile(r"[\s-]*(?:(?:of|de|d['\u2019])\s?)?[^\W\d_]+")
UNIT = re.compile(r"[\s-]*([^\W\d_]+)")
DURING = re.compile(r"(?:\w,?\s+|^|[.;:]\s)over\s+(?:the\s+(?:last|past)\s+|a\s+)?$", re.I)
LASTING = re.compile(
    r"\b(?:for|with|has|have|had|having|of|after|(?<!coming )(?<!came )(?<!bringing )in|took|takes|taking|lasted|lasting|spanning|and|is|was|just|"
    r"well|spent|worked|experience)\s+over\s+(?:the\s+(?:last|past)\s+)?$",
    re.I,
)
CLOSES = re.compile(r"[\s-]*[^\W\d_]+(?:\s+(?:period|spell|stretch|span|season))?\s*(?:[.,;:)]|$)")
"""`Cleared it over two months` lasted so long; `took over two months` lasted longer."""
AGED = re.compile(r"[\s-]*(?:to\s\S+\s)?years?(?:[\s-]olds?\b|\sof\sage\b)", re.I)
"""An age is no duration."""
_ARTICLE = (
    r"(?:\s+(?:an?|une?|eine?n?|una?|the|la|le|el|los|las|die|der|das|dem|den|se|sich|as|l['\u2019]|half\s+of|una?\s+de)"
    r")?\s*$"
)
"""What may stand between a bound and its number."""
MORE = re.compile(
    r"(?:\b(?:(?<!turning )(?<!turns )(?<!turned )(?<!turn )(?<!handing )(?<!handed )over|"
    r"(?<!no )(?<!not )more than|above|exceeding|exceeds|upwards of|beyond|greater than|in excess of|north of|topping|(?<!nicht )mehr als|"
    r"\u00fcber|(?<!pas )plus de|(?<!pas )plus d['\u2019]|plus du|(?<!no )m\u00e1s del?|superando|superior(?:es)? a|"
    r"sup\u00e9rieure? \u00e0|por encima de|au-del\u00e0 de)|\bgut)" + _ARTICLE,
    re.I,
)
OF_A_CONTRACT = re.compile(
    r"(?:vertrags?|vertr\u00e4ge|auftrags?|auftr\u00e4ge|kredits?|darlehens?|rechnung(?:en)?|budgets?|angebots?|"
    r"zuschuss(?:es)?|f\u00f6rderung|f\u00f6rdermittel|rahmen|volumen|summe|spende|scheck)\b[^.;!?\d]{0,40}\b\u00fcber\s*$",
    re.I,
)
"""`Ein Vertrag \u00fcber 18.000 \u20ac` is worth just that."""
AT_LEAST = re.compile(
    r"\b(?:at least|no fewer than|no less than|not less than|a minimum of|mindestens|wenigstens|nicht weniger als|"
    r"au moins|pas moins de|au minimum|minimum|al menos|por lo menos|como m\u00ednimo|no menos de)"
    + _ARTICLE,
    re.I,
)
AT_MOST = re.compile(
    r"\b(?:up to|as many as|as much as|as high as|at most|inside|no more than|not more than|a maximum of|maximum of|"
    r"capped at|limited to|bis zu|h\u00f6chstens|maximal|nicht mehr als|begrenzt auf|gedeckelt (?:auf|bei)|jusqu['\u2019]\u00e0|"
    r"jusqu['\u2019]aux?|au plus|au maximum|pas plus de|plafonn\u00e9e?s? \u00e0|pouvant atteindre|limit\u00e9e?s? \u00e0|"
    r"dans la limite de|hasta|como m\u00e1ximo|un m\u00e1ximo de|no m\u00e1s de|limitad[oa]s? a|un tope de|within)"
    + _ARTICLE,
    re.I,
)
UP_TO = re.compile(
    r"\b(?:up to|as many as|as much as|as high as|bis zu|jusqu['\u2019]\u00e0|jusqu['\u2019]aux?|hasta)"
    + _ARTICLE,
    re.I,
)
"""Those of them that name what was reached."""
LESS = re.compile(
    r"\b(?:under|less than|below|fewer than|weniger als|unter|moins de|moins d['\u2019]|moins du|menos de|menos del|"
    r"por debajo de|inf\u00e9rieure? \u00e0|inferior a)" + _ARTICLE,
    re.I,
)
NEARLY = re.compile(
    r"\b(?:nearly|almost|close to|just under|not quite|approaching|fast|beinahe|knapp|nahezu|ann\u00e4hernd|presque|quasi|quasiment|"
    r"pr\u00e8s des?|pr\u00e8s du|pr\u00e8s d['\u2019]|casi)" + _ARTICLE,
    re.I,
)
ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|some|circa|ca\.|in the region of|on the order of|etwa|rund|"
    r"ungef\u00e4hr|zirka|an die|gegen|environ|autour de|aux alentours de|\u00e0 peu pr\u00e8s|quelque|alrededor del?|"
    r"en torno al?|unos|unas|aproximadamente|m\u00e1s o menos|cerca del?)|~)" + _ARTICLE,
    re.I,
)
AND_MORE = re.compile(
    r"\s(?:or|and)\s(?:more|above|higher|over|up|upwards|better|older)\b|\s(?:und|oder)\s(?:mehr|h\u00f6her|besser|\u00e4lter)\b|"
    r"\s(?:ou|et)\s(?:plus|davantage|au-del\u00e0)\b|\s(?:o|y)\s(?:m\u00e1s|superior)\b|\splus\b(?!\s\d)",
    re.I,
)
OR_SO = re.compile(r"\s(?:\w+\s)?(?:or\sso|oder\sso|m\u00e1s\so\smenos|environ|aproximadamente)\b", re.I)
POINTS = re.compile(
    r"\s*(?:percentage[\s-]points?|prozentpunkten?|points?\s+de\s+pourcentage|puntos\s+porcentuales|"
    r"points?|puntos?|pp)\b",
    re.I,
)
PERCENT_AFTER = re.compile(r"\s(?:per\s?cent|percent|prozent|pour\s?cent|por\s?ciento)\b", re.I)
MONEY_AFTER = re.compile(
    r"(?P<grand>\sgrand\b)|[\s-](?:de\s|d['\u2019])?(euros?|dollars?|pounds?(?:\ssterling)?|francs?|d\u00f3lares|libras|"
    r"pfund|franken|quid|bucks|yen|pesos?|rupees?|EUR|USD|GBP|CHF)\b",
    re.I,
)
RATE = re.compile(
    r"[\s-]*(?:[^\W\d_]+[\s-]+){0,4}?(?P<phrase>(?:/\s?|(?:per|an?|each|every|pro|je|par|por|am|im|au|al|a la|"
    r"in the|in a|in der|in einer|cada|chaque|jede[rsn]?)\s)(?P<unit>sec(?:ond)?s?|minuten?|hours?|hrs?|hr|h|days?|d|"
    r"nights?|weeks?|wk|months?|quarters?|years?|yr|annum|shifts?|terms?|semesters?|sekunde|stunde|tag|nacht|woche|"
    r"monat|quartal|jahr|schicht|halbjahr|seconde|heure|jour|nuit|semaine|mois|trimestre|an|semestre|"
    r"ann\u00e9e|garde|segundo|minuto|hora|d\u00eda|noche|semana|mes|a\u00f1o|turno)\b)"
    r"(?!\s+(?:(?:19|20)\d\d|and\s+a\s+half|et\s+demi|y\s+medio|ahead|early|earlier|before|later|in\s+advance))",
    re.I,
)
RATE_ADVERB = re.compile(
    r"\s*(?:[^\W\d_]+\s+)?(?P<phrase>(?P<unit>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|"
    r"st\u00fcndlich|t\u00e4glich|w\u00f6chentlich|monatlich|j\u00e4hrlich|quotidien|hebdomadaire|mensuel|annuel|trimestriel|"
    r"diari[oa]|semanal|mensual|anual|trimestral)(?:le|e)?(?:s|es)?)\b(?!-)",
    re.I,
)
"""`600 mensuales`; one word may stand between."""
TO = re.compile(
    r"\s*(?:[^\W\d_]+[\s-]){0,4}?(?:(?:in|en|im\s+jahr)?\s*\(?(?:19|20)\d\d\)?\s*)?"
    r"(?:to|down to|up to|auf|\u00e0|a|al|aux?|zu|hasta|jusqu['\u2019]\u00e0|bis|until)\s*(?:[$\u20ac\u00a3]\s?)?",
    re.I,
)
"""Between the two amounts of a change."""
FROM = re.compile(r"\b(?:from|von|vom|de|del|desde|du|des|d['\u2019]une?)\s*(?:[$\u20ac\u00a3]\s*)?$", re.I)
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
    r"\b(?:divis\w+|multipli\w+|divid\w+|a|an|den|le|la|el|um|by)\s+(?:par|por|by|entre|durch|mit|factor\s+of|faktor|"
    r"facteur|factor)(?:\s+(?:de|of))?\s+$",
    re.I,
)
LABELS = word_set(
    "year years grade grades level levels key stage stages class band tier phase part step version iso type "
    "unit key chapter section nr stufe klasse jahrgang niveau nivel grado clase classe din"
)
"""What a number may be the name of: `Year 7`."""
LABEL_RUN = re.compile(
    r"^\s?(?:Years?|Grades?|Levels?|Key\sStages?|Class(?:es)?)\s\d+(?:\s?(?:,|-|\u2013|and|or|to|&)\s?(?:Years?\s|Grades?\s)?\d+)*"
)
"""`25 Year 7 pupils`: no 25 years."""
LABELLED = re.compile(
    r"(?<![^\W_])(?P<label>[^\W\d_]+)(?P<joint>[\s-]|\s?(?:and|or|to|&|et|und|y|-|/)\s?)?$", re.I
)
BARE_BEFORE = word_set("auf a to")
OF = word_set(
    "of de d von new more other additional further neue neuen weitere nouveaux nouvelles autres "
    "nuevos nuevas otros otras"
)
CLAUSE = re.compile(r"[.;:!?()\n\u2022]\s|[()\n]")
REACH = 45
HEAD = 3

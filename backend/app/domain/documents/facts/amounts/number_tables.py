"""Number words of four languages, folded, and what must stand beside those that mean other things too."""

import re

from app.domain.shared.number_words import TENS as _ROUND
from app.domain.shared.number_words import UNITS as _BELOW_TWENTY
from app.domain.shared.prose import in_order, word_set

_LANGUAGES = ("en", "de", "fr", "es")
UNITS = {w: float(n) for language in _LANGUAGES for w, n in _BELOW_TWENTY[language].items()}
UNITS |= {"zero": 0.0, "couple": 2.0}
TENS = {w: float(n) for language in _LANGUAGES for w, n in _ROUND[language].items()}
TENS["vingts"] = 20.0
HUNDREDS: dict[str, float] = dict(
    zip(
        in_order(
            "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
        ),
        range(200, 1000, 100),
        strict=True,
    )
)
HUNDREDS |= {word.removesuffix("os") + "as": number for word, number in HUNDREDS.items()}
SCALES = {
    **dict.fromkeys(in_order("hundred hundert cent cents cien ciento"), 1e2),
    **dict.fromkeys(in_order("thousand tausend mille mil"), 1e3),
    **dict.fromkeys(in_order("million millionen millions millon millones"), 1e6),
    **dict.fromkeys(in_order("billion milliarde milliarden milliard milliards"), 1e9),
}
DOZENS = {
    **dict.fromkeys(in_order("dozen dutzend douzaine docena"), 12.0),
    **{"dizaine": 10.0, "quinzaine": 15.0, "vingtaine": 20.0, "trentaine": 30.0, "quarantaine": 40.0},
    **{"cinquantaine": 50.0, "soixantaine": 60.0, "centaine": 100.0, "millier": 1000.0},
    **{
        "decena": 10.0,
        "quincena": 15.0,
        "veintena": 20.0,
        "treintena": 30.0,
        "cuarentena": 40.0,
        "cincuentena": 50.0,
        "sesentena": 60.0,
        "centenar": 100.0,
        "millar": 1000.0,
    },
}
LOOSE = {
    **{"tens": 20.0, "dozens": 24.0, "hundreds": 200.0, "thousands": 2e3, "billions": 2e9},
    **{"dutzende": 24.0, "dutzenden": 24.0, "hunderte": 200.0, "hunderten": 200.0, "tausende": 2e3},
    **{"tausenden": 2e3, "dizaines": 20.0, "douzaines": 24.0, "centaines": 200.0, "milliers": 2e3},
    **{"decenas": 20.0, "docenas": 24.0, "centenares": 200.0, "cientos": 200.0, "miles": 2e3},
}
FACTORS = {
    **dict.fromkeys(in_order("double doubles doubled doubling twice twofold"), 2.0),
    **dict.fromkeys(
        in_order("verdoppelt verdoppelte verdoppelten verdoppeln verdopplung doppelt doppelte doppelten"), 2.0
    ),
    **dict.fromkeys(
        in_order("doubler doublant doublement duplicar duplico duplicado duplicando duplique doble"), 2.0
    ),
    **dict.fromkeys(
        in_order(
            "triple tripled tripling threefold verdreifacht verdreifachte verdreifachung tripler triplant"
        ),
        3.0,
    ),
    **dict.fromkeys(in_order("triplicar triplico triplicado triplicando triplique thrice"), 3.0),
    **dict.fromkeys(in_order("quadrupled quadruple fourfold vervierfacht vervierfachte cuadruplico"), 4.0),
    **dict.fromkeys(in_order("fivefold quintupled verfunffacht quintuplico"), 5.0),
    **dict.fromkeys(in_order("sixfold"), 6.0),
    **dict.fromkeys(in_order("tenfold verzehnfacht"), 10.0),
    **dict.fromkeys(
        in_order("half halved halving halves halbiert halbierte halbieren halbierung halbe halber halben"),
        0.5,
    ),
    **dict.fromkeys(in_order("halfte moitie mitad demi media"), 0.5),
    **dict.fromkeys(in_order("third thirds drittel dritteln tiers tercio tercios tercera terceras"), 1 / 3),
    **dict.fromkeys(
        in_order("quarter quarters viertel vierteln quart quarts cuarto cuartos cuarta cuartas"), 0.25
    ),
    **dict.fromkeys(in_order("fifth fifths funftel cinquieme cinquiemes quinto quintos quinta quintas"), 0.2),
    **dict.fromkeys(in_order("sixth sixths sechstel sixieme sixiemes sexto sextos sexta"), 1 / 6),
    **dict.fromkeys(in_order("seventh sevenths siebtel septieme septiemes septimo septimos septima"), 1 / 7),
    **dict.fromkeys(in_order("eighth eighths achtel huitieme huitiemes octavo octavos octava"), 0.125),
    **dict.fromkeys(in_order("tenth tenths zehntel dixieme dixiemes decimo decimos decima decimas"), 0.1),
    "dreiviertel": 0.75,
}
SHARES = word_set(
    "third quarter quart cuarto cuarta tercio tercera media demi doble fifth sixth seventh eighth tenth "
    "cinquieme sixieme septieme huitieme dixieme quinto quinta sexto sexta septimo septima octavo octava "
    "decimo decima tiers"
)
"""A share only after an article: `third` alone is a rank, `quart` a measure."""
COUNTED_SHARES = word_set(
    "thirds quarters quarts cuartos cuartas tercios terceras fifths sixths sevenths eighths tenths "
    "cinquiemes "
    "sixiemes septiemes huitiemes dixiemes quintos quintas sextos septimos octavos decimos decimas"
)
"""Shares only after a number: `two thirds`; `quarters` alone are others."""
RANKS = word_set(
    "fifth sixth seventh eighth tenth cinquieme sixieme septieme huitieme dixieme quinto quinta sexto sexta "
    "septimo septima octavo octava decimo decima tercera cuarta"
)
AS_SHARE = re.compile(
    r"\s*(?:[.,;:)]|$|(?:of|less|more|fewer|within|in|over|de|du|des|en|from|by|through|parte|partes)\b)",
    re.I,
)
"""`A fifth` is a share, `a fifth school` is not."""
QUARTER_YEAR = re.compile(
    r"\b(?:by|nearly|almost|about|around|roughly|over|than|of|to|under|only|just)\s+a\s+$", re.I
)
"""Before a quarter of something; after all else `a quarter` is a time of the year."""
BY_A_QUARTER = re.compile(
    r"\s(?:of|more|less|fewer|faster|quicker|higher|lower|larger|smaller|shorter|longer|cheaper|above|below|ahead)\b",
    re.I,
)
"""After it: here too it is a share."""
COMPARED = word_set("twice thrice")
AGAIN = re.compile(r"\s+(?:an?|per|every|each|daily|weekly|monthly|yearly)\b", re.I)
SINGLE = word_set("one zero ein un uno eine einem einen einer una une")
OF_TIME = re.compile(
    r"[\s-]+(?:years?|months?|weeks?|days?|hours?|jahre?s?|monate?s?|wochen?|tage?s?|stunde|quartal|an\b|mois|"
    r"semaine|jour|journ\u00e9e|heure|ann\u00e9e|trimestre|a\u00f1o|mes|semana|d\u00eda|hora)\b",
    re.I,
)
AS_MUCH = re.compile(r"\s+(?:as|the)\b", re.I)
ARTICLE = re.compile(
    r"\b(?:(?P<a>a)|one|two|un|une|eine?[mnrs]?|los\s+dos|las?\s+dos|le|la|el|del|au|du|al|der|das|dem|"
    r"die)\s+$",
    re.I,
)
AND = re.compile(r"and|und|et|y")
FOREIGN = {
    "once": word_set("de la el los las en con por para un una y que al del se su"),
    "elf": word_set("der die das und mit im von zu bei den dem in auf aus fur"),
    "mil": word_set("de la el los las en con por para un una y que al del se su"),
    "cent": word_set("de la le les des en et un une pour par avec du dans"),
    "cents": word_set("de la le les des en et un une pour par avec du dans"),
    "media": word_set("docena hora jornada"),
    "miles": word_set("de la el los las en con por para y que"),
    "dos": word_set(
        "de la el los las en con por para un una y que al del se su durante anos meses semanas dias horas "
        "personas"
    ),
    "seize": word_set("de la le les des en et une pour par avec du dans"),
    "couple": word_set("a"),
}
AMONG_NUMBERS = word_set("mil cent cents dos")
"""These are numbers beside another number too."""
"""Words of another language too: numbers only beside small words of their own."""
NOT_BESIDE = {
    "half": word_set("der die das dem den beim bei mit und im von zu des ein einer"),
    "four": word_set("le la les un une du des au mon et par"),
}
"""`Half` is a number in English, help in German; `four` is one in English, an oven in French."""

"""French and Spanish verbs and adverbs that no table knows: those that make more of a deed are known."""

import re

from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.words.synonyms import groups_abroad
from app.domain.documents.facts.words.turns import LANGUAGES
from app.domain.documents.facts.words.wordings import claimed_by
from app.domain.shared.prose import word_set

_LEAST = 5
_FINITE = {
    "fr": re.compile(r"(?:(?<!f)(?<!rf)ait|aient|èrent|[^aeou]irent|urent|issant|issent)$"),
    "es": re.compile(r"(?:aba[ns]?|ábamos|[aei]ron|iendo|ando|[^i]é|ó|[^aqu]í|[cbdgltv]ía[ns]?)$"),
}
"""As they are written: `dépêchait`, `edité`."""
_FIRST_PERSON = re.compile(r"ais$")
_I = re.compile(r"\b(?:je\b|j['\u2019]|moi qui\b)[^.;:]{0,60}$", re.I)
_NO_VERB = re.compile(
    r"(?:ogía|rgía|lmud|fía|olicía|arantía|uantía|mnistía|lcaldía|mediodía|nomalía|amilia|omía|portrait|extrait|retrait|"
    r"souhait|forfait|rabais|bando|cuando|comité|café|bebé|carné|puré|paté|chalé|estand)$"
)
_INFINITIVE = re.compile(
    r"(?:er|[^o]ir|[ae]r(?:se|l[aeo]s?)?|ir(?:se|l[aeo]s?)?|endre|ondre|indre|uire|aître)$"
)
_NO_INFINITIVE = re.compile(
    r"(?:[^f]ier|[aeo]ller|taller|alquiler|mujer|hogar|lugar|lider|ular|olar|ilitar|iliar|hiver|poster)$"
)
_PARTICIPLE = re.compile(r"(?:ées?|és?|ie?s?|ue?s?|[ai]d[ao]s?)$")
_AUXILIARIES = word_set(
    "ai a as avons ont avait avaient ete suis est sont etait etaient fut furent sera seront ayant etant "
    "etre avoir "
    "he ha has hemos han habia habian haber fue fueron era eran ser siendo sido quedo quedaron queda quedan"
)
_LEADS_IN = word_set(
    "a de d pour et ou puis afin sans en al para por y e o sin que puede pude podia logre hasta"
)
"""Before an infinitive."""
_BEFORE_NOUN = word_set(
    "le la les l un une des du de d au aux mon ma mes son sa ses notre nos leur leurs ce cette ces chaque "
    "tout toute en "
    "el los las una unos unas del al mi mis su sus cada toda este esta con por par pour avec"
)
_HOW = re.compile(r"ment$|mente$")
_OF = re.compile(r"\s+(?:d[eu]s?\b|d['\u2019])")
"""`Lancement de` is no adverb, `fra\u00eechement` is one."""
_BY = re.compile(r"\s+(?:par|por)\s")


def is_strange_verb(token: Token, line: TextFacts) -> bool:
    """Of no table, and where only a verb can stand, or an adverb."""
    written = token.written.lower()
    if not LANGUAGES & line.languages or len(written) < _LEAST or not written.isalpha():
        return False
    if groups_abroad(token.word) or claimed_by(token.word):
        return False
    at = line.tokens.index(token)
    before = line.tokens[at - 1].word if at else ""
    if _HOW.search(written):
        return at > 0 and before not in _BEFORE_NOUN and not _OF.match(line.text, token.end)
    if _PARTICIPLE.search(written) and _is_done(token, before, line):
        return True
    if _INFINITIVE.search(written) and not _NO_INFINITIVE.search(written):
        return before in _LEADS_IN
    if _NO_VERB.search(written) or before in _BEFORE_NOUN:
        return False
    if _FIRST_PERSON.search(written):
        return _i_said(token, line)
    return any(_FINITE[language].search(written) for language in LANGUAGES & line.languages)


def _is_done(token: Token, before: str, line: TextFacts) -> bool:
    """`A été dépêché`, `fut dépêché`, `dépêché par`."""
    return before in _AUXILIARIES or bool(_BY.match(line.text, token.end))


def _i_said(token: Token, line: TextFacts) -> bool:
    """`Lyonnais` is no verb; `je décrochais` is."""
    return bool(_I.search(line.text[: token.start]))

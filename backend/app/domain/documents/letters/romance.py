"""French and Spanish: participles take `j'ai`, the third person of the past becomes the first."""

import re

from app.domain.shared.prose import word_set

_FRENCH_PARTICIPLES = word_set(
    "réduit conduit produit construit traduit introduit instruit obtenu tenu maintenu soutenu reçu conçu "
    "vendu rendu "
    "mis écrit décrit fait pris appris entrepris ouvert offert découvert fourni établi réussi investi "
    "bâti accompli "
    "rempli réparti accueilli recueilli servi suivi"
)
_FRENCH_NOT = word_set(
    "diplômé certifié salarié employé chargé spécialisé qualifié expérimenté passionné motivé habilité "
    "associé "
    "délégué arrivé entré resté devenu né passé monté allé retourné rentré tombé"
)
_FRENCH_OTHERS = word_set("il elle ils elles lui se")
_SPANISH_IRREGULAR = {
    "redujo": "reduje",
    "condujo": "conduje",
    "produjo": "produje",
    "introdujo": "introduje",
    "tradujo": "traduje",
    "hizo": "hice",
    "obtuvo": "obtuve",
    "mantuvo": "mantuve",
    "tuvo": "tuve",
    "puso": "puse",
    "propuso": "propuse",
    "dirigió": "dirigí",
    "fue": "fui",
    "dio": "di",
    "ha": "he",
}
_SPANISH_FIRST = frozenset(_SPANISH_IRREGULAR.values())
_SPANISH_PRESENT = word_set(
    "atiendo dirijo gestiono coordino preparo superviso organizo llevo realizo elaboro imparto enseño "
    "programo "
    "vendo mantengo reviso planifico asesoro lidero"
)
_SPANISH_NOT = word_set("gestión atención dirección formación creación también café")
_SPANISH_OTHERS = word_set("él ella ellos ellas se")
_JE = re.compile(r"J[\u2019']ai\s+(\S+)\s+", re.I)
_YO = re.compile(r"(?:Yo\s+)")
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = (("gó", "gué"), ("có", "qué"), ("zó", "cé"), ("ió", "í"), ("ó", "é"))
_SECOND = re.compile(r"(?<= y )([a-zñáéíóú]+ó)\b")


def first_person_french(sentence: str) -> tuple[str, str, str] | None:
    """Manner, verb and the rest; None where the sentence had better be quoted."""
    if {word.lower() for word in _WORD.findall(sentence)} & _FRENCH_OTHERS:
        return None
    if found := _JE.match(sentence):
        return "finite", found[1], sentence[found.end() :]
    first, _, rest = sentence.partition(" ")
    word = first.lower()
    past = word in _FRENCH_PARTICIPLES or (word.endswith("é") and len(word) > 3)
    return ("finite", word, rest) if past and rest and word not in _FRENCH_NOT else None


def first_person_spanish(sentence: str) -> tuple[str, str, str] | None:
    """As for French; the verb says who does it."""
    if {word.lower() for word in _WORD.findall(sentence)} & _SPANISH_OTHERS:
        return None
    said = _YO.sub("", sentence, count=1) if _YO.match(sentence) else sentence
    first, _, rest = said.partition(" ")
    word = first.lower()
    if not rest or word in _SPANISH_NOT:
        return None
    if (
        word in _SPANISH_FIRST
        or word in _SPANISH_PRESENT
        or word.endswith("aba")
        or (word.endswith(("é", "í")) and len(word) > 3)
    ):
        return "finite", word, rest
    turned = _first(word)
    if turned is None:
        return None
    return "finite", turned, _SECOND.sub(lambda m: _first(m[1]) or m[1], f" {rest}").strip()


def _first(word: str) -> str | None:
    if word in _SPANISH_IRREGULAR:
        return _SPANISH_IRREGULAR[word]
    if word in _SPANISH_NOT or len(word) < 4:
        return None
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return None

"""Who somebody is, from the head of a summary: `a science teacher with ten years ...`."""

import re
from collections.abc import Callable, Mapping

from app.domain.documents.letters.telling import Manner, tellings
from app.domain.shared.prose import word_set

_ENGLISH_ROLE = re.compile(
    r"(?:.+(?:er|or|ist|ian|ant|eer|yst|man|woman)|nurse|chef|cook|clerk|lead|head|executive|representative|"
    r"scientist|assistant|specialist|technician|professional|student|graduate|architect|agent|midwife|coach|"
    r"paralegal|apprentice|welder|plumber|pilot|guard|host|associate)s?",
    re.I,
)
_ENGLISH_JOINS = word_set(
    "with who of in from for and specialising specializing by whose about at on to as under"
)
_PROPER = word_set(
    "english french german spanish italian dutch swedish danish norwegian finnish polish portuguese "
    "russian chinese "
    "japanese korean arabic american british irish scottish welsh canadian australian european african asian "
    "java python linux oracle salesforce excel kubernetes azure google microsoft adobe android"
)
_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|se|sa|k\b)|hono)", re.I)
_CONSONANT = re.compile(r"(?:eu|one\b|once)", re.I)
_OTHERS = word_set("he she his her they their him")
_MOST_BEFORE = 6
_GERMAN = re.compile(
    r"[A-ZÄÖÜ][\wäöüß]+(?:er|erin|eur|eurin|ist|istin|ent|entin|ant|antin|or|orin|mann|frau|wirt|wirtin|kraft|arzt|"
    r"ärztin|ker|kerin) (?:mit|für|im|in|und|aus|bei) "
)
_FRENCH = re.compile(
    r"(?P<role>[A-ZÉÀÈ][\wéèêàç]+(?:er|ère|eur|euse|ien|ienne|iste|ant|ante|teur|trice|ier|ière))"
    r"(?P<rest>(?: [\wéèêàç'\u2019-]+){0,3} (?:avec|de|en|dans|et|depuis) .*)"
)
_SPANISH = re.compile(
    r"(?P<role>[A-ZÁÉÍÓÚ][\wáéíóúñ]+(?:ero|era|or|ora|ista|ente|enta|ante|ico|ica|ivo|iva))"
    r"(?P<rest>(?: [\wáéíóúñ-]+){0,3} (?:con|de|en|y|desde) .*)"
)


def identity(sentence: str, language: str) -> str | None:
    """What follows `I am`; None where that is not sure to be right."""
    told = tellings(sentence, language)
    if language not in _VOICES or len(told) != 1 or told[0].manner is not Manner.QUOTED:
        return None
    return _VOICES[language](told[0].rest)


def _english(said: str) -> str | None:
    words = said.split()
    if _OTHERS & {word.lower().strip(",.;") for word in words}:
        return None
    head = next((n for n, word in enumerate(words[:_MOST_BEFORE]) if word.lower() in _ENGLISH_JOINS), 0)
    if not head or not _ENGLISH_ROLE.fullmatch(words[head - 1]) or any("," in w for w in words[:head]):
        return None
    if words[0].lower() in ("a", "an"):
        return said[0].lower() + said[1:]
    plain = words[0][1:] == words[0][1:].lower() and words[0].lower() not in _PROPER and len(words[0]) > 1
    own = said[0].lower() + said[1:] if plain else said
    vowel = _VOWEL.match(own) and not _CONSONANT.match(own)
    return f"{'an' if vowel else 'a'} {own}"


def _german(said: str) -> str | None:
    return said if _GERMAN.match(said) else None


def _lowered(shape: re.Pattern[str]) -> Callable[[str], str | None]:
    def of(said: str) -> str | None:
        found = shape.fullmatch(said)
        return found["role"].lower() + found["rest"] if found else None

    return of


_VOICES: Mapping[str, Callable[[str], str | None]] = {
    "en": _english,
    "de": _german,
    "fr": _lowered(_FRENCH),
    "es": _lowered(_SPANISH),
}

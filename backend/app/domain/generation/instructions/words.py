"""The small words of instructions, in English, German, French and Spanish: folded, without diacritics."""

import re
import unicodedata

from app.domain.shared.number_words import TENS, UNITS

_LANGUAGES = ("en", "de", "fr", "es")
NUMBERS = {"a": 1, "an": 1, "single": 1} | {
    word: number for table in (UNITS, TENS) for each in _LANGUAGES for word, number in table[each].items()
}
NUMBER = r"(?P<n>[0-9]{1,4}|" + "|".join(sorted(NUMBERS, key=lambda w: (-len(w), w))) + ")"
LIST_WORDS = r"(?:and|or|as well as|plus|und|oder|sowie|et|ou|ni|nor|ainsi que|y|e|o|u|asi como)"
JOINTS = re.compile(rf"\s*[,;]\s*(?:{LIST_WORDS}\s+)?|\s+{LIST_WORDS}\s+")
BEFORE = re.compile(
    r"(?:(?:please|kindly|whatever (?:you do|happens)|quoi qu'il arrive|pase lo que pase|"
    r"(?:can|could|would|should) (?:you|we)|you (?:should|can|may|must)"
    r"|i(?:'d| would) (?:like|prefer)(?: you)?(?: to)?|i want(?: you)? to|i (?:prefer|want|need)|make sure "
    r"(?:to|you|that)?"
    r"|be sure to|try to|also|then|but|and|bitte|konn(?:t|en) (?:du|sie)|kannst du|ich (?:mochte|will)|"
    r"auch|dann"
    r"|merci de|veuillez|s'il (?:te|vous) plait|je (?:veux|voudrais|souhaite)|peux-tu|pouvez-vous|aussi|puis"
    r"|por favor|quiero|quisiera|me gustaria|puedes|podrias|tambien|und|aber|et|mais|y|pero)\b[ ,:]*){1,4}"
)
AFTER = re.compile(
    r"(?:[ ,]*\b(?:please|thanks|thank you|if (?:possible|you can)|bitte|danke|s'il (?:te|vous) plait|merci|"
    r"por favor|gracias)\b|[ .!,;:])+$"
)
STRIPPED = re.compile(
    r"(?:(?:my|the|all|any|every|each|our|his|her|of|a|an|mentions? of|everything|anything|what"
    r"|(?:about|on|from|with|at|in|regarding)"
    r"|(?:time|work|job|jobs|position|role|years|stint|employment|internship|apprenticeship|studies|experience|experiences|"
    r"background)"
    r" (?:at|with|in|for|as|of)|(?:skills?|knowledge|expertise) (?:in|of|with)"
    r"|meine?[nmrs]?|die|der|das|den|dem|des|alle[sn]?|zeit|zeit bei|(?:stelle|arbeit|tatigkeit|position|"
    r"job) (?:bei|in|als)"
    r"|(?:erfahrung|erfahrungen|kenntnisse) (?:mit|in|bei|als)|bei|von|uber"
    r"|mon|ma|mes|notre|le|la|les|l'|d'|toute?s?|tous|du|de la|de|mon passage|passage|(?:passage|poste|"
    r"travail|emploi|stage)"
    r" (?:chez|a|au)|experiences? (?:en|avec|chez|de)|competences? en|chez"
    r"|mis?|el|los|las|lo|todo|toda|todos|todas|(?:tiempo|trabajo|puesto|empleo|etapa|paso) (?:en|por|con)"
    r"|(?:experiencia|conocimientos) (?:en|con|de)|sobre)\s+|[ld]'(?=\w)|[\"'\u201c\u2018\u00ab])"
)
_TAIL = re.compile(
    r"(?:\s+(?:sections?|part|parts|entry|entries|skills?|experience|background|abschnitt|bereich"
    r"|teil|rubrique|section|seccion|apartado))?[\"'\u201d\u2019\u00bb.!?:\s]*$"
)
_MARKS = {"\u2019": "'", "\u2018": "'", "\u201b": "'", "\u00a0": " ", "\u202f": " "}


def flat(text: str) -> str:
    """Lower case without diacritics, every character at the place it had."""
    return "".join(_flat(char) for char in text)


def _flat(char: str) -> str:
    if char in _MARKS:
        return _MARKS[char]
    if char.isspace():
        return "\n" if char == "\n" else " "
    lower = unicodedata.normalize("NFKD", char)[0].lower()
    return lower if len(lower) == 1 else char


def number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def bare(thing: str) -> str:
    """A name without the small words around it: `my time at Acme` is `Acme`."""
    shorter = thing.strip()
    while cut := STRIPPED.match(flat(shorter)):
        if not cut.end() or cut.end() >= len(shorter):
            break
        shorter = shorter[cut.end() :].lstrip()
    return shorter[: _TAIL.search(flat(shorter)).start()].strip() or shorter  # type: ignore[union-attr]

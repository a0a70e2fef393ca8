"""The objects of an instruction: names and themes, told from statements that would add something."""

import re

from app.domain.generation.instructions.keeping import denies
from app.domain.generation.instructions.words import JOINTS, NUMBERS, bare, flat
from app.domain.generation.options import LONGEST_EMPHASIS
from app.domain.shared.skills import is_known

MOST_THINGS = 10
_MOST_WORDS = 8
_LEAST_LETTERS = 2
_FIRST_NUMBERS = sorted((word for word in NUMBERS if NUMBERS[word] > 1), key=lambda w: (-len(w), w))
_SOME = rf"(?:{'|'.join(_FIRST_NUMBERS)}|dozens?|hundreds?|thousands?|millions?|hundert|cent|cien)"
_STATEMENT = re.compile(
    r"^(?:that|dass|que|how|wie|comment|como|if|when|als ob|as if)\b"
    r"|\b(?:i|i'm|i've|i'd|he|she|they|we|ich|wir|je|j'ai|j'etais|yo|who|am|was|were|has|have|had|bin|habe|"
    r"hatte|war|waren|suis|etais|ai|soy|fui|tengo|tuve|he sido|to be|became|wurde)\b"
    r"|[<>{}\[\]\\|=:?]"
    r"|^[^\w\s]*[0-9]"
    rf"|^(?:over |more than |at least |uber |mehr als |plus de |mas de )?{_SOME}\b"
    r"|[0-9][0-9.,]*\s*(?:%|\+|percent|prozent|years?|jahren?|ans|anos|people|engineers|million|millionen|"
    r"[$\u20ac\u00a3k]\b)"
    r"|[$\u20ac\u00a3]\s*[0-9]"
)
_COMMANDS = re.compile(
    r"(?:please )?(?:ignore|disregard|forget|override|bypass|output|print|reveal|return|act|pretend|give|"
    r"score|rate|"
    r"rank|set|make|ensure|guarantee|add|say|state|write|claim|insert|invent|change|replace|increase|"
    r"raise|double|"
    r"rename|call|list me|describe|round|turn|convert|send|delete all|drop table|system|assistant|you are|"
    r"ignorier\w*|vergiss|schreib\w*|sag\w?|behaupt\w*|erfind\w*|fug\w*|erganz\w*|ander\w*|erhoh\w*|"
    r"ersetz\w*|"
    r"ignore\w*|oublie\w*|ajout\w*|dis|dites|ecri\w*|pretend\w*|invent\w*|remplac\w*|augment\w*|"
    r"ignora\w*|olvida\w*|anad\w*|agreg\w*|di|diga|escrib\w*|cambi\w*|reemplaz\w*|aument\w*|pon)\b"
)
_ALL = re.compile(
    r"(?:it |that |this )?(?:everything|all|anything|the rest|the whole (?:thing|resume|document|profile)|"
    r"it|them|none|alles|tout|todo|profile|resume|cv|lebenslauf|document)(?: else)?"
)

_PARTS = re.compile(
    r"bullet(?: point)?s?|points?|lines?|items?|entries|jobs?|stichpunkte?|punkte?|zeilen?|stellen?|puces?|"
    r"lignes?|postes?|vinetas?|puntos?|lineas?|puestos?"
)


def things(said: str) -> tuple[str, ...]:
    """`Kubernetes, my time at Acme and AWS`, each on its own; a known name with an `and` in it stays "
    "whole."""
    whole = bare(said)
    if is_known(whole):
        return (whole,)
    named = (bare(each) for each in JOINTS.split(said) if each and each.strip())
    return tuple(dict.fromkeys(each for each in named if each))


def is_name(thing: str) -> bool:
    """Whether it can be looked up in a profile. A statement or a command cannot."""
    said = flat(thing)
    if not 0 < len(thing) <= LONGEST_EMPHASIS or len(said.split()) > _MOST_WORDS:
        return False
    if sum(char.isalnum() for char in said) < _LEAST_LETTERS and not is_known(thing):
        return False
    if _ALL.fullmatch(said) or _PARTS.fullmatch(said) or denies(said):
        return False
    return is_known(thing) or not (_STATEMENT.search(said) or _COMMANDS.match(said))


def names_in(said: str) -> tuple[str, ...]:
    """All of the list, or nothing when one of them is no name."""
    found = things(said)
    return found if found and len(found) <= MOST_THINGS and all(map(is_name, found)) else ()

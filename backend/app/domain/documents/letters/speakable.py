"""Names out of a posting as a letter may speak them. A posting is somebody else's text: what tells anything
where a name should be is not repeated over the applicant's signature."""

import re
import unicodedata

_LONGEST = 100
_MOST_WORDS = 14
_UNSEEN = ("Cc", "Cf", "Co")
_GENDERS = re.compile(
    r"\s*[(\[]\s*(?:[mwfdhxi]\s*[/|*.,]\s*)+[mwfdhxi*]\s*[)\]]"
    r"|\s*[(\[]\s*(?:all genders|gn|div)\s*[)\]]|\s+-?\s*[HF]/[HF]\b",
    re.I,
)
_MARKUP = re.compile(r"[<>{}\\`^~=$]")
_SENTENCE_END = re.compile(r"[^\W\d]{6,}[.!?]\s+\S|;\s+\S|\b(?:Sincerely|Regards|P\.?S\.?:)")
_FIRST_PERSON = re.compile(
    r"\bI\s+[a-z]|\bI['\u2019][a-z]|^I\s+(?:have|am|hold|led|was)\b|\bj['\u2019](?:ai|\u00e9)"
)
_TELLING = re.compile(
    r"\b(?:"
    # of oneself
    r"my|mine|myself|me|our|we|ich|mein|meine[rmns]?|je|mon|mes|yo|mis|"
    # of somebody
    r"who|whom|whose|where|which|that|he|she|they|his|her|their|qui|que|dont|quien|donde|cuy[oa]|"
    r"the (?:candidate|applicant)|der bewerber|die bewerberin|le candidat|la candidate|el candidato|"
    # what somebody is, has and has done
    r"is|am|are|was|were|been|has|have|had|having|holds?|held|holding|led|speaks?|spoke|worked|earned|won|"
    r"graduated|studied|received|founded|knows|bin|habe|hat|hatte|war|wurde|besitz[et]|spreche|spricht|"
    r"leitete|f\u00fchrte|arbeitete|suis|poss\u00e8de|d\u00e9tient|parle|\u00e9tait|soy|tengo|tiene|fui|fue|hablo|"
    r"habla|posee|dirigi[\u00f3\u00ed]|"
    # with what
    r"with (?:an?|\d+)|former|formerly|ehemalig\w*|\d+\+? (?:years|yrs|jahren?|ans|a\u00f1os)"
    r")\b"
)
_BEGINS = re.compile(r"(?:as|for|because|with|having|and|but)\b")
_OF_A_PERSON = re.compile(r"\b(?:my|ich|mein|meine|je|yo|tengo|soy|suis|from (?!home\b))\b", re.I)


def spoken_title(text: str) -> str:
    """`Staff Nurse (m/f/d)` as one would say it. Empty for what is more than the name of a position."""
    name = spoken_name(text)
    return "" if _OF_A_PERSON.search(name) else _GENDERS.sub("", name).strip() or name


def spoken_name(text: str) -> str:
    """On one line and without what cannot be seen. Empty for what is more than a name."""
    seen = "".join(" " if char.isspace() else char for char in text if char.isspace() or _is_seen(char))
    name = " ".join(seen.split())
    return name if _is_name(name) else ""


def _is_name(text: str) -> bool:
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or not any(c.isalnum() for c in text):
        return False
    said = re.sub(r"\bi\b", "I", text.lower()) if text.isupper() and " " in text else text
    rules = (_MARKUP, _SENTENCE_END, _FIRST_PERSON, _TELLING)
    return not _BEGINS.match(said) and not any(rule.search(said) for rule in rules)


def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN

"""What a posting orders whoever reads it to do: to say a word as proof, or, if a machine reads, to obey.

Nothing of it is done. It is shown to the person, who may want to answer it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_LONGEST_TEXT = 200_000
_LONGEST_SENTENCE, _LONGEST_QUOTE, _MOST = 1_000, 200, 5
_END = re.compile(r"(?<=[.!?])[\"'\u201d\u00bb)]*\s+|\n+")


class OrderKind(StrEnum):
    PROOF = "proof"
    """To say something by which it is seen that the posting was read."""
    MACHINE = "machine"
    """Meant for software that reads it."""


@dataclass(frozen=True, slots=True)
class Order:
    kind: OrderKind
    text: str
    """The sentence, cut to what can be shown."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_SAY = _any(
    r"\b(?:include|mention|use|write|put|add|quote|insert|say|type|start|begin|open|end|close|send)\b",
    r"\b(?:erwähn|nenn|verwend|schreib|füg|nutz|benutz|beginn|setz|bau)\w{0,3}\b",
    r"\b(?:mentionn|inclu|indiqu|écri|utilis|ajout|insér|commenc|gliss|termin)\w{0,5}\b",
    r"\b(?:incluy|mencion|escrib|us|utili[cz]|añad|pong|pon|empie[cz]|comien[cz]|termin)\w{0,3}\b",
)
_WHAT = _any(
    r"\b(?:the|this|that|following|a|our) (?:\w+ )?(?:word|phrase|sentence|emoji|codeword|password"
    r"|keyword)\b",
    r"\bcode ?word\b|\b(?:secret|magic|safe) word\b|\byour favou?rite \w+",
    r"\b(?:das|dem|den|dieses|folgende[sn]?|unser) (?:\w+ )?(?:\w*wort|satz|emoji)\b|\bdein\w*"
    r" lieblings\w+|\bihr\w* lieblings\w+",
    r"\b(?:le|ce|du|au|notre|un) (?:mot|code)\b|\bla phrase\b|\bl['\u2019]emoji\b|\bvotre \w+ préférée?\b",
    r"\b(?:la|esta|una) (?:palabra|frase)\b|\bel emoji\b|\bsu \w+ favorit[oa]\b|\btu \w+ favorit[oa]\b",
)
_WHERE = _any(
    r"\b(?:application|applying|apply|(?:cover|covering|motivation) letter|letter|subject|resume|résumé"
    r"|cv|reply)\b",
    r"\b(?:e-?mail|message|answer)\b",
    r"\w*(?:bewerbung|anschreiben|betreff\w*|lebenslauf|nachricht)\b",
    r"\b(?:candidature|lettre|objet|courriel)\b",
    r"\b(?:solicitud|candidatura|carta|asunto|correo|mensaje|currículum|curriculum)\b",
)
_PROVES = _any(
    r"\b(?:so|then) (?:that )?(?:we|i) (?:can |will |'ll )?(?:know|see|tell)\b.*\b(?:read|human"
    r"|attention|bot|robot)\b",
    r"\b(?:to|that) (?:show|shows|prove|proves|confirm|confirms|let us know) .*\b(?:read|human"
    r"|attention|bot|robot)\b",
    r"\b(?:damit|dann|so) (?:wir |wissen |sehen |merken )+.*\b(?:gelesen|aufmerksam|mensch|bot)\b",
    r"\b(?:um zu zeigen|als beweis|als zeichen)\b.*\b(?:gelesen|aufmerksam|mensch|bot)\b",
    r"\b(?:pour|afin|ainsi)\b.*\b(?:sachions|saurons|montrer|prouver|savoir)\b.*\b(?:lu|humaine?"
    r"|attenti\w+|robot)\b",
    r"\b(?:para|así)\b.*\b(?:sepamos|sabremos|demostrar|saber|probar)\b.*\b(?:leído|leyó|leíste|humano"
    r"|atención|robot)\b",
)
_READER = (
    r"(?:ai|a\.i\.|llm|language model|large language model|chat ?bot|bot|gpt|chatgpt"
    r"|ai (?:model|assistant|system|tool|agent))"
)
_MACHINE = _any(
    r"\b(?:ignore|disregard|forget|override|bypass) (?:\w+ ){0,5}(?:instructions?|prompts?|directives)\b",
    rf"\b(?:if|since|as|because|when) you(?: are|'re|\u2019re) (?:an? |the )?{_READER}(?=$|[,.:;)!]|"
    rf" (?:reading|processing|screening|please|then|or|and|you|that|which)\b)",
    rf"\b(?:note|attention|message|instructions?|hint) (?:to|for) (?:any |all |the |every )?{_READER}s?\b",
    r"^\W*(?:system|developer|assistant|user)(?: (?:message|prompt|note|override|instruction))?\W{0,3}[:>\]]",
    r"<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?inst\]|<<sys>>",
    r"\byou are now (?:an? |the |in )|\b(?:enter|enable) (?:developer|god|debug|dan) mode\b",
    r"\b(?:reveal|print|repeat|output|show|disclose|leak) (?:\w+ ){0,4}(?:system prompt|instructions"
    r"|api key|hidden prompt)\b",
    r"\b(?:score|rate|rank|grade) (?:\w+ ){0,4}(?:candidate|applicant|resume|cv|profile|application)"
    r" (?:\w+ ){0,5}(?:100|10/10|perfect|highest|top|first)\b",
    r"\b(?:ignorier|vergiss|vergess|missacht)\w* (?:\w+ ){0,5}(?:anweisung|vorgabe|instruktion)\w*",
    r"\b(?:wenn|falls|da) (?:du|sie) (?:eine? )?(?:ki|sprachmodell|bot)\b(?=$|\W| (?:bist|sind|liest|lesen))",
    r"\b(?:ignor|oubli)\w{0,4} (?:[\w\u2019']+ ){0,5}(?:instructions|consignes|directives)\b",
    r"\bsi (?:tu es|vous êtes) (?:une? )?(?:ia|modèle de langage|bot|robot)\b",
    r"\b(?:ignor|olvid)\w{0,3} (?:\w+ ){0,5}(?:instrucciones|indicaciones|directrices)\b",
    r"\bsi (?:eres|usted es) (?:una? )?(?:ia|modelo de lenguaje|bot|robot)\b",
)


def orders_in(text: str) -> tuple[Order, ...]:
    """In the order of the text, each once, five at most. English, German, French and Spanish."""
    found: dict[str, Order] = {}
    for sentence in _sentences(text[:_LONGEST_TEXT]):
        kind = _kind_of(sentence.casefold())
        if kind:
            quote = sentence if len(sentence) <= _LONGEST_QUOTE else sentence[: _LONGEST_QUOTE - 1] + "\u2026"
            found.setdefault(quote, Order(kind, quote))
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _sentences(text: str) -> Iterator[str]:
    """In plain letters: nothing that cannot be seen parts a word."""
    for said in _END.split(text):
        plain = unicodedata.normalize("NFKC", said[:_LONGEST_SENTENCE])
        seen = "".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Cc") or c == "\t")
        if sentence := " ".join(seen.split()):
            yield sentence


def _kind_of(sentence: str) -> OrderKind | None:
    if _MACHINE.search(sentence):
        return OrderKind.MACHINE
    says = _SAY.search(sentence)
    if says and (_PROVES.search(sentence) or (_WHAT.search(sentence) and _WHERE.search(sentence))):
        return OrderKind.PROOF
    return None


_NOTES = {
    OrderKind.PROOF: "The posting wants to see from your application that you read it: \u201c{text}\u201d"
    " Nothing was done about it; whether you do is up to you.",
    OrderKind.MACHINE: "The posting gives orders to software that reads it, which were not followed:"
    " \u201c{text}\u201d",
}


def remarks_on(text: str) -> tuple[str, ...]:
    """For whoever applies: each order as it was found, and that nobody obeyed it."""
    return tuple(_NOTES[order.kind].format(text=order.text) for order in orders_in(text))

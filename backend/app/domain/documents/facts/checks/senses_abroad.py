"""French and Spanish words that claim something in one sense, and nothing in the sense of a line."""

import re
from collections.abc import Callable

from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import Claiming, TextFacts, Token
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.words.turns import LANGUAGES
from app.domain.shared.prose import fold, in_order, word_set

_GAINED = word_set("gano gane ganado gagne remporte")
_NEAR = 5
"""Characters: `ganó 35 referencias` tells of no prize."""
_HELP = in_order("aide ayuda apoyo soutien asistencia assistance appui accompagnement acompanamiento")
_SERVICES = word_set(
    "domicilio domicile soignant soignante soignants soignantes scolaire escolar educativo social "
    "sociale sociales psicologico psychologique technique tecnico tecnica humanitaria humanitaire "
    "clientele sanitaria medicale domiciliaria juridica juridique memoire"
)
_ALL = word_set("tout toute tous toutes todo toda todos todas")
_WHOLE = word_set("tout todo")
_THEY = word_set("ellos ellas eux elles ceux celles")
_MOSTLY = word_set("sobre ante del con surtout malgre apres avant en partout pas como")
"""`Sobre todo`, `avant tout`, `en tout`: of no thing that there was the whole of it."""
_TURNED = word_set(
    "en tipo tipos clase a particulierement specialement particulier au comme juste simplement aussi de type "
    "confondus confondues confondu compris comprises seul seule caso"
)
_BETTER = word_set(
    "mejor mejores mayor mayores meilleur meilleure meilleurs meilleures maximo maxima grande grandes"
)
_FOR_THE_MOST_PART = word_set(
    "surtout principalement majoritairement essentiellement generalement souvent notamment plupart"
)
_JOINED = re.compile(r"(?:^|[,:;(]|\b(?:y|e|et))\s*$", re.I)
"""Before a comparative that no article makes a superlative."""
_PUPILS = in_order(
    "apprenti stagiaire etudiant eleve alternant recrue debutant enfant alumn estudiant aprendi becari "
    "practic residente tutor interne junior nouvel nouveau futur"
)
_TAUGHT = word_set(
    "tutorat tutora tutorer tuteur tutrice forme former formation forma formes formee formees parraine "
    "mentorat mentor accompagne accompagnement accueil accueilli"
)
_GUIDING = ("encadr",)
_GUIDED = ("atelier", "sortie", "activit", "seance", "devoir", "enfant", "protocole", "regle", "loi", "texte")
_ONLY = word_set("solo seul seule")
_NOR = word_set("ni pas sans sin")
_ONCE = word_set("vez fois semana jour journee annee an mes mois dia ano equipe documento document")


def is_otherwise_meant_abroad(
    claim: Claiming, line: TextFacts, ground: Ground, before: list[str], after: list[str]
) -> bool:
    """`before`, `after`: the words of the line on either side of it, folded."""
    if not LANGUAGES & line.languages:
        return False
    if fold(claim.written) in ("le plus", "souvent") and "le plus souvent" in line.run:
        return bool(_FOR_THE_MOST_PART & ground.words)
    if claim.name == "level.basic" and fold(claim.written) == "scolaire":
        return "kind.language" not in ground.kinds
    if claim.name == "scope.praise" and fold(claim.written) in _GAINED:
        return any(0 < q.start - claim.end < _NEAR for q in line.quantities)
    if claim.name == "scope.superlative" and _JOINED.search(line.text[: claim.start]):
        return _no_best(fold(claim.written), ground)
    if claim.name == "scope.leadership":
        start, _ = clause_at(line.clauses, claim.start)
        start = max(start, line.text.rfind(",", 0, claim.start))
        before = [t.word for t in line.tokens if start <= t.start < claim.start]
    sense = _SENSES.get(claim.name)
    return bool(sense and sense(fold(claim.written), ground, before, after))


_Sense = Callable[[str, Ground, list[str], list[str]], bool]


def names_service(token: Token, line: TextFacts) -> bool:
    """`Ayuda a domicilio`, `soutien scolaire`: help that is the trade itself."""
    after = [t.word for t in line.tokens if t.start > token.start][:3]
    return token.word.startswith(_HELP) and bool(_SERVICES & set(after))


def _no_totality(word: str, ground: Ground, before: list[str], after: list[str]) -> bool:
    """`Sobre todo`; `todas ellas`, where no source tells of some of them only."""
    if word not in _ALL:
        return False
    if (word in _WHOLE and _MOSTLY & set(before[-1:])) or _TURNED & set(after[:1]):
        return True
    return bool(_THEY & set(after[:1])) and not _tells_of_some(ground)


def _tells_of_some(ground: Ground) -> bool:
    return bool(_SOME & ground.words)


_SOME = word_set("dont parmi lesquels lesquelles entre cuales ellos ellas menos sauf excepto salvo")


def _no_best(word: str, ground: Ground) -> bool:
    """`Mejor conversión` than before, where a source says that it was raised."""
    return word in _BETTER and any({"way.up", "way.down"} & p.facts.names for p in ground.pieces)


def _no_priority(word: str, ground: Ground, before: list[str], after: list[str]) -> bool:
    """The English word: in French it is the first of several, and held as such."""
    return word == "premier"


def _no_lead(word: str, ground: Ground, before: list[str], after: list[str]) -> bool:
    """Who taught trainees has guided them; and a text that governs something leads nobody."""
    if not word.startswith(_GUIDING):
        return False
    if any(each.startswith(_GUIDED) for each in before[-1:]):
        return True
    near = [*before[-6:], *after[:5]]
    learn = any(each.startswith(_PUPILS) for each in near)
    return learn and bool(_TAUGHT & ground.words)


def _no_solitude(word: str, ground: Ground, before: list[str], after: list[str]) -> bool:
    """`Una sola vez`, `solo 40`: no word of who did it."""
    return word in ("solo", "sola", *_ONLY) and (
        bool(_NOR & set(before[-2:]))
        or bool(_ONCE & set(after[:1]))
        or bool(after and after[0].isdigit())
        or before[-1:] == ["tan"]
    )


def _no_distinction(word: str, ground: Ground, before: list[str], after: list[str]) -> bool:
    """The mark that follows is held by itself."""
    return word == "avec mention" and "mention" in ground.words


def _no_haste(word: str, ground: Ground, before: list[str], after: list[str]) -> bool:
    """`Antes de plazo`, of what a source says was so many days `antes del plazo`."""
    said = {"plazo", "antes"} <= ground.words or {"avance", "delai"} <= ground.words
    return word in ("antes de plazo", "en avance") and (said or "adelanto" in ground.words)


def _no_success(word: str, ground: Ground, before: list[str], after: list[str]) -> bool:
    return _no_distinction(word, ground, before, after) or _no_haste(word, ground, before, after)


def _no_day(word: str, ground: Ground, before: list[str], after: list[str]) -> bool:
    """`Poner al día` is to bring up to date."""
    return word == "al dia" and bool(before) and before[-1].startswith(("pon", "pus", "puest"))


_SENSES: dict[str, _Sense] = {
    "scope.totality": _no_totality,
    "scope.priority": _no_priority,
    "scope.leadership": _no_lead,
    "scope.ownership": _no_solitude,
    "scope.independence": _no_solitude,
    "scope.success": _no_success,
    "frequency.day": _no_day,
}

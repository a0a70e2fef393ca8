"""What a person wants put first, and whether a piece of the profile speaks of it."""

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.generation.matching.passage_read import PassageRead
from app.domain.generation.matching.reading import names_in
from app.domain.shared.denials import without_denials
from app.domain.shared.prose import content_stems, fold, stem, words
from app.domain.shared.skills import canonical, is_known, mentions

_ENOUGH = 3
"""Words of a phrase from which on two thirds of them are enough."""
_THEMES = (
    (
        "leadership leader leading lead management managing führung führungserfahrung leitung "
        "personalführung "
        "teamleitung encadrement direction liderazgo gestión dirección",
        "led lead leads leading headed managed manage manages managing directed supervised supervise oversaw "
        "oversee mentored coached chaired chief head leitete geleitet leite führte geführt führe leitung "
        "encadré "
        "dirigé piloté lideré dirigí coordiné supervisé lideró dirigió",
    ),
    (
        "mentoring teaching training coaching ausbildung schulung formation enseignement enseñanza formación",
        "mentored mentor trained taught teach coached tutored precepted precept onboarded instructed "
        "apprentices "
        "schulte geschult unterrichtete bildete formé enseigné formé enseñé formé",
    ),
    (
        "communication presentation presenting kommunikation comunicación",
        "presented spoke speak wrote reported negotiated explained moderated communicate präsentierte rédigé "
        "présenté negocié presenté redacté",
    ),
    (
        "teamwork collaboration cooperation zusammenarbeit teamarbeit équipe collaboration equipo "
        "colaboración",
        "team teams together collaborated cooperated partnered jointly gemeinsam zusammen équipe équipes "
        "equipo "
        "equipos colaboré",
    ),
    (
        "customers customer clients client service kunden kundenservice kundenorientierung clientèle "
        "clientes",
        "customer customers client clients guest guests patient patients kunde kunden gäste client "
        "clients cliente "
        "clientes huéspedes pacientes",
    ),
    (
        "research forschung recherche investigación",
        "research researched study studied studies published experiment forschte forschung untersuchte "
        "recherche "
        "étudié investigué investigación",
    ),
    (
        "safety security sicherheit arbeitssicherheit sécurité seguridad",
        "safety safe security secure accident accidents incident incidents hazard sicherheit unfall "
        "unfälle sécurité "
        "accidents seguridad accidentes",
    ),
    (
        "sales selling vertrieb verkauf ventes vente commerce ventas",
        "sold sell sales revenue deals quota closed verkaufte umsatz vertrieb vendu ventes chiffre vendí "
        "ventas",
    ),
    (
        "automation automatisierung automatisation automatización",
        "automated automate automation scripted pipeline automatisierte automatisiert automatisé automaticé",
    ),
    (
        "international global abroad ausland intercultural",
        "international global worldwide countries abroad languages länder ausland pays étranger países "
        "extranjero",
    ),
    (
        "finance budget budgets budgeting costs kosten finanzen budgets coûts presupuesto costes finanzas",
        "budget budgets cost costs saved savings spend forecast kosten sparte budget coûts économisé "
        "costes ahorro",
    ),
)
_SHOWN_BY = {
    stem(fold(name)): frozenset(stem(word) for word in words(shown))
    for names, shown in _THEMES
    for name in names.split()
}
_FIGURES = frozenset(
    stem(fold(word))
    for word in [
        "numbers",
        "figures",
        "metrics",
        "results",
        "impact",
        "zahlen",
        "ergebnisse",
        "erfolge",
        "chiffres",
        "résultats",
        "cifras",
        "resultados",
    ]
)


@dataclass(frozen=True, slots=True)
class Emphasis:
    asked: str
    skills: frozenset[str]
    stems: frozenset[str]
    theme: frozenset[str]
    """Stems of words that show it."""
    figures: bool

    def is_in(self, names: Collection[str], stems: Collection[str]) -> bool:
        if self.skills.intersection(names) or self.theme.intersection(stems):
            return True
        if self.figures and any(each[0].isdigit() for each in stems):
            return True
        found = len(self.stems.intersection(stems))
        enough = len(self.stems) if len(self.stems) < _ENOUGH else 2 * len(self.stems) / _ENOUGH
        return bool(self.stems) and found >= enough


def emphasis_on(asked: str) -> Emphasis:
    """A known skill counts under any of its names; a theme by the words that show it; the rest word for "
    "word."""
    stems = frozenset(content_stems(asked))
    skills = {canonical(asked)} if is_known(asked) else set()
    if not skills:
        named = mentions(asked)
        covered = {root for mention in named for root in content_stems(mention.written)}
        skills = {mention.name for mention in named} if stems <= covered else set()
    theme = (_SHOWN_BY.get(root, frozenset()) for root in stems) if len(stems) == 1 else ()
    return Emphasis(
        asked=asked,
        skills=frozenset(skills),
        stems=stems,
        theme=frozenset().union(*theme),
        figures=bool(stems & _FIGURES),
    )


def nothing_on(asked: str) -> str:
    return f"Nothing in your profile speaks of {asked}."


def spoken_of(emphases: tuple[Emphasis, ...], passages: Collection[PassageRead]) -> tuple[str, ...]:
    """Which of them these passages speak of; what a passage denies does not count."""
    if not emphases:
        return ()
    stems = frozenset(root for p in passages for root in content_stems(without_denials(p.text)))
    return _those_in(emphases, names_in(passages), stems)


def named_by(emphases: tuple[Emphasis, ...], text: str) -> tuple[str, ...]:
    """Which of them a text speaks of."""
    if not emphases:
        return ()
    said = without_denials(text)
    return _those_in(emphases, {m.name for m in mentions(said)}, frozenset(content_stems(said)))


def _those_in(
    emphases: tuple[Emphasis, ...], names: Collection[str], stems: Collection[str]
) -> tuple[str, ...]:
    return tuple(each.asked for each in emphases if each.is_in(names, stems))

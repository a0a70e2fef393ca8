"""Words that may be exchanged for each other without claiming more, and words that claim."""

from app.domain.shared.prose import stem, word_set

_SAME = (
    (
        "build built rebuilt create develop implement make produce write wrote craft introduce establish "
        "construct engineer code program architect design set launch deliver deploy roll ship assemble "
        "put started start"
    ),
    (
        "improve raise increase grow boost enhance accelerate expand lift speed optimize optimise "
        "strengthen gain better upgrade rise rose grew"
    ),
    (
        "reduce cut lower decrease shrink shorten save trim slash minimize minimise eliminate halve drop "
        "bring brought less fewer down fell"
    ),
    "lead led head headed manage direct run ran oversee oversaw supervise spearhead guide chair",
    "mentor coach train teach taught tutor precept guide onboard instruct educate",
    "collaborate partner work cooperate join team together",
    "analyze analyse evaluate assess investigate study examine review research audit measure",
    "maintain support operate run keep kept sustain service",
    "migrate move moved transfer port switch convert replace upgrade",
    "automate script",
    "test verify validate check ensure",
    "use utilize utilise leverage apply employ with via using",
    "help assist support aid contribute participate",
    "sell sold market promote",
    "handle process serve served serving treat care cared",
    "plan schedule organize organise coordinate arrange",
    "document write wrote record",
    "communicate present speak spoke report",
    "win won achieve attain reach earn receive acquire get gain",
    "adopt use take taken",
    "customer client user",
    "application app software program system",
    "firm company business organization organisation employer",
    "colleague coworker peer teammate",
    "fast quick rapid swift speed",
    "task duty responsibility",
    "site website web",
    "flat apartment",
    "remain stay kept still",
    "next following subsequent",
    "author write wrote create",
)


def _grouped() -> dict[str, frozenset[int]]:
    groups: dict[str, frozenset[int]] = {}
    for n, line in enumerate(_SAME):
        for root in {stem(word) for word in line.split()}:
            groups[root] = groups.get(root, frozenset()) | {n}
    return groups


_GROUPS = _grouped()
_IRREGULAR = word_set(
    "held gave took went came saw met found became began chose drove dealt fed sent spent bought stood "
    "understood undertook oversaw rewrote rebuilt redesigned reworked brought made did had was "
    "were showed shown set put got"
)
NEUTRAL = frozenset(
    stem(word)
    for word in _IRREGULAR
    | word_set(
        "work worked working job role experience experienced background professional career year "
        "years month months responsible responsibility responsibilities include including perform "
        "provide deliver handle ensure help support participate contribute involve use apply use "
        "used uses using skill skills knowledge ability strong solid proven successful successfully "
        "effective effectively efficient efficiently various multiple several many new key different across "
        "daily regular regularly current currently previous previously former recent recently well "
        "highly very also together alongside directly closely day time part full focus focused "
        "focusing specialize specialise specializing specializing speciality passionate passion "
        "dedicated motivated eager enjoy love like seeking looking bring brings offer offers "
        "include area areas field grade section summary profile resume page result results "
        "resulting achieve thereby thus while where which put place way make made making do doing "
        "take taking get set up out based related relevant overall total per each approximately "
        "about roughly nearly almost around over under and more than end start begin began continue "
        "complete completed conduct carry execute undertake serve main major primary important good "
        "great high quality"
    )
)

SCOPES: dict[str, frozenset[str]] = {
    "size": word_set("large huge massive vast sizeable large-scale enterprise enterprise-scale"),
    "leadership": word_set(
        "led leading headed managed managing manages directed directing ran oversaw oversee "
        "oversees overseeing supervised supervising supervise spearheaded spearheading chaired "
        "leads heads lead manage"
    ),
    "ownership": word_set(
        "owned owning own owns owner sole solely single-handedly singlehandedly accountable"
    ),
    "founding": word_set(
        "founded founder co-founded cofounded co-founder cofounder pioneered invented patented"
    ),
    "reach": word_set(
        "global globally worldwide international internationally nationwide national company-wide "
        "enterprise-wide companywide multinational continental industry-wide"
    ),
    "breadth": word_set(
        "cross-functional crossfunctional multi-disciplinary multidisciplinary interdisciplinary"
    ),
    "praise": word_set(
        "award-winning award-winner world-class best-in-class top-performing first-ever record- "
        "breaking renowned acclaimed recognized recognised best top-rated outstanding exceptional"
    ),
}
HEDGES = word_set(
    "helped helping help assisted assisting assist supported supporting contributed contributing "
    "participated participating involved assisted aided shadowed observed"
)
RISING = word_set(
    "increased increase increasing raised raise grew grow boosted improved improving lifted gained rose up"
)
FALLING = word_set(
    "reduced reduce reducing cut cutting lowered lower decreased decrease shortened saved saving "
    "trimmed slashed eliminated dropped fell shrank down"
)


def exchangeable(a: str, known: frozenset[str]) -> bool:
    """Whether the sources hold a word that says the same. Takes stems."""
    groups = _GROUPS.get(a, frozenset())
    return bool(groups) and any(groups & _GROUPS.get(b, frozenset()) for b in known)

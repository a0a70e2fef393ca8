"""What a match says of itself: the number, and everything that it rests on.

The number can be worked out from the receipt alone. A requirement's credit is the mean of the credits of
its demands by their weights; of its `of` points it earns that share. The points of the requirements and of
the keywords add up to those of their parts, the other parts earn their credit of their `of`, and the points
of all parts add up to `uncapped`. What a part weighs stands in its `of`: requirements and keywords weigh less
where a posting says little that could be read. The total is `uncapped`, or under a cap `limit` hundredths
of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.documents.content import Source
from app.domain.jobs.posting import Need, Seniority
from app.domain.shared.bands import Band

ALGORITHM = "match-3.1"


class Status(StrEnum):
    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"


class DemandKind(StrEnum):
    SKILL = "skill"
    YEARS = "years"
    EDUCATION = "education"
    CERTIFICATE = "certificate"
    LANGUAGE = "language"
    WORDS = "words"
    """Nothing that has a name: held by the words it is made of."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the profile that speaks for a requirement."""

    source: Source
    found: tuple[str, ...]
    """The words, as the profile writes them; of a position that years were counted in, title and dates."""
    stands_for: str | None = None
    """The skill's usual name, when the profile calls it otherwise: `k8s` stands for Kubernetes."""


@dataclass(frozen=True, slots=True)
class Negation:
    """A place in the profile that names the skill to say that it is not there."""

    source: Source
    skill: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One thing that a requirement asks, and how far the profile answers it."""

    kind: DemandKind
    asked: str
    credit: float
    """0 to 1."""
    why: str
    weight: float = 1.0
    """Beside the other demands of the same requirement."""
    evidence: tuple[Evidence, ...] = ()
    negations: tuple[Negation, ...] = ()
    missing: tuple[str, ...] = ()
    definite: bool = True
    """Names something definite, so that not finding it means that it is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementMatch:
    key: str
    text: str
    need: Need
    status: Status
    weight: float
    """Beside the other requirements: a must three times a wish; half for a degree or a language alone, which
    everybody is asked for, and a quarter where nothing definite is named."""
    credit: float
    """0 to 1."""
    why: str
    missing: tuple[str, ...]
    """What the requirement names and the profile does not."""
    evidence: tuple[Evidence, ...]
    negations: tuple[Negation, ...]
    demands: tuple[Demand, ...] = ()
    points: float = 0.0
    of: float = 0.0
    """The points it could earn."""

    @property
    def definite(self) -> bool:
        return any(demand.definite for demand in self.demands)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordMatch:
    name: str
    matched: bool
    evidence: tuple[Evidence, ...]
    weight: float = 1.0
    credit: float = 0.0
    """1 when it is named, less when it is only told of or implied."""
    instead: str | None = None
    """What is held in its place, where the posting takes either."""
    points: float = 0.0
    of: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeniorityFit:
    asked: Seniority | None
    held: str | None
    """The title that stands highest, as the profile writes it."""
    credit: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFit:
    asked: str
    held: str | None
    """The title of the person's that comes nearest."""
    source: Source | None
    credit: float
    why: str


@dataclass(frozen=True, slots=True)
class WordFound:
    """A term of the posting's own that the profile says too; of two words the second follows the first."""

    term: str
    """As the posting writes it."""
    weight: float
    source: Source


@dataclass(frozen=True, slots=True)
class WordMissing:
    """A term of the posting's own that the profile does not say."""

    term: str
    """As the posting writes it."""
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyFit:
    found: tuple[WordFound, ...]
    missing: tuple[str, ...]
    """The heaviest of those that the profile does not say."""
    not_said: tuple[WordMissing, ...] = ()
    """All of them: their weights and those of `found` add up to `weight_asked`."""
    weight_found: float
    weight_asked: float
    credit: float
    """With s as the share of the weight that was found: 1 - (1 - s)^2, for nobody says everything."""


@dataclass(frozen=True, slots=True)
class KindOfWork:
    """A kind of work, and how much of the words that tell of any kind speak of it."""

    kind: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFit:
    """The kinds of work that the posting's words belong to, and those that the profile tells of."""

    asked: tuple[KindOfWork, ...]
    """What the posting speaks of more than of all kinds on average."""
    held: tuple[KindOfWork, ...]
    credit: float
    """With c as the cosine of the two by their shares: (c - 0.4) / 0.6, and nothing below."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the total: how much it weighs, and how much of it was earned."""

    name: str
    weight: float
    credit: float
    points: float = 0.0
    of: float = 0.0
    """The points it could earn: those of all parts are 100."""


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that the total may be, and why."""

    limit: float
    """Whoever earns 100 points gets so many, and everybody else in proportion."""
    why: str
    rule: str = ""
    missing: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What the person could add, if it is true."""

    key: str
    need: Need
    text: str
    skills: tuple[str, ...]
    gain: float
    """Points that the total would win."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchReceipt:
    algorithm: str
    inputs_sha256: str
    """Of the algorithm, the profile, the posting and the day."""
    total: float
    """0 to 100, after the cap, to a thousandth."""
    uncapped: float
    band: Band
    cap: Cap | None
    parts: tuple[Part, ...]
    requirements: tuple[RequirementMatch, ...]
    keywords: tuple[KeywordMatch, ...]
    seniority: SeniorityFit
    years_worked: float
    years_asked: float | None
    keywords_required_count: int
    keywords_matched_count: int
    recommendations: tuple[Recommendation, ...]
    title: TitleFit | None = None
    """None where the posting has no title that says anything."""
    vocabulary: VocabularyFit | None = None
    field: FieldFit | None = None
    """None where the posting's words belong to no kind of work that is known."""
    years_in_trade: float = 0.0
    """In positions of the posting's trade: what requirements of years are held against."""
    profile_sha256: str = ""
    posting_sha256: str = ""
    day: str = ""
    """The day that what still lasts was counted to, as YYYY-MM-DD."""

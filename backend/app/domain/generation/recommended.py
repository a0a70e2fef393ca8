"""Which of the board's jobs may suit a person, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.generation.matching.receipt import MatchReceipt, Status
from app.domain.jobs.posting import Need
from app.domain.jobs.search import Clause, words_of
from app.domain.profile.model import Profile, SkillCategory
from app.domain.shared.bands import Band
from app.domain.shared.skills import canonical

MOST_TITLES = 4
MOST_ASKED = 16
MOST_NAMED = 6
_ALIKE = 0.5
_SAID = (SkillCategory.TECHNICAL, SkillCategory.CERTIFICATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A match in few words: `POST /jobs/{id}/match` gives all of it, with the same total."""

    score: float
    band: Band
    reasons: tuple[str, ...]
    matched: tuple[str, ...]
    missing: tuple[str, ...]
    inputs_sha256: str


def asked_of(profile: Profile) -> tuple[Clause, ...]:
    """What to look for on the board: the titles that the person has had, then the skills, as they write
    them and as they are usually called."""
    said = [profile.headline or "", *(position.title for position in profile.experiences)][: MOST_TITLES + 1]
    for skill in profile.skills:
        if skill.category in _SAID:
            said += [skill.name, canonical(skill.name) or ""]
    asked = (Clause(tuple(words)) for text in said if (words := words_of(text)))
    return tuple(dict.fromkeys(asked))[:MOST_ASKED]


def fit_of(match: MatchReceipt) -> Fit:
    return Fit(
        score=match.total,
        band=match.band,
        reasons=tuple(_reasons(match)),
        matched=tuple(keyword.name for keyword in match.keywords if keyword.matched),
        missing=tuple(keyword.name for keyword in match.keywords if not keyword.matched),
        inputs_sha256=match.inputs_sha256,
    )


def _reasons(match: MatchReceipt) -> Iterator[str]:
    if match.title and match.title.credit >= _ALIKE:
        yield match.title.why
    for need, name in ((Need.MUST, "required"), (Need.NICE, "wished for")):
        asked = [each for each in match.requirements if each.need is need and each.definite]
        met = sum(each.status is Status.MET for each in asked)
        if asked:
            yield f"{met} of {len(asked)} things {name} are met."
    if common := [keyword.name for keyword in match.keywords if keyword.matched]:
        yield f"In common: {_named(common)}."
    if match.seniority.asked:
        yield match.seniority.why
    if match.cap:
        yield match.cap.why


def _named(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")

"""Which sections a document has, in which order."""

from collections.abc import Iterable

from app.domain.documents.content import SectionKind
from app.domain.generation.composing.own_fields import interests, publications, volunteering
from app.domain.generation.instructions import Move, To, Wishes
from app.domain.profile.model import Profile, SkillCategory

EDUCATION_LATER = (
    SectionKind.SUMMARY,
    SectionKind.EXPERIENCE,
    SectionKind.PROJECTS,
    SectionKind.EDUCATION,
    SectionKind.SKILLS,
    SectionKind.CERTIFICATIONS,
    SectionKind.LANGUAGES,
    SectionKind.AWARDS,
    SectionKind.PUBLICATIONS,
    SectionKind.VOLUNTEERING,
    SectionKind.INTERESTS,
)
_EDUCATION_FIRST = (SectionKind.SUMMARY, SectionKind.EDUCATION, SectionKind.EXPERIENCE, SectionKind.PROJECTS)
_LISTED = (SkillCategory.TECHNICAL, SkillCategory.SOFT)


def usual_order(*, education_first: bool) -> tuple[SectionKind, ...]:
    return (*_EDUCATION_FIRST, *EDUCATION_LATER[4:]) if education_first else EDUCATION_LATER


def ordered(
    usual: tuple[SectionKind, ...], asked: tuple[SectionKind, ...] | None, wishes: Wishes
) -> tuple[SectionKind, ...]:
    """The option names the sections; the instructions take away from them and move them."""
    kept = tuple(dict.fromkeys(asked)) if asked is not None else usual
    if wishes.only:
        kept = tuple(kind for kind in (wishes.only if asked is None else kept) if kind in wishes.only)
    kept = tuple(kind for kind in kept if kind not in wishes.without)
    for move in wishes.moves:
        kept = _moved(kept, move)
    return kept


def _moved(order: tuple[SectionKind, ...], move: Move) -> tuple[SectionKind, ...]:
    if move.section not in order:
        return order
    rest = [kind for kind in order if kind is not move.section]
    if move.to is To.FIRST:
        return (move.section, *rest)
    if move.to is To.LAST:
        return (*rest, move.section)
    if move.other not in rest:
        return order
    at = rest.index(move.other) + (move.to is To.AFTER)
    return (*rest[:at], move.section, *rest[at:])


def filled(profile: Profile, kinds: Iterable[SectionKind]) -> frozenset[SectionKind]:
    """Those that the profile has something for."""
    return frozenset(kind for kind in kinds if _has(profile, kind))


def _has(profile: Profile, kind: SectionKind) -> bool:
    categories = {s.category for s in profile.skills if s.name.strip()}
    held = {
        SectionKind.SUMMARY: bool((profile.professional_summary or "").strip()),
        SectionKind.EXPERIENCE: bool(profile.experiences),
        SectionKind.EDUCATION: bool(profile.education),
        SectionKind.PROJECTS: bool(profile.projects),
        SectionKind.SKILLS: bool(categories.intersection(_LISTED)),
        SectionKind.LANGUAGES: SkillCategory.LANGUAGE in categories,
        SectionKind.CERTIFICATIONS: SkillCategory.CERTIFICATION in categories,
        SectionKind.AWARDS: bool(profile.achievements),
    }
    own = {
        SectionKind.PUBLICATIONS: bool(publications(profile, 1, "en")),
        SectionKind.VOLUNTEERING: bool(volunteering(profile, 1, "en")),
        SectionKind.INTERESTS: bool(interests(profile, 1)),
    }
    return (held | own).get(kind, False)

"""The sentences of a letter about the person as a whole: who they are, what they can, what they learned."""

from collections.abc import Iterator

from app.domain.documents.content import Line, Source, SourceKind
from app.domain.documents.letters.frame import FrameKind, listed
from app.domain.documents.letters.identity import identity
from app.domain.documents.letters.telling import Manner, tellings
from app.domain.generation.letters.sentences import Phrasebook
from app.domain.generation.relevance import RelevanceScale
from app.domain.profile.model import Education, Experience, Profile, Skill, SkillCategory
from app.domain.shared.denials import tells_of_a_lack
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import one_line, sentences
from app.domain.shared.time import PartialDate

_MOST_SKILLS = 6
_LONGEST_ABOUT = 40
_BY_NAME = (SkillCategory.TECHNICAL, SkillCategory.SOFT)


class PersonSentences:
    def __init__(self, profile: Profile, scale: RelevanceScale, phrases: Phrasebook, language: str) -> None:
        self._profile = profile
        self._scale = scale
        self._phrases = phrases
        self._language = language

    def who(self) -> Line | None:
        """The head of the summary where there is one, else the position held."""
        source = Source(SourceKind.PROFILE, ItemId(self._profile.id), "professional_summary")
        first = sentences(self._profile.professional_summary or "")[:1]
        for sentence in (one_line(each) for each in first):
            if len(sentence.split()) > _LONGEST_ABOUT or tells_of_a_lack(sentence):
                continue
            if own := identity(sentence, self._language):
                return self._phrases.told(FrameKind.IDENTITY, {"own": own}, source)
            for telling in tellings(sentence, self._language):
                if telling.manner is Manner.QUOTED:
                    return self._phrases.told(FrameKind.ABOUT, telling.slots, source)
        return self.role()

    def role(self) -> Line | None:
        """Where the person works, or has worked last."""
        named = [e for e in self._profile.experiences if e.title.strip() and e.company.strip()]
        latest = max(named, key=_until, default=None)
        if latest is None:
            return None
        kind = FrameKind.ROLE_NOW if latest.is_current else FrameKind.ROLE_THEN
        values = {"position": one_line(latest.title), "employer": one_line(latest.company)}
        cited = (Source(SourceKind.EXPERIENCE, latest.id, field) for field in ("title", "company"))
        return self._phrases.told(kind, values, *cited)

    def more(self) -> tuple[Line, ...]:
        """Of a career with little to tell: what else the summary tells of deeds, and languages."""
        source = Source(SourceKind.PROFILE, ItemId(self._profile.id), "professional_summary")
        told = (
            self._phrases.told(FrameKind.PLAIN, telling.slots, source)
            for sentence in sentences(self._profile.professional_summary or "")[1:]
            for telling in tellings(sentence, self._language)
            if not tells_of_a_lack(sentence)
            if telling.manner is Manner.FINITE and len(sentence.split()) <= _LONGEST_ABOUT
        )
        return tuple(line for line in (*told, self._languages()) if line)

    def _languages(self) -> Line | None:
        spoken = [s for s in self._profile.skills if s.category is SkillCategory.LANGUAGE and s.name.strip()]
        values = {"items": ", ".join(one_line(skill.name) for skill in spoken)}
        return self._phrases.told(FrameKind.LANGUAGES, values, *_cited(spoken))

    def qualifications(self) -> Iterator[Line]:
        """What of skills, certificates and schooling is asked for."""
        named = (self._skills(), self._certificates(), self._school())
        yield from (line for line in named if line)

    def _skills(self) -> Line | None:
        chosen = self._relevant(_BY_NAME)[:_MOST_SKILLS]
        names = [one_line(skill.name) for skill in chosen]
        values = {"list": listed(names, self._language)} if names else {}
        return self._phrases.told(FrameKind.SKILLS, values, *_cited(chosen))

    def _certificates(self) -> Line | None:
        held = self._relevant((SkillCategory.CERTIFICATION,))[:3]
        values = {"items": ", ".join(one_line(skill.name) for skill in held)}
        return self._phrases.told(FrameKind.CERTIFICATES, values, *_cited(held))

    def _relevant(self, categories: tuple[SkillCategory, ...]) -> list[Skill]:
        named = {s.name.strip().casefold(): s for s in reversed(self._profile.skills) if s.name.strip()}
        scored = [
            (self._scale.of_item(skill.id, ("name",)).score, skill)
            for skill in reversed(named.values())
            if skill.category in categories
        ]
        return [skill for score, skill in sorted(scored, key=lambda s: -s[0]) if score > 0]

    def _school(self) -> Line | None:
        """The newest degree."""
        degree = max(self._profile.education, key=_finished, default=None)
        if degree is None:
            return None
        fields = ("degree", "field_of_study", "institution")
        said = [(field, one_line(getattr(degree, field) or "")) for field in fields]
        told = [(field, text) for field, text in said if text]
        cited = (Source(SourceKind.EDUCATION, degree.id, field) for field, _ in told)
        return self._phrases.told(FrameKind.SCHOOL, {"items": ", ".join(text for _, text in told)}, *cited)


def _cited(skills: list[Skill]) -> tuple[Source, ...]:
    return tuple(Source(SourceKind.SKILL, skill.id, "name") for skill in skills)


def _until(position: Experience) -> tuple[bool, PartialDate, PartialDate]:
    nothing = PartialDate(1)
    return position.is_current, position.end_date or nothing, position.start_date or nothing


def _finished(degree: Education) -> PartialDate:
    return degree.end_date or degree.start_date or PartialDate(1)

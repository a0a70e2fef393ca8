"""A letter's lines held against its frames: a fixed sentence, filled with what is cited, holds."""

import re
from collections.abc import Iterable, Iterator, Mapping

from app.domain.documents.calendar import read_day
from app.domain.documents.content import Source, SourceKind
from app.domain.documents.facts.reading.contacts import web_key
from app.domain.documents.facts.sources.grounds import Archive
from app.domain.documents.letters.frame import FrameKind, filled, frames, listed, slots_of, spoken
from app.domain.documents.letters.identity import identity
from app.domain.documents.letters.occasion import JobFacts, Occasion
from app.domain.documents.letters.telling import tellings
from app.domain.profile.job_profile import ContactBlock
from app.domain.profile.model import Experience
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import one_line, sentences

_Values = Mapping[str, str]
_Role = tuple[_Values, Experience | None]
_BEFORE, _AFTER = re.compile(r"^[^{]*"), re.compile(r"[^}]*$")
_NOW = frozenset({FrameKind.ROLE_NOW, *(k for k in FrameKind if k.startswith("first_now"))})
_THEN = frozenset({FrameKind.ROLE_THEN, *(k for k in FrameKind if k.startswith("first_then"))})
_OF_THE_SENDER = ("full_name", "email", "phone", "location", "website")


class LetterFrames:
    """What a letter to one posting may say of itself."""

    def __init__(self, archive: Archive, occasion: Occasion | None, language: str) -> None:
        self._archive = archive
        self._occasion = occasion
        self._language = spoken(language)
        self._positions: Mapping[ItemId, Experience] = {e.id: e for e in archive.profile.experiences}

    def knows(self, source: Source) -> bool:
        """Whether it is the posting that is answered, or the sender's contact block."""
        if self._occasion is None:
            return False
        if source.kind is SourceKind.JOB:
            return source.id == self._occasion.job.id
        sender = self._occasion.sender
        return source.kind is SourceKind.JOB_PROFILE and sender is not None and source.id == sender.id

    def hold(self, text: str, sources: tuple[Source, ...]) -> bool:
        """A frame filled with what is cited; a day; or the sender's data as they stand."""
        if not sources or not all(self.knows(s) or self._archive.knows(s) for s in sources):
            return False
        if all(source.kind is SourceKind.JOB_PROFILE for source in sources):
            return any(_says(self._occasion, source, text) for source in sources)
        return read_day(text, self._language) is not None or self._framed(text, sources)

    def objection(self, text: str, sources: tuple[Source, ...]) -> str | None:
        """What is wrong with a sentence though every word of it is the person's own."""
        if any(self._told_at_another_time(kind, text, sources) for kind in _NOW | _THEN):
            return "The position is not held at the time of which the sentence speaks."
        named, done = self._named(sources), self._done_under(sources)
        if done and named - done:
            return "This was done in another position than the one that is named."
        return None

    def _framed(self, text: str, sources: tuple[Source, ...]) -> bool:
        return any(self._is(text, sources, kind, self._roles(kind, sources)) for kind in FrameKind)

    def _told_at_another_time(self, kind: FrameKind, text: str, sources: tuple[Source, ...]) -> bool:
        return self._is(text, sources, kind, self._cited_roles(sources))

    def _is(self, text: str, sources: tuple[Source, ...], kind: FrameKind, roles: Iterable[_Role]) -> bool:
        known = tuple(roles)
        return any(
            filled(frame, values) == text
            for frame in frames(self._language, kind)
            if _fits(frame, text)
            for values in self._values(kind, frame, sources, known)
        )

    def _values(
        self, kind: FrameKind, frame: str, sources: tuple[Source, ...], roles: tuple[_Role, ...]
    ) -> Iterator[_Values]:
        wanted = set(slots_of(frame))
        for job in self._of_the_job(sources) if wanted & {"job_title", "job_company"} else ({},):
            for role in roles if "employer" in wanted else (_NOWHERE,):
                for own in self._own(kind, sources, role[1]):
                    values = {**job, **role[0], **own}
                    if wanted <= values.keys():
                        yield values

    def _of_the_job(self, sources: tuple[Source, ...]) -> Iterator[_Values]:
        if self._occasion and any(source.kind is SourceKind.JOB for source in sources):
            yield from _job_values(self._occasion.job)

    def _roles(self, kind: FrameKind, sources: tuple[Source, ...]) -> Iterator[_Role]:
        """Positions that are cited, and held at the time of which the sentence speaks."""
        for names, position in self._cited_roles(sources):
            current = position is not None and position.is_current
            if not (kind in _NOW and not current) and not (kind in _THEN and current):
                yield names, position

    def _cited_roles(self, sources: tuple[Source, ...]) -> Iterator[_Role]:
        for at in dict.fromkeys(s.id for s in sources if s.id in self._positions):
            position = self._positions[at]
            cited = {s.field for s in sources if s.id == at}
            if {"title", "company"} <= cited or None in cited:
                names = {"position": one_line(position.title), "employer": one_line(position.company)}
                yield names, position

    def _named(self, sources: tuple[Source, ...]) -> frozenset[ItemId]:
        """Positions that are cited by what heads them."""
        return frozenset(
            s.id for s in sources if s.kind is SourceKind.EXPERIENCE and s.field in ("title", "company")
        )

    def _done_under(self, sources: tuple[Source, ...]) -> frozenset[ItemId]:
        """Positions whose deeds are cited."""
        deeds = {s.id for s in sources if s.kind is SourceKind.ACHIEVEMENT}
        told = {s.id for s in sources if s.kind is SourceKind.EXPERIENCE and s.field in (None, "description")}
        return frozenset(
            e.id for e in self._positions.values() if e.id in told or deeds & {*e.achievement_ids}
        )

    def _own(
        self, kind: FrameKind, sources: tuple[Source, ...], position: Experience | None
    ) -> Iterator[_Values]:
        yield {}
        told = [s for s in sources if self._archive.knows(s) and _stands_under(s, position)]
        texts = [one_line(text) for text in self._archive.texts(tuple(told))]
        if texts:
            yield {"list": listed(texts, self._language), "items": ", ".join(texts)}
        cited = {s.id for s in told}
        projects = {one_line(p.name) for p in self._archive.profile.projects if p.id in cited}
        named = sorted(projects) or [""]
        for text in texts:
            if kind is FrameKind.IDENTITY:
                yield from ({"own": who} for one in sentences(text) if (who := identity(one, self._language)))
            for telling in tellings(text, self._language):
                yield from ({**telling.slots, "project": project} for project in named)


_NOWHERE: _Role = ({}, None)


def _fits(frame: str, text: str) -> bool:
    """What stands before the first slot and after the last one, as quick to look up as it is to rule out."""
    before, after = _BEFORE.match(frame), _AFTER.search(frame)
    return text.startswith(before[0] if before else "") and text.endswith(after[0] if after else "")


def _job_values(job: JobFacts) -> Iterator[_Values]:
    for title in dict.fromkeys((job.spoken_title, job.written_title)):
        named = {"job_title": title, "job_company": job.employer}
        yield {slot: name for slot, name in named.items() if name}


def _stands_under(source: Source, position: Experience | None) -> bool:
    """A deed told of one position is that position's own."""
    if position is None:
        return True
    if source.kind is SourceKind.EXPERIENCE:
        return source.id == position.id and source.field == "description"
    return source.kind is SourceKind.ACHIEVEMENT and source.id in position.achievement_ids


def _says(occasion: Occasion | None, source: Source, text: str) -> bool:
    sender = occasion.sender if occasion else None
    said = tuple(_sender_texts(sender, source.field)) if sender else ()
    return any(text == one_line(each) or web_key(text) == web_key(each) for each in said)


def _sender_texts(sender: ContactBlock, field: str | None) -> Iterator[str]:
    name, _, place = (field or "").partition(".")
    if name in _OF_THE_SENDER:
        yield getattr(sender, name) or ""
    elif name in ("address", "links") and place.isdigit():
        yield from getattr(sender, name)[int(place) : int(place) + 1]

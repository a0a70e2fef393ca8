"""A cover letter: what it is for, paragraphs of evidence in the person's own words, a close."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.documents.ats import LEAST_WORDS, MOST_WORDS
from app.domain.documents.calendar import show_day
from app.domain.documents.content import (
    DocumentContent,
    Letter,
    Line,
    Paragraph,
    SectionKind,
    Source,
    SourceKind,
)
from app.domain.documents.letters.frame import FrameKind, spoken
from app.domain.documents.letters.occasion import Occasion
from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.emphasis import emphasis_on
from app.domain.generation.letters.evidence import grouped, parted, ranked
from app.domain.generation.letters.person import PersonSentences
from app.domain.generation.letters.sender import letter_header
from app.domain.generation.letters.sentences import Phrasebook
from app.domain.generation.letters.statements import Statement, statements
from app.domain.generation.matching.reading import ProfileReading
from app.domain.generation.matching.receipt import MatchReceipt
from app.domain.generation.options import Length, Options
from app.domain.generation.relevance import RelevanceScale
from app.domain.generation.wanting import wanted
from app.domain.profile.model import Profile
from app.domain.shared.ids import ItemId

_WORDS = {Length.SHORT: 265, Length.MEDIUM: 320, Length.LONG: 375}
"""What a letter grows to, where the career has enough to tell."""
_PLENTY = 6
"""Statements. Who has told as many does better with a shorter letter than with poorer ones."""
_CLOSE = (FrameKind.RESUME, FrameKind.WISH, FrameKind.TALK, FrameKind.THANKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a letter is written for."""

    occasion: Occasion
    analysis: JobAnalysis
    match: MatchReceipt
    today: date


def write_letter(profile: Profile, brief: Brief, options: Options, language: str) -> DocumentContent:
    """Deterministic. What the career does not give is not filled up: the letter is shorter then."""
    wishes = wanted(profile, options, tuple(SectionKind), brief.today)
    return _Writer(wishes.career.profile, brief, wishes.options, spoken(language)).written()


class _Writer:
    def __init__(self, profile: Profile, brief: Brief, options: Options, language: str) -> None:
        self._profile = profile
        self._brief = brief
        self._options = options
        self._language = language
        reading = ProfileReading(profile, today=brief.today)
        emphases = tuple(emphasis_on(each) for each in options.emphasis)
        self._scale = RelevanceScale(brief.analysis, brief.match, reading, emphases)

    def written(self) -> DocumentContent:
        phrases = self._phrases()
        header = letter_header(self._profile, self._brief.analysis, self._brief.occasion.sender)
        recipient = (phrases.fixed(FrameKind.RECIPIENT), self._employer())
        job = (Source(SourceKind.JOB, ItemId(self._brief.occasion.job.id)),)
        closing = phrases.fixed(FrameKind.CLOSING)
        salutation = phrases.fixed(FrameKind.SALUTATION)
        return DocumentContent(
            language=self._language,
            header=header,
            letter=Letter(
                date=Line(show_day(self._brief.today, self._language), job),
                recipient=tuple(line for line in recipient if line),
                subject=phrases.fixed(FrameKind.SUBJECT),
                salutation=salutation or header.name,
                paragraphs=self._paragraphs(),
                closing=closing or header.name,
                signature=header.name,
            ),
        )

    def _phrases(self) -> Phrasebook:
        return Phrasebook(self._brief.occasion, language=self._language, tone=self._options.tone.value)

    def _employer(self) -> Line | None:
        job = self._brief.occasion.job
        source = Source(SourceKind.JOB, ItemId(job.id), "company")
        return Line(job.employer, (source,)) if job.employer else None

    def _paragraphs(self) -> tuple[Paragraph, ...]:
        """One statement more, as long as there is room for it."""
        enough = _WORDS[self._options.length]
        told: tuple[Statement, ...] = ()
        best = self._with(told)
        found = statements(self._profile, self._scale, self._language)
        better, poorer = parted(found, self._brief.today)
        first = ranked(better)
        for statement in (*first, *ranked(poorer)):
            if _words(best) >= enough:
                break
            if statement not in first and (len(told) >= _PLENTY or _words(best) >= LEAST_WORDS):
                break
            tried = self._with((*told, statement))
            if _words(tried) <= MOST_WORDS:
                told, best = (*told, statement), tried
        more = 0
        while _words(best) < LEAST_WORDS and (tried := self._with(told, more + 1)) != best:
            more, best = more + 1, tried
        return best

    def _with(self, told: tuple[Statement, ...], more: int = 0) -> tuple[Paragraph, ...]:
        phrases = self._phrases()
        person = PersonSentences(self._profile, self._scale, phrases, self._language)
        opening = (
            phrases.fixed(FrameKind.OPENING),
            person.who(),
            *person.more()[:more],
            phrases.fixed(FrameKind.BRIDGE) if told else None,
        )
        close = (phrases.fixed(kind) for kind in _CLOSE if told or kind is not FrameKind.WISH)
        parts: list[Iterable[Line | None]] = [
            opening,
            *(phrases.paragraph(group) for group in grouped(told)),
            person.qualifications(),
            close,
        ]
        paragraphs = (Paragraph(tuple(line for line in part if line)) for part in parts)
        return tuple(paragraph for paragraph in paragraphs if paragraph.sentences)


def _words(paragraphs: tuple[Paragraph, ...]) -> int:
    return sum(len(line.text.split()) for paragraph in paragraphs for line in paragraph.sentences)

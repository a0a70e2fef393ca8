"""The fact gate for a text that cites nothing: each line is first given its likeliest sources."""

from datetime import date
from itertools import groupby

from app.domain.documents.facts.gate import hold, worst
from app.domain.documents.facts.receipt import FaithfulnessReceipt, LineVerdict
from app.domain.documents.facts.sources.grounds import Archive
from app.domain.documents.facts.texts.attribution import Attributed, Attribution
from app.domain.documents.facts.texts.outline import outline
from app.domain.documents.facts.totals import receipt_of
from app.domain.profile.model import Profile


def check_text(text: str, profile: Profile, today: date) -> FaithfulnessReceipt:
    """As `check_facts`, for a resume as plain text or Markdown."""
    archive = Archive(profile, today=today)
    parts = Attribution(profile, archive).of(outline(text))
    written = text.splitlines()
    lines = tuple(
        _line(archive, written[number].strip(), number, tuple(group))
        for number, group in groupby(parts, key=lambda part: part.line)
    )
    return receipt_of(lines, profile=profile, checked=text)


def _line(archive: Archive, text: str, number: int, parts: tuple[Attributed, ...]) -> LineVerdict:
    held = [hold(archive, pointer="", text=part.text, sources=part.sources) for part in parts]
    claims = tuple(claim for each in held for claim in each.claims)
    return LineVerdict(
        pointer=f"/lines/{number}",
        text=text,
        sources=tuple(dict.fromkeys(source for each in held for source in each.sources)),
        verdict=worst(claims),
        claims=claims,
    )

"""What a letter may rest on besides the career: the posting it answers, and the sender's contact block."""

import re
from dataclasses import dataclass

from app.domain.profile.job_profile import ContactBlock
from app.domain.shared.ids import JobId

_GENDERS = re.compile(
    r"\s*[(\[]\s*(?:[mwfdhxi]\s*[/|*.,]\s*)+[mwfdhxi*]\s*[)\]]"
    r"|\s*[(\[]\s*(?:all genders|gn|div)\s*[)\]]|\s+-?\s*[HF]/[HF]\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFacts:
    id: JobId
    title: str
    company: str | None

    @property
    def spoken_title(self) -> str:
        """`Staff Nurse (m/f/d)` as one would say it."""
        title = " ".join(self.title.split())
        return _GENDERS.sub("", title).strip() or title

    @property
    def employer(self) -> str:
        return " ".join((self.company or "").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    job: JobFacts
    sender: ContactBlock | None = None
    """None: the person's own contact data are the profile's."""

"""What a letter may rest on besides the career: the posting it answers, and the sender's contact block."""

from dataclasses import dataclass

from app.domain.documents.letters.speakable import spoken_name, spoken_title
from app.domain.profile.job_profile import ContactBlock
from app.domain.shared.ids import JobId


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFacts:
    id: JobId
    title: str
    company: str | None

    @property
    def spoken_title(self) -> str:
        """`Staff Nurse (m/f/d)` as one would say it. Empty where it tells more than the position's name."""
        return spoken_title(self.title)

    @property
    def written_title(self) -> str:
        """As it stands in the posting; empty as above."""
        return spoken_name(self.title) if self.spoken_title else ""

    @property
    def employer(self) -> str:
        """Empty where it tells more than a name."""
        return spoken_name(self.company or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    job: JobFacts
    sender: ContactBlock | None = None
    """None: the person's own contact data are the profile's."""

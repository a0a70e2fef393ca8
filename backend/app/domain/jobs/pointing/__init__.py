"""Where rules are unsure, a language model may point at words of the posting. It can say nothing else."""

from app.domain.jobs.pointing.asking import asked
from app.domain.jobs.pointing.fields import unsure
from app.domain.jobs.pointing.taking import pointed_out

__all__ = ["asked", "pointed_out", "unsure"]

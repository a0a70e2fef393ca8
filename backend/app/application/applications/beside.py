from hashlib import blake2b

from app.domain.applications.ports import Mark
from app.domain.jobs.model import Job


def beside(job: Job, mark: Mark | None) -> str:
    """A print of what is shown with a job and changes without it: what became of it as days went by, which
    others it is linked to, and what the reader's card says."""
    card = (mark.application_id.hex, mark.application_version) if mark else ()
    return printed(job.status, job.duplicate_of, job.repost_of, *card)


def printed(*shown: object) -> str:
    said = " ".join(map(str, shown))
    return blake2b(said.encode(), digest_size=8).hexdigest()

from collections.abc import Collection, Sequence

from app.domain.resumes.errors import PrimaryTaken, ResumeExists, ResumeNotFound
from app.domain.resumes.model import Kept, Resume, ResumeCard
from app.domain.resumes.phones import IPhoneNumbers
from app.domain.resumes.ports import IResumeRepository
from app.domain.shared.errors import Stale
from app.domain.shared.ids import ResumeId, UserId
from app.domain.shared.page import Page, Slice
from tests.fakes.memory import MemoryUnitOfWork, Shelf


class MemoryResumes(Shelf[Resume], IResumeRepository):
    def __init__(self, work: MemoryUnitOfWork) -> None:
        super().__init__(work, Resume)

    async def add(self, resume: Resume) -> None:
        if await self.find_same(resume.sha256, owner=resume.user_id):
            raise ResumeExists("The same file was uploaded at the same moment. Please look again.")
        self._require_one_primary(resume)
        await super().add(resume)

    async def save(self, resume: Resume) -> None:
        self._require_one_primary(resume)
        await super().save(resume)

    def _require_one_primary(self, resume: Resume) -> None:
        if resume.is_primary and any(r.is_primary and r.id != resume.id for r in self._of(resume.user_id)):
            raise PrimaryTaken("Another resume became the primary one at the same moment. Please try again.")

    async def remove(self, resume: Resume) -> None:
        kept = self.by_id(resume.id)
        if kept is None or kept.version != resume.version:
            raise Stale("This resume was changed by somebody else.")
        del self._work.entities[resume.id]

    async def get(self, resume_id: ResumeId, *, owner: UserId, lock: bool = False) -> Resume:
        if found := self.first(lambda r: r.id == resume_id and r.user_id == owner):
            return found
        raise ResumeNotFound("There is no such resume.")

    async def find_same(self, sha256: str, *, owner: UserId) -> Resume | None:
        return self.first(lambda r: r.sha256 == sha256 and r.user_id == owner)

    async def find_primary(self, owner: UserId) -> Resume | None:
        return self.first(lambda r: r.is_primary and r.user_id == owner)

    async def find_newest(self, owner: UserId) -> Resume | None:
        return next(iter(self._of(owner)), None)

    async def kept(self, owner: UserId, *, lock: bool = False) -> Kept:
        theirs = self._of(owner)
        return Kept(len(theirs), sum(r.size for r in theirs))

    # `page` of Shelf is what it takes to keep it: this one is of one owner.
    async def page(self, owner: UserId, part: Slice) -> Page[ResumeCard]:  # type: ignore[override]
        return part.of([_card(r) for r in self._of(owner)])

    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        return {r.storage_key for r in self.all()} & set(storage_keys)

    async def storage_keys_of(self, owner: UserId) -> Sequence[str]:
        return sorted(r.storage_key for r in self._of(owner))

    def _of(self, owner: UserId) -> list[Resume]:
        """The newest first."""
        theirs = (r for r in self.all() if r.user_id == owner)
        return sorted(theirs, key=lambda r: (r.created_at, r.id), reverse=True)


def _card(resume: Resume) -> ResumeCard:
    return ResumeCard(**{name: getattr(resume, name) for name in ResumeCard.__dataclass_fields__})


class NoPhones(IPhoneNumbers):
    """Knows no country."""

    def e164(self, written: str, place: str, language: str) -> str | None:
        return None

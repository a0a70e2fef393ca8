import logging
from dataclasses import dataclass
from uuid import uuid4

from app.application.idempotency import Once, Reply
from app.application.resumes.reading import ResumeReader
from app.application.resumes.work import IResumeWork
from app.application.unit_of_work import Opens
from app.application.versions import require_version
from app.application.work.failpoints import AFTER_PUT, BEFORE_DISCARD, Failpoint, pass_by
from app.domain.resumes.errors import ResumeTooLarge
from app.domain.resumes.model import LARGEST_FILE, Resume, ResumeCard, Room
from app.domain.resumes.naming import name_of, require_honest
from app.domain.shared.errors import DomainError, Stale, Unavailable
from app.domain.shared.ids import ResumeId, UserId
from app.domain.shared.page import Page, Slice
from app.domain.shared.storage import IFileStorage, StorageUnavailable
from app.domain.shared.time import Now

log = logging.getLogger("jobwise.resumes")


@dataclass(frozen=True, slots=True)
class Uploaded:
    resume: Resume
    is_new: bool
    """False for a file that is kept already: it is not kept twice."""


class ResumeService:
    """Resumes that people bring: the file as it came, and what was read in it.

    A file is read while its sender waits: what cannot be read is refused, and nothing of it is kept.
    `expected` is the version that the caller means to change, or None for whichever there is.
    """

    def __init__(
        self,
        *,
        work: Opens[IResumeWork],
        reader: ResumeReader,
        storage: IFileStorage,
        now: Now,
        room: Room,
        failpoint: Failpoint = pass_by,
    ) -> None:
        self._work = work
        self._reader = reader
        self._storage = storage
        self._now = now
        self._room = room
        self._failpoint = failpoint

    async def upload(
        self, data: bytes, *, name: str, owner: UserId, once: Once[Uploaded] | None = None
    ) -> Uploaded | Reply:
        """Raises ResumeTooLarge, ResumeUnreadable, ResumeWithoutText, ResumeMisnamed, TooManyResumes,
        ResumeSpaceUsed; StorageUnavailable, and then there is no row either."""
        if len(data) > LARGEST_FILE:
            raise ResumeTooLarge(f"A resume has at most {LARGEST_FILE // 1024 // 1024} MB.")
        digest = await self._reader.digest(data)
        async with self._work(readonly=True) as work:
            same = await work.resumes.find_same(digest, owner=owner)
            if same is None:
                self._room.require(await work.resumes.kept(owner), len(data))
        made = None if same else await self._made(data, digest, name=name, owner=owner)
        try:
            outcome = await self._keep(made, digest, owner=owner, once=once)
        except Unavailable:
            raise  # Nobody knows whether the row is there: the file stays, and is swept if it is nobody's.
        except DomainError:
            await self._discard(made)
            raise
        if isinstance(outcome, Reply) or not outcome.is_new:
            await self._discard(made)
        return outcome

    async def page(self, owner: UserId, part: Slice) -> Page[ResumeCard]:
        async with self._work(readonly=True) as work:
            return await work.resumes.page(owner, part)

    async def get(self, resume_id: ResumeId, *, owner: UserId) -> Resume:
        async with self._work(readonly=True) as work:
            return await work.resumes.get(resume_id, owner=owner)

    async def fetch(self, resume: Resume, *, start: int = 0, end: int | None = None) -> bytes:
        """The file's bytes [start, end), as it came. Raises FileMissing."""
        return await self._storage.get(resume.storage_key, start=start, end=end)

    async def make_primary(
        self, resume_id: ResumeId, *, owner: UserId, expected: int | None = None
    ) -> Resume:
        """The one before steps down."""
        async with self._work() as work:
            await work.resumes.kept(owner, lock=True)
            resume = await work.resumes.get(resume_id, owner=owner, lock=True)
            require_version(resume, expected)
            if resume.is_primary:
                return resume
            now = self._now()
            if before := await work.resumes.find_primary(owner):
                before.step_down(now=now)
                await work.resumes.save(before)
            resume.become_primary(now=now)
            await work.resumes.save(resume)
            await work.commit()
        return resume

    async def re_extract(self, resume_id: ResumeId, *, owner: UserId, expected: int | None = None) -> Resume:
        """Read the file anew. Where that fails, what was read before stays.

        Raises FileMissing, ResumeUnreadable, ResumeWithoutText, Stale.
        """
        resume = await self.get(resume_id, owner=owner)
        require_version(resume, expected)
        file, parsed = await self._reader.read(await self.fetch(resume))
        resume.read_again(file, parsed, now=self._now())
        async with self._work() as work:
            await work.resumes.save(resume)
            await work.commit()
        return resume

    async def remove(self, resume_id: ResumeId, *, owner: UserId, expected: int | None = None) -> None:
        """First the row, then the file: a crash between the two leaves a file over, never a row without.

        In the place of the primary one, the newest becomes it.
        """
        async with self._work() as work:
            await work.resumes.kept(owner, lock=True)
            resume = await work.resumes.get(resume_id, owner=owner, lock=True)
            require_version(resume, expected)
            await work.resumes.remove(resume)
            if resume.is_primary and (heir := await work.resumes.find_newest(owner)):
                heir.become_primary(now=self._now())
                await work.resumes.save(heir)
            await work.commit()
        await self._discard(resume)

    async def _made(self, data: bytes, digest: str, *, name: str, owner: UserId) -> Resume:
        """Read, and its file put; its row is still to come."""
        file, parsed = await self._reader.read(data)
        require_honest(name, file.kind)
        resume_id, now = uuid4(), self._now()
        resume = Resume(
            id=resume_id,
            user_id=owner,
            name=name_of(name, file.kind),
            kind=file.kind,
            size=len(data),
            sha256=digest,
            storage_key=f"resumes/{resume_id}/{digest}.{file.kind}",
            parsed=parsed,
            extracted_at=now,
            created_at=now,
            updated_at=now,
        )
        resume.read_again(file, parsed, now=now)
        await self._storage.put(resume.storage_key, data)
        self._failpoint(AFTER_PUT)
        return resume

    async def _keep(
        self, made: Resume | None, digest: str, *, owner: UserId, once: Once[Uploaded] | None
    ) -> Uploaded | Reply:
        """The row and the reply together, or neither."""
        async with self._work() as work:
            if once and (earlier := await work.replies.find_or_reserve(owner, once, now=self._now())):
                return earlier
            uploaded = await self._settled(work, made, digest, owner=owner)
            if once:
                await work.replies.keep(owner, once, once.reply(uploaded))
            await work.commit()
        return uploaded

    async def _settled(
        self, work: IResumeWork, made: Resume | None, digest: str, *, owner: UserId
    ) -> Uploaded:
        """Nobody else counts this owner's files meanwhile."""
        kept = await work.resumes.kept(owner, lock=True)
        if same := await work.resumes.find_same(digest, owner=owner):
            return Uploaded(same, is_new=False)
        if made is None:
            raise Stale("This file was deleted at the same moment. Please upload it again.")
        self._room.require(kept, made.size)
        made.is_primary = kept.files == 0
        await work.resumes.add(made)
        return Uploaded(made, is_new=True)

    async def _discard(self, resume: Resume | None) -> None:
        """What cannot be removed now is left over, and swept one day."""
        if resume is None:
            return
        self._failpoint(BEFORE_DISCARD)
        try:
            await self._storage.delete([resume.storage_key])
        except StorageUnavailable:
            log.warning("the file of a removed resume is left over", extra={"resume_id": str(resume.id)})

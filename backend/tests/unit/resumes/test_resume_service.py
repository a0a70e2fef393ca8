"""What is done with a file that somebody brings: what is kept, what is not, and in which order."""

from typing import Any
from uuid import uuid4

import pytest

from app.application.idempotency import Once, Reply
from app.application.resumes.reading import ResumeReader
from app.application.resumes.service import ResumeService, Uploaded
from app.application.work.failpoints import AFTER_PUT, BEFORE_DISCARD
from app.domain.resumes.errors import (
    ResumeMisnamed,
    ResumeSpaceUsed,
    ResumeTooLarge,
    ResumeUnreadable,
    ResumeWithoutText,
    TooManyResumes,
)
from app.domain.resumes.files import FileKind, FileText
from app.domain.resumes.model import CUT_OFF, LARGEST_FILE, LONGEST_TEXT, Kept, Room, fit_to_keep
from app.domain.resumes.naming import name_of, require_honest
from app.domain.shared.errors import PreconditionFailed, Stale, Unavailable
from app.domain.shared.ids import ResumeId
from app.domain.shared.storage import StorageUnavailable
from tests.builders.identity import ADA, BEN
from tests.builders.uploads import NOW, NURSE
from tests.fakes.documents import BrokenFiles, MemoryFiles
from tests.fakes.memory import MemoryDatabase
from tests.fakes.resume_work import MemoryResumeWork, PlainResumeFiles
from tests.fakes.resumes import NoPhones


class House:
    def __init__(self, room: Room | None = None, storage: Any = None, work: Any = MemoryResumeWork) -> None:
        self.database = MemoryDatabase()
        self.files = PlainResumeFiles()
        self.storage = storage or MemoryFiles()
        self.passed: list[tuple[str, int, int]] = []
        self.service = ResumeService(
            work=self.opens(work),
            reader=ResumeReader(files=self.files, phones=NoPhones(), apart=self.database.undisturbed),
            storage=self.storage,
            now=lambda: NOW,
            room=room or Room(3, 10_000),
            failpoint=self.passing,
        )

    def opens(self, kind: Any) -> Any:
        return lambda *, readonly=False: kind(self.database, readonly=readonly)

    def passing(self, place: str) -> None:
        self.passed.append((place, len(self.database.entities), len(self.storage.files)))

    async def upload(self, text: str = NURSE, name: str = "cv.txt", **about: Any) -> Uploaded:
        done = await self.service.upload(text.encode(), name=name, owner=ADA, **about)
        assert isinstance(done, Uploaded)
        return done


async def test_the_file_is_there_before_its_row_and_goes_after_it() -> None:
    house = House()
    made = (await house.upload()).resume
    await house.service.remove(ResumeId(made.id), owner=ADA)

    assert house.passed == [(AFTER_PUT, 0, 1), (BEFORE_DISCARD, 0, 1)]
    assert house.storage.files == {}


@pytest.mark.parametrize(
    "refusal", [ResumeUnreadable("Broken."), ResumeWithoutText("A scan."), Unavailable("Busy.")]
)
async def test_what_cannot_be_read_is_refused_and_nothing_of_it_kept(refusal: Any) -> None:
    house = House()
    house.files.refusal = refusal
    with pytest.raises(type(refusal)):
        await house.upload()
    assert (house.storage.files, house.database.entities) == ({}, {})


async def test_a_name_must_not_say_what_the_file_is_not() -> None:
    house = House()
    with pytest.raises(ResumeMisnamed):
        await house.upload(name="cv.pdf")
    assert (house.storage.files, house.database.entities) == ({}, {})


async def test_a_file_without_a_place_to_keep_it_has_no_row() -> None:
    house = House(storage=BrokenFiles())
    with pytest.raises(StorageUnavailable):
        await house.upload()
    assert house.database.entities == {}


async def test_more_than_there_is_room_for_is_refused_before_it_is_read() -> None:
    house = House()
    for n in range(3):
        await house.upload(f"{NURSE} {n}")
    with pytest.raises(TooManyResumes):
        await house.upload(f"{NURSE} 3")
    assert house.files.count == len(house.storage.files) == 3

    narrow = House(Room(10, len(NURSE.encode()) + 3))
    await narrow.upload()
    with pytest.raises(ResumeSpaceUsed):
        await narrow.upload("Four")
    assert (await narrow.upload("One")).is_new


async def test_what_is_too_large_is_not_even_read() -> None:
    house = House()
    with pytest.raises(ResumeTooLarge):
        await house.service.upload(b"x" * (LARGEST_FILE + 1), name="cv.txt", owner=ADA)
    assert house.files.count == 0


class Full(MemoryResumeWork):
    """Somebody else takes the last place after it was seen."""

    @property
    def resumes(self) -> Any:
        found = super().resumes
        real = found.kept

        async def kept(owner: Any, *, lock: bool = False) -> Any:
            return await real(owner) if not lock else type(self)._taken

        found.kept = kept  # type: ignore[method-assign]
        return found

    _taken: Any = None


async def test_who_loses_the_last_place_leaves_no_file() -> None:
    Full._taken = Kept(3, 0)
    house = House(work=Full)
    with pytest.raises(TooManyResumes):
        await house.upload()
    assert (house.storage.files, house.database.entities) == ({}, {})


class LosesTheAnswer(MemoryResumeWork):
    async def commit(self) -> None:
        await super().commit()
        raise Unavailable("The connection broke.")


async def test_a_file_stays_where_nobody_knows_whether_its_row_is_there() -> None:
    house = House(work=LosesTheAnswer)
    with pytest.raises(Unavailable):
        await house.upload()
    assert len(house.database.entities) == len(house.storage.files) == 1


async def test_a_file_that_is_kept_is_neither_read_nor_kept_again() -> None:
    house = House()
    first, again = await house.upload(), await house.upload(name="other.txt")

    assert (first.is_new, again.is_new, again.resume) == (True, False, first.resume)
    assert (house.files.count, len(house.storage.files)) == (1, 1)


async def test_a_key_brings_back_the_answer_even_when_the_resume_is_gone() -> None:
    house = House()
    once: Once[Uploaded] = Once(
        route="r", key="k", fingerprint="f", reply=lambda done: Reply(201, str(done.resume.id))
    )
    made = (await house.upload(once=once)).resume
    await house.service.remove(ResumeId(made.id), owner=ADA)
    again = await house.service.upload(NURSE.encode(), name="cv.txt", owner=ADA, once=once)

    assert again == Reply(201, str(made.id))
    assert (house.storage.files, [*house.database.entities]) == ({}, [])


async def test_the_first_is_primary_and_the_newest_takes_the_place_of_one_that_goes() -> None:
    house = House()
    first, second = [(await house.upload(f"{NURSE} {n}")).resume for n in range(2)]
    assert (first.is_primary, second.is_primary) == (True, False)

    await house.service.remove(ResumeId(first.id), owner=ADA)
    assert (await house.service.get(ResumeId(second.id), owner=ADA)).is_primary


async def test_reading_anew_replaces_what_was_read_and_needs_the_version_that_is_meant() -> None:
    house = House()
    made = (await house.upload()).resume
    house.files.reader = "plain 2"
    with pytest.raises(PreconditionFailed):
        await house.service.re_extract(ResumeId(made.id), owner=ADA, expected=2)
    again = await house.service.re_extract(ResumeId(made.id), owner=ADA, expected=1)
    assert (again.version, again.reader, again.is_primary) == (2, "plain 2", True)

    house.files.refusal = ResumeUnreadable("Broken.")
    with pytest.raises(ResumeUnreadable):
        await house.service.re_extract(ResumeId(made.id), owner=ADA)
    kept = await house.service.get(ResumeId(made.id), owner=ADA)
    assert (kept.version, kept.text) == (2, NURSE)


async def test_what_was_changed_while_it_was_read_stays_changed() -> None:
    house = House()
    made = (await house.upload()).resume
    real = house.files.read

    async def slow(data: bytes) -> FileText:
        async with MemoryResumeWork(house.database) as work:
            other = await work.resumes.get(ResumeId(made.id), owner=ADA)
            await work.resumes.save(other)
            await work.commit()
        return await real(data)

    house.files.read = slow  # type: ignore[method-assign]
    with pytest.raises(Stale):
        await house.service.re_extract(ResumeId(made.id), owner=ADA)


async def test_nobody_elses_resume_is_touched() -> None:
    house = House()
    made = ResumeId((await house.upload()).resume.id)
    for act in (
        house.service.get,
        house.service.remove,
        house.service.make_primary,
        house.service.re_extract,
    ):
        with pytest.raises(Exception, match="no such resume"):
            await act(made, owner=BEN)
    assert len(house.storage.files) == 1
    with pytest.raises(Exception, match="no such resume"):
        await house.service.get(ResumeId(uuid4()), owner=ADA)


def test_what_no_database_keeps_gives_way_without_moving_the_rest() -> None:
    file = FileText(kind=FileKind.PDF, text="A\0B\ud800C", pages=1, remarks=("x\0",), reader="r" * 300)
    fit = fit_to_keep(file)

    assert (fit.text, fit.remarks, len(fit.reader)) == ("A\ufffdB\ufffdC", ("x\ufffd",), 200)
    long = fit_to_keep(FileText(kind=FileKind.TXT, text="x" * (LONGEST_TEXT + 1), pages=1, reader="r"))
    assert (len(long.text), long.remarks) == (LONGEST_TEXT, (CUT_OFF,))


@pytest.mark.parametrize(
    ("given", "kind", "kept"),
    [
        ("cv.pdf", FileKind.PDF, "cv.pdf"),
        ("cv", FileKind.DOCX, "cv.docx"),
        ("cv.TXT", FileKind.TXT, "cv.txt"),
        ("cv.md", FileKind.TXT, "cv.txt"),
        ("/etc/../passwd", FileKind.TXT, "passwd.txt"),
        ("", FileKind.PDF, "resume.pdf"),
        ("...", FileKind.PDF, "resume.pdf"),
        ("\u202efdp.vc", FileKind.PDF, "fdp.pdf"),
        ("a\nb\0c.txt", FileKind.TXT, "abc.txt"),
        ('x"; y=z.txt', FileKind.TXT, "x y=z.txt"),
        ("é" * 300 + ".txt", FileKind.TXT, "é" * 100 + ".txt"),
    ],
)
def test_a_name_is_kept_as_a_name(given: str, kind: FileKind, kept: str) -> None:
    assert name_of(given, kind) == kept


def test_only_a_suffix_that_is_known_can_be_wrong() -> None:
    for fine in ("cv", "cv.TXT", "cv.md", "cv.v2"):
        require_honest(fine, FileKind.TXT)
    with pytest.raises(ResumeMisnamed, match="content is TXT"):
        require_honest("cv.Docx", FileKind.TXT)

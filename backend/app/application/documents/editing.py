from collections.abc import Sequence
from functools import partial

from app.application.apart import Apart
from app.application.documents.exporting import Exporter
from app.application.documents.judging import judge
from app.application.documents.occasions import occasion_of
from app.application.documents.press import Press
from app.application.documents.work import IDocumentWork
from app.application.unit_of_work import Opens
from app.domain.documents.ats import ats_score
from app.domain.documents.errors import ProfileGone
from app.domain.documents.extent import require_extent
from app.domain.documents.model import Document, Export
from app.domain.profile.errors import ProfileNotFound
from app.domain.profile.model import Profile
from app.domain.shared.ids import DocumentId
from app.domain.shared.time import Now


class Editor:
    """Makes new versions: judged, pressed where they hold, numbered and kept."""

    def __init__(
        self, *, work: Opens[IDocumentWork], press: Press, exporter: Exporter, apart: Apart, now: Now
    ) -> None:
        self._work = work
        self._press = press
        self._exporter = exporter
        self._apart = apart
        self._now = now

    async def keep(self, draft: Document, *, keywords: Sequence[str]) -> Document:
        """Judge it against its profile as that stands now. One that does not hold gets no file.

        Raises ProfileGone, ContentTooLong.
        """
        require_extent(draft.content)
        await self._judge(draft, keywords)
        try:
            await self._add(draft, None if draft.open_lines else await self._exporter.pressed(draft))
        except BaseException:
            await self._press.discard(DocumentId(draft.id))
            raise
        return draft

    async def _judge(self, draft: Document, keywords: Sequence[str]) -> None:
        async with self._work(readonly=True) as work:
            profile = await _profile_of(work, draft)
            occasion = await occasion_of(work, draft, draft.content)
        judgement = await self._apart(judge, draft.content, profile, self._now().date(), occasion)
        draft.faithfulness, draft.source_prints = judgement.faithfulness, judgement.source_prints
        draft.ats = await self._apart(partial(ats_score, draft.content, keywords=keywords))

    async def _add(self, draft: Document, export: Export | None) -> None:
        async with self._work() as work:
            draft.version_number = await work.documents.next_version_number(
                owner=draft.user_id, job_id=draft.job_id, document_type=draft.document_type
            )
            await work.documents.add(draft)
            if export:
                await work.documents.add_export(export)
            await work.commit()


async def find_profile(work: IDocumentWork, document: Document) -> Profile | None:
    try:
        if document.profile_id:
            return await work.profiles.get(document.profile_id, owner=document.user_id)
    except ProfileNotFound:
        pass
    return None


async def _profile_of(work: IDocumentWork, document: Document) -> Profile:
    if profile := await find_profile(work, document):
        return profile
    raise ProfileGone("The profile that this document rests on is gone: nothing can be checked against it.")

"""Where documents and their files' records are kept."""

from abc import abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.documents.model import Document, DocumentType, Export, Scores
from app.domain.documents.ports import Format, Layout
from app.domain.shared.ids import DocumentId, GenerationId, JobId, ProfileId, UserId
from app.domain.shared.page import Page, Slice


class DocumentSort(StrEnum):
    """What a list of documents may be ordered by; `-` turns it round."""

    NEWEST = "-created_at"
    OLDEST = "created_at"
    LAST_CHANGED = "-updated_at"
    FIRST_CHANGED = "updated_at"
    TITLE = "title"
    TITLE_DOWN = "-title"
    LAST_VERSION = "-version_number"
    FIRST_VERSION = "version_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSearch:
    """Which documents are wanted: every value given must fit."""

    owner: UserId
    job_id: JobId | None = None
    profile_id: ProfileId | None = None
    generation_id: GenerationId | None = None
    document_type: DocumentType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The versions of one type for one job."""

    owner: UserId
    job_id: JobId
    document_type: DocumentType


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentListing:
    """A document as lists show it: without its content and receipts. Same names as Document's."""

    id: DocumentId
    version: int
    user_id: UserId
    generation_id: GenerationId | None
    job_id: JobId | None
    profile_id: ProfileId | None
    document_type: DocumentType
    version_number: int
    title: str
    layout: Layout
    scores: Scores
    pinned: bool
    frozen_at: datetime | None
    created_at: datetime
    updated_at: datetime


class IDocumentRepository(Protocol):
    @abstractmethod
    async def add(self, document: Document) -> None:
        """Raises VersionTaken, AlreadyStored."""

    @abstractmethod
    async def save(self, document: Document) -> None:
        """Raises Stale."""

    @abstractmethod
    async def get(self, document_id: DocumentId, *, owner: UserId, lock: bool = False) -> Document:
        """`lock` keeps other writers off it until this unit of work ends.

        Raises DocumentNotFound, also for somebody else's.
        """

    @abstractmethod
    async def get_version(self, document_id: DocumentId, series: Series, *, lock: bool = False) -> Document:
        """With `lock`, nobody else pins one of the owner's before this unit of work ends, nor writes this.

        Raises DocumentNotFound, also for a version of something else.
        """

    @abstractmethod
    async def find_current(self, series: Series) -> Document | None:
        """The one that is pinned, else the newest."""

    @abstractmethod
    async def find_earlier(self, series: Series, version_number: int) -> Document | None:
        """The newest of those with a lower number."""

    @abstractmethod
    async def pin(self, document: Document) -> None:
        """This one, and no other of its job and type any more. Raises Stale, PinnedAtOnce."""

    @abstractmethod
    async def find_by_generation(self, generation_id: GenerationId) -> Document | None: ...

    @abstractmethod
    async def next_version_number(
        self, *, owner: UserId, job_id: JobId | None, document_type: DocumentType
    ) -> int:
        """From 1. Nobody else gets the same one before this unit of work ends."""

    @abstractmethod
    async def page(
        self, search: DocumentSearch, *, sort: DocumentSort, part: Slice
    ) -> Page[DocumentListing]: ...

    @abstractmethod
    async def remove(self, document: Document) -> None:
        """With the records of its exports. Raises Stale when somebody saved it since it was read."""

    @abstractmethod
    async def add_export(self, export: Export) -> None:
        """Takes the place of one of the same format and layout, and keeps others from adding until this
        unit of work ends. Raises DocumentNotFound."""

    @abstractmethod
    async def find_export(
        self, document_id: DocumentId, *, format: Format, layout: Layout
    ) -> Export | None: ...

    @abstractmethod
    async def recorded(self, storage_keys: Collection[str]) -> Collection[str]:
        """Those that an export stands for."""

    @abstractmethod
    async def storage_keys_of(self, owner: UserId) -> Sequence[str]:
        """Where the files of all their documents are kept."""

    @abstractmethod
    async def exports_of(self, document_id: DocumentId) -> Sequence[Export]:
        """By format and paper."""

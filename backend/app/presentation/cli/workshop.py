"""What the command line works with. The entry hands in the real things."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer

from app.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from app.application.documents.press import Press
    from app.application.generation.tailoring import Tailor
    from app.application.services import Services
    from app.domain.resumes.files import IResumeFiles


EMBEDDED = "sqlite"


class IStep(Protocol):
    """One migration."""

    @property
    @abstractmethod
    def revision(self) -> str: ...

    @property
    @abstractmethod
    def said(self) -> str: ...


class IMigrations(Protocol):
    @abstractmethod
    def upgrade(self, revision: str = "head") -> None: ...

    @abstractmethod
    def downgrade(self, revision: str) -> None: ...

    @abstractmethod
    def current(self) -> str | None: ...

    @abstractmethod
    def history(self) -> Sequence[IStep]: ...

    @abstractmethod
    def revise(self, said: str) -> Path: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    settings: Callable[..., Settings]
    services: "Callable[[Settings], AbstractAsyncContextManager[Services]]"
    engine: "Callable[[Settings], AbstractAsyncContextManager[tuple[Tailor, Press]]]"
    application: "Callable[[Settings], FastAPI]"
    migrations: Callable[[Settings], IMigrations]
    logs: Callable[[Settings], None]
    resume_files: "Callable[[], IResumeFiles]"

    def make_ready(self, settings: Settings) -> None:
        """The embedded database is made, or upgraded, by whoever comes first."""
        if settings.database_url.startswith(EMBEDDED):
            self.migrations(settings).upgrade()


def workshop(context: typer.Context) -> Workshop:
    found = context.find_object(Workshop)
    if found is None:
        raise RuntimeError("The command line was started without its workshop.")
    return found

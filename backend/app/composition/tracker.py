"""Applications, and where they stand."""

from dataclasses import dataclass
from functools import partial

from app.application.applications.service import ApplicationService
from app.application.applications.table import TableService
from app.application.applications.tracking import TrackingService
from app.application.documents.sending import SendingService
from app.composition.clock import utc_now
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.persistence.applications import SqlApplicationWork
from app.infrastructure.persistence.database import Database


@dataclass(frozen=True, slots=True)
class Tracker:
    applications: ApplicationService
    application_tables: TableService
    tracking: TrackingService


def tracker_of(database: Database, sending: SendingService, cpu: CpuDoor) -> Tracker:
    work = partial(SqlApplicationWork, database)
    return Tracker(
        ApplicationService(work=work, sending=sending, now=utc_now),
        TableService(work=work, apart=cpu.run, now=utc_now),
        TrackingService(work=work, apart=cpu.run, now=utc_now),
    )

"""Careers, and what is sought with them."""

from dataclasses import dataclass
from functools import partial

from app.application.profile.components import ComponentService
from app.application.profile.history import ProfileHistoryService
from app.application.profile.job_profiles import JobProfileService
from app.application.profile.proposals import ProposalService
from app.application.profile.service import ProfileService
from app.application.profile.transfers import TransferService
from app.composition.clock import utc_now
from app.infrastructure.cpu import CpuDoor
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.profile import SqlProfileWork


@dataclass(frozen=True, slots=True)
class Careers:
    profiles: ProfileService
    components: ComponentService
    profile_history: ProfileHistoryService
    proposals: ProposalService
    job_profiles: JobProfileService
    transfers: TransferService


def careers_of(database: Database, cpu: CpuDoor) -> Careers:
    work = partial(SqlProfileWork, database)
    profiles = ProfileService(work=work, apart=cpu.run, now=utc_now)
    return Careers(
        profiles,
        ComponentService(work=work, now=utc_now),
        ProfileHistoryService(work=work),
        ProposalService(work=work, now=utc_now),
        JobProfileService(work=work, now=utc_now),
        TransferService(profiles=profiles, work=work, apart=cpu.run, now=utc_now),
    )

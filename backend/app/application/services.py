from dataclasses import dataclass

from app.application.applications.service import ApplicationService
from app.application.applications.table import TableService
from app.application.applications.tracking import TrackingService
from app.application.documents.linking import LinkService
from app.application.documents.sending import SendingService
from app.application.documents.service import DocumentService
from app.application.documents.versions import VersionService
from app.application.generation.appraising import AppraisalService
from app.application.generation.following import FollowingService
from app.application.generation.recommending import RecommendationService
from app.application.generation.results import ResultService
from app.application.generation.review import ReviewService
from app.application.generation.service import GenerationService
from app.application.generation.usage import UsageService
from app.application.health import Health
from app.application.housekeeping.erasing import ErasureService
from app.application.housekeeping.exporting import AccountExportService
from app.application.identity.access_tokens import AccessTokenService
from app.application.identity.accounts import AccountService
from app.application.identity.asking import AskingService
from app.application.identity.avatars import AvatarService
from app.application.identity.codes import CodeService
from app.application.identity.llm_keys import LLMKeyService
from app.application.identity.local import LocalUserService
from app.application.identity.provider_sign_in import ProviderSignInService
from app.application.identity.recovery import RecoveryService
from app.application.identity.security import SecurityService
from app.application.identity.service import IdentityService
from app.application.identity.sessions import SessionService
from app.application.jobs.service import JobService
from app.application.limits import ILimiter
from app.application.profile.components import ComponentService
from app.application.profile.history import ProfileHistoryService
from app.application.profile.job_profiles import JobProfileService
from app.application.profile.proposals import ProposalService
from app.application.profile.service import ProfileService
from app.application.profile.transfers import TransferService
from app.application.resumes.importing import ResumeImportService
from app.application.resumes.service import ResumeService
from app.application.work.overview import WorkOverview


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything the outside may ask of JobWise."""

    applications: ApplicationService
    appraisals: AppraisalService
    application_tables: TableService
    health: Health
    identity: IdentityService
    local_user: LocalUserService
    accounts: AccountService
    access_tokens: AccessTokenService
    llm_keys: LLMKeyService
    google: ProviderSignInService
    account_exports: AccountExportService
    avatars: AvatarService
    sessions: SessionService
    asking: AskingService
    codes: CodeService
    recovery: RecoveryService
    security: SecurityService
    limiter: ILimiter
    erasure: ErasureService
    components: ComponentService
    documents: DocumentService
    following: FollowingService
    generations: GenerationService
    job_profiles: JobProfileService
    jobs: JobService
    links: LinkService
    profile_history: ProfileHistoryService
    profiles: ProfileService
    proposals: ProposalService
    recommendations: RecommendationService
    results: ResultService
    resume_imports: ResumeImportService
    resumes: ResumeService
    reviews: ReviewService
    sending: SendingService
    transfers: TransferService
    tracking: TrackingService
    usage: UsageService
    versions: VersionService
    work: WorkOverview

"""A generation: one run of the five stages for one profile, one job and one type of document."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Self

from app.domain.documents.model import DocumentType
from app.domain.generation.errors import (
    BudgetExhausted,
    GenerationAlreadyFinished,
    GenerationNotFinished,
    GenerationNotInReview,
    SourceGone,
)
from app.domain.generation.matching.receipt import MatchReceipt, Recommendation
from app.domain.generation.options import Options
from app.domain.generation.usage import NOTHING, UNBOUND, Charge, RunBudget, Spent, month_of
from app.domain.shared.entity import Entity
from app.domain.shared.ids import DocumentId, GenerationId, JobId, ProfileId, UserId


class GenerationStatus(StrEnum):
    PENDING = "pending"
    GENERATING = "generating"
    COMPLETED = "completed"
    NEEDS_REVIEW = "needs_review"
    """There is a document, but the profile does not bear out all of it: no file is made of it."""
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def has_ended(self) -> bool:
        return self not in {GenerationStatus.PENDING, GenerationStatus.GENERATING}

    @property
    def has_result(self) -> bool:
        return self in {GenerationStatus.COMPLETED, GenerationStatus.NEEDS_REVIEW}


class Stage(StrEnum):
    ANALYZE_JOB = "analyze_job"
    COMPILE_PROFILE = "compile_profile"
    GENERATE_CONTENT = "generate_content"
    VALIDATE_QUALITY = "validate_quality"
    EXPORT = "export"


STAGES = tuple(Stage)


class StageState(StrEnum):
    PENDING = "pending"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageProgress:
    name: Stage
    state: StageState = StageState.PENDING
    started_at: datetime | None = None
    finished_at: datetime | None = None
    percent: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class Generation(Entity):
    user_id: UserId
    profile_id: ProfileId | None
    """None when it was deleted since."""
    job_id: JobId | None
    """None when it was deleted since."""
    document_type: DocumentType
    options: Options
    parent_id: GenerationId | None = None
    """The generation that this one does again."""
    status: GenerationStatus = GenerationStatus.PENDING
    stage_progress: tuple[StageProgress, ...] = tuple(StageProgress(name=stage) for stage in Stage)
    match_score: float | None = None
    keywords_required_count: int | None = None
    keywords_matched_count: int | None = None
    recommendations: tuple[Recommendation, ...] = ()
    document_id: DocumentId | None = None
    error_message: str | None = None
    charge: Charge = Charge.NONE
    budget: RunBudget = UNBOUND
    token_usage: int = 0
    cost_micros: int = 0
    reserved: Spent = NOTHING
    """The most that paid calls may come to which are under way, or were when a process died."""
    own_key: bool = False
    """Whether its paid calls are made with a key of its owner's, who pays for them. It stays so."""
    estimated_completion: datetime | None = None
    """As it looked when it was asked for."""
    generation_time_seconds: float | None = None
    """From the request to the end."""
    rating: int | None = None
    """1 to 5."""
    comment: str | None = None
    created_at: datetime
    completed_at: datetime | None = None
    updated_at: datetime

    @classmethod
    def request(
        cls,
        *,
        user_id: UserId,
        profile_id: ProfileId,
        job_id: JobId,
        document_type: DocumentType,
        options: Options,
        now: datetime,
    ) -> Self:
        return cls(
            user_id=user_id,
            profile_id=profile_id,
            job_id=job_id,
            document_type=document_type,
            options=options,
            created_at=now,
            updated_at=now,
        )

    @property
    def percent(self) -> int:
        """How far the whole is."""
        return sum(progress.percent for progress in self.stage_progress) // len(STAGES)

    @property
    def month(self) -> date:
        """The one that it counts in."""
        return month_of(self.created_at)

    def expect(self, seconds: float) -> None:
        self.estimated_completion = self.created_at + timedelta(seconds=round(seconds, 3))

    def begin(self, *, now: datetime) -> None:
        """Start, or go on where a process that died left off."""
        self._require_unfinished()
        self.status, self.updated_at = GenerationStatus.GENERATING, now
        if self._stage_in(StageState.RUNNING) is None:
            self._start_next(now)

    def finish_stage(self, stage: Stage, *, spent: Spent = NOTHING, now: datetime) -> None:
        """That stage is done, and the next one begins."""
        self._require_unfinished()
        self._put(stage, state=StageState.COMPLETED, finished_at=now, percent=100)
        self.settle(NOTHING, spent)
        self.updated_at = now
        self._start_next(now)

    def reserve(self, most: Spent) -> None:
        """Before a paid call: the most that it may come to. Raises BudgetExhausted: it is not made then."""
        self._require_unfinished()
        if not self.budget.bears(self.spent + self.reserved + most):
            raise BudgetExhausted("What this generation may spend does not suffice to finish it.")
        self.reserved += most

    def settle(self, most: Spent, spent: Spent) -> None:
        """A call for which so much was reserved came to that."""
        self.reserved -= most
        self.token_usage += spent.tokens
        self.cost_micros += spent.cost_micros

    def write_off(self) -> Spent:
        """At the end: calls of which nobody can say what they came to count as spent, at their most."""
        lost = self.reserved
        self.settle(lost, lost)
        return lost

    @property
    def spent(self) -> Spent:
        return Spent(tokens=self.token_usage, cost_micros=self.cost_micros)

    def refund(self) -> bool:
        """Whether there was a charge to give back: True once, and only for what came to no result."""
        if self.charge is not Charge.CHARGED or self.status.has_result:
            return False
        self.charge = Charge.REFUNDED
        return True

    def take_match(self, receipt: MatchReceipt) -> None:
        self.match_score = receipt.total
        self.keywords_required_count = receipt.keywords_required_count
        self.keywords_matched_count = receipt.keywords_matched_count
        self.recommendations = receipt.recommendations

    def complete(self, document_id: DocumentId, *, objection: str | None, now: datetime) -> None:
        """With an objection, a person has to look at it."""
        self.document_id = document_id
        status = GenerationStatus.NEEDS_REVIEW if objection else GenerationStatus.COMPLETED
        self._end(status, objection, now)

    def fail(self, reason: str, *, now: datetime) -> None:
        self._stop(StageState.FAILED, now)
        self._end(GenerationStatus.FAILED, reason, now)

    def cancel(self, *, now: datetime) -> None:
        self._stop(StageState.CANCELLED, now)
        self._end(GenerationStatus.CANCELLED, None, now)

    def require_review(self) -> None:
        if self.status is not GenerationStatus.NEEDS_REVIEW:
            raise GenerationNotInReview(f"There is nothing to approve: this generation is {self.status}.")

    def review(self, objection: str | None, *, now: datetime) -> None:
        """The result was judged again."""
        if self.status.has_result:
            self.status = GenerationStatus.NEEDS_REVIEW if objection else GenerationStatus.COMPLETED
            self.error_message, self.updated_at = objection, now

    def rate(self, rating: int, comment: str | None, *, now: datetime) -> None:
        """Raises GenerationNotFinished: nobody can say yet how good it is."""
        if not self.status.has_ended:
            raise GenerationNotFinished("This generation has not ended yet.")
        self.rating, self.comment, self.updated_at = rating, comment, now

    def sources(self) -> tuple[ProfileId, JobId]:
        """Raises SourceGone."""
        if self.profile_id is None:
            raise SourceGone("The profile was deleted.")
        if self.job_id is None:
            raise SourceGone("The job was deleted.")
        return self.profile_id, self.job_id

    def progress_of(self, stage: Stage) -> StageProgress:
        return next(progress for progress in self.stage_progress if progress.name is stage)

    def _end(self, status: GenerationStatus, message: str | None, now: datetime) -> None:
        self._require_unfinished()
        self.status, self.error_message = status, message
        self.completed_at = self.updated_at = now
        self.generation_time_seconds = max(0.0, round((now - self.created_at).total_seconds(), 3))

    def _require_unfinished(self) -> None:
        if self.status.has_ended:
            raise GenerationAlreadyFinished(f"This generation has ended: it is {self.status}.")

    def _stage_in(self, state: StageState) -> Stage | None:
        return next((progress.name for progress in self.stage_progress if progress.state is state), None)

    def _start_next(self, now: datetime) -> None:
        if stage := self._stage_in(StageState.PENDING):
            self._put(stage, state=StageState.RUNNING, started_at=now)

    def _stop(self, state: StageState, now: datetime) -> None:
        if stage := self._stage_in(StageState.RUNNING):
            self._put(stage, state=state, finished_at=now)

    def _put(self, stage: Stage, **values: Any) -> None:
        self.stage_progress = tuple(
            replace(progress, **values) if progress.name is stage else progress
            for progress in self.stage_progress
        )

"""Work that comes again by itself: due once in every period, however many processes keep the calendar."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from app.domain.shared.ids import WorkId
from app.domain.shared.work import Order, Priority

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    kind: str
    every: timedelta
    offset: timedelta = timedelta(0)
    """From midnight UTC, for what comes once a day: the time of day."""

    def __post_init__(self) -> None:
        if self.every <= timedelta(0):
            raise ValueError("A period has a length.")

    def period(self, now: datetime) -> datetime:
        """When the present period began."""
        return now - (now - EPOCH - self.offset) % self.every

    def next(self, now: datetime) -> datetime:
        return self.period(now) + self.every

    def order(self, now: datetime) -> Order:
        """For the present period: the same whoever asks, so that it is done once."""
        key = f"{self.kind}:{self.period(now).isoformat()}"
        work_id = WorkId(uuid5(NAMESPACE_URL, f"jobwise:{key}"))
        return Order(
            id=work_id,
            kind=self.kind,
            subject_id=work_id,
            user_id=None,
            dedupe_key=key,
            priority=Priority.LOW,
        )

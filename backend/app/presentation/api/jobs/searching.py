"""What may be asked of a list of jobs."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Depends, Query

from app.domain.applications.ports import Tracking
from app.domain.applications.status import ApplicationStatus
from app.domain.identity.errors import InvalidToken
from app.domain.jobs.model import JobStatus
from app.domain.jobs.pay import MOST_PAY, PER_YEAR
from app.domain.jobs.ports import JobSearch
from app.domain.jobs.posting import EmploymentType, Period, Seniority, Workplace
from app.domain.jobs.search import Clause, clauses_of
from app.domain.shared.ids import UserId
from app.presentation.dependencies import MaybeUser
from app.presentation.schemas import Currency, Day, Name, Source, YesOrNo


class Scope(StrEnum):
    MINE = "mine"
    BOARD = "board"


Pay = Annotated[float, Query(ge=0, le=MOST_PAY, allow_inf_nan=False)]


async def get_words(
    q: Annotated[
        Name | None, Query(description="Words of title, company, location or description, all of them")
    ] = None,
    text: Annotated[Name | None, Query(description="The same as `q`; with both, all words of both")] = None,
) -> tuple[Clause, ...] | None:
    if q is None and text is None:
        return None
    return tuple(dict.fromkeys((*clauses_of(q or ""), *clauses_of(text or ""))))


async def get_pay(
    salary_min: Annotated[Pay | None, Query(description="What the pay reaches at its best")] = None,
    salary_max: Annotated[Pay | None, Query(description="What the pay begins at, at most")] = None,
    currency: Currency | None = None,
    period: Annotated[
        Period,
        Query(description="What `salary_min` and `salary_max` are for; all pay is compared by the year"),
    ] = Period.YEAR,
) -> dict[str, Any]:
    times = PER_YEAR[period]
    return {
        "salary_min": None if salary_min is None else salary_min * times,
        "salary_max": None if salary_max is None else salary_max * times,
        "currency": currency,
    }


async def get_days(
    posted_since: Annotated[
        Day | None, Query(description="Where a posting does not say, since it was entered")
    ] = None,
    deadline_from: Annotated[Day | None, Query(description="Closes on this day or later")] = None,
    deadline_to: Annotated[Day | None, Query(description="Closes on this day or earlier")] = None,
) -> dict[str, date | None]:
    return {"posted_since": posted_since, "deadline_from": deadline_from, "deadline_to": deadline_to}


async def get_search(  # noqa: PLR0913  each is a query parameter
    user_id: MaybeUser,
    clauses: Annotated[tuple[Clause, ...] | None, Depends(get_words)],
    pay: Annotated[dict[str, Any], Depends(get_pay)],
    days: Annotated[dict[str, Any], Depends(get_days)],
    scope: Annotated[Scope | None, Query(description="`mine` with a token, else `board`")] = None,
    status: JobStatus | None = None,
    source: Source | None = None,
    remote: YesOrNo | None = None,
    workplace: Workplace | None = None,
    employment_type: EmploymentType | None = None,
    seniority: Seniority | None = None,
    company: Annotated[Name | None, Query(description="Words of the company's name, in order")] = None,
    location: Annotated[Name | None, Query(description="Words of the location, in order")] = None,
) -> JobSearch:
    return JobSearch(
        owner=_owner(scope, user_id),
        clauses=clauses,
        status=status,
        source=source,
        remote=remote,
        workplace=workplace,
        employment_type=employment_type,
        seniority=seniority,
        company=company,
        location=location,
        **pay,
        **days,
    )


def _owner(scope: Scope | None, user_id: UserId | None) -> UserId | None:
    if scope is Scope.MINE and user_id is None:
        raise InvalidToken("An access token is needed to see jobs of one's own.")
    return None if scope is Scope.BOARD else user_id


async def get_tracking(
    user_id: MaybeUser,
    tracking_status: Annotated[
        ApplicationStatus | None, Query(description="Where your application for it stands")
    ] = None,
    favorite: YesOrNo | None = None,
) -> Tracking | None:
    if user_id is not None:
        return Tracking(reader=user_id, tracking_status=tracking_status, favorite=favorite)
    if tracking_status is not None or favorite is not None:
        raise InvalidToken("An access token is needed to ask by one's own applications.")
    return None


Search = Annotated[JobSearch, Depends(get_search)]
Tracked = Annotated[Tracking | None, Depends(get_tracking)]

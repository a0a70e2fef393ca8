from hmac import compare_digest
from typing import Annotated, Literal

from fastapi import Depends, HTTPException, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from app.application.health import Health
from app.application.work.overview import WorkOverview
from app.domain.shared.errors import Unavailable
from app.presentation.dependencies import service
from app.presentation.errors import envelope
from app.presentation.routing import Access, Rate, area, rules
from app.presentation.schemas import Out

router = area("", "system", at="")
Work = Annotated[WorkOverview, Depends(service(lambda services: services.work))]
Checks = Annotated[Health, Depends(service(lambda services: services.health))]


class HealthOut(Out):
    status: Literal["ok"] = "ok"


class ReadyOut(Out):
    status: Literal["ready"] = "ready"
    parts: dict[str, str]


@router.get("/health", **rules(Access.PUBLIC, rate=Rate.ANY))
async def get_health() -> HealthOut:
    """The process answers. Touches nothing else."""
    return HealthOut()


@router.get("/ready", response_model=ReadyOut, **rules(Access.PUBLIC, rate=Rate.ANY))
async def get_readiness(request: Request, health: Checks) -> ReadyOut | Response:
    """Database, queue and storage, each by name. 503 when one of them is down."""
    parts = await health.check()
    if all(state == "ok" for state in parts.values()):
        return ReadyOut(parts=parts)
    return envelope(request.scope, 503, "not_ready", "A part is down.", parts, Retry_After="5")


@router.get("/metrics", response_class=PlainTextResponse, **rules(Access.OPS, 401, 404, rate=Rate.ANY))
async def get_metrics(request: Request, work: Work) -> Response:
    """Prometheus exposition: this process, and the backlog of all. Unknown where it is turned off; where the
    host has set a token for it, only with that as Bearer."""
    if not request.app.state.metrics:
        raise HTTPException(404)
    token: str = request.app.state.metrics_token
    given = request.headers.get("authorization", "")
    if token and not compare_digest(given.encode(), f"Bearer {token}".encode()):
        raise HTTPException(401, "The metrics want their token.", {"WWW-Authenticate": "Bearer"})
    return Response(generate_latest() + await _backlog(work), media_type=CONTENT_TYPE_LATEST)


async def _backlog(work: WorkOverview) -> bytes:
    """The database's figures, as they are at this moment. Without a database there are none."""
    registry = CollectorRegistry()
    is_up = Gauge("jobwise_database_up", "1 while the database answers.", registry=registry)
    labels = ["kind", "condition"]
    count = Gauge("jobwise_backlog", "Work that has not ended.", labels, registry=registry)
    oldest = Gauge("jobwise_backlog_oldest_seconds", "How long the first waits.", labels, registry=registry)
    try:
        backlog = await work.backlog()
    except Unavailable:
        return generate_latest(registry)
    is_up.set(1)
    for part in backlog:
        count.labels(part.kind, part.condition).set(part.count)
        oldest.labels(part.kind, part.condition).set(part.oldest)
    return generate_latest(registry)

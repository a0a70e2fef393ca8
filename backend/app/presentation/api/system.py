from typing import Annotated, Literal

from fastapi import Depends, HTTPException, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from app.application.health import Health
from app.presentation.dependencies import service
from app.presentation.errors import envelope
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import Out

router = area("", "system")
Checks = Annotated[Health, Depends(service(lambda services: services.health))]


class HealthOut(Out):
    status: Literal["ok"] = "ok"


class ReadyOut(Out):
    status: Literal["ready"] = "ready"
    parts: dict[str, str]


@router.get("/health", **rules(Access.PUBLIC))
async def get_health() -> HealthOut:
    """The process answers. Touches nothing else."""
    return HealthOut()


@router.get("/ready", response_model=ReadyOut, **rules(Access.PUBLIC))
async def get_readiness(request: Request, health: Checks) -> ReadyOut | Response:
    """Database, queue and storage, each by name. 503 when one of them is down."""
    parts = await health.check()
    if all(state == "ok" for state in parts.values()):
        return ReadyOut(parts=parts)
    return envelope(request.scope, 503, "not_ready", "A part is down.", parts, Retry_After="5")


@router.get("/metrics", response_class=PlainTextResponse, **rules(Access.OPS, 404))
async def get_metrics(request: Request) -> Response:
    """Prometheus exposition. Unknown where the host has turned it off."""
    if not request.app.state.metrics:
        raise HTTPException(404)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

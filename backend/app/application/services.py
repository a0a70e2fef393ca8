from dataclasses import dataclass

from app.application.health import Health
from app.application.identity.service import IdentityService


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything the outside may ask of JobWise: one service an area."""

    health: Health
    identity: IdentityService

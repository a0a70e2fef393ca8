"""How often somebody may ask: counted by user, and by address for those who are not signed in."""

from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256

from fastapi import Request

from app.application.limits import Limit, Standing, network_of
from app.application.services import Services
from app.domain.identity.errors import InvalidToken, ScopeRequired
from app.domain.identity.model import canonical_email
from app.domain.shared.errors import Exhausted, Unavailable
from app.domain.shared.ids import UserId
from app.presentation.dependencies import find_visitor, get_origin
from app.presentation.routing import Rate

BY_ADDRESS = frozenset({Rate.SIGN_IN, Rate.REGISTER, Rate.REFRESH})
"""Whoever asks: somebody who has an account has no more tries at those of others."""
LOCKS = BY_ADDRESS | {Rate.PASSWORD}
"""What somebody tries who wants to get in: the log of security events tells of it."""
ACCOUNT = "account"


class TooManyRequests(Exhausted): ...


class Turnstile:
    def __init__(self, services: Services, limits: Mapping[str, Limit | None]) -> None:
        self._limiter = services.limiter
        self._security = services.security
        self._limits = limits
        policies = {
            name: f'"{name}";q={limit.amount};w={limit.seconds}' for name, limit in limits.items() if limit
        }
        self._policies = {name: (b"ratelimit-policy", said.encode()) for name, said in policies.items()}

    async def count(self, request: Request, rate: Rate) -> None:
        """Raises TooManyRequests."""
        limit = self._limits[rate]
        if limit is None:
            return
        user_id = None if rate in BY_ADDRESS else await _user(request)
        bucket = f"{rate}:{user_id or network(request)}"
        standing = await self._limiter.take(limit, bucket)
        self._note(request, rate, standing)
        if not standing.granted:
            if rate in LOCKS:
                await self._tell(request, limit, bucket, note=rate, user_id=user_id)
            raise _refusal(limit, standing)

    async def count_account(self, request: Request, email: str) -> None:
        """However many addresses the tries come from. Raises TooManyRequests, whether there is such an
        account or not."""
        limit = self._limits[ACCOUNT]
        if limit is None:
            return
        email = canonical_email(email)
        bucket = f"{ACCOUNT}:{sha256(email.encode()).hexdigest()[:32]}"
        standing = await self._limiter.take(limit, bucket)
        if not standing.granted:
            self._note(request, ACCOUNT, standing)
            await self._tell(request, limit, bucket, note=ACCOUNT, email=email)
            raise _refusal(limit, standing)

    def _note(self, request: Request, name: str, standing: Standing) -> None:
        """For whatever the answer will be."""
        said = b'"%b";r=%d;t=%d' % (name.encode(), standing.left, standing.seconds)
        request.scope["state"]["rate"] = ((b"ratelimit", said), self._policies[name])

    async def _tell(
        self,
        request: Request,
        limit: Limit,
        bucket: str,
        *,
        note: str,
        user_id: UserId | None = None,
        email: str | None = None,
    ) -> None:
        """Once in the time of a limit, or a flood of requests would be one of records too."""
        first = await self._limiter.take(Limit(1, limit.seconds), f"told:{bucket}")
        if first.granted:
            with suppress(Unavailable):
                await self._security.limit_reached(
                    origin=await get_origin(request), note=note, user_id=user_id, email=email
                )


def _refusal(limit: Limit, standing: Standing) -> TooManyRequests:
    return TooManyRequests(
        f"Too many requests of this kind. There is room again in {standing.seconds} seconds.",
        limit=limit.amount,
        seconds=standing.seconds,
    )


async def _user(request: Request) -> UserId | None:
    """Only a token that is good makes somebody a user: others are as many as somebody cares to invent."""
    try:
        visitor = await find_visitor(request)
    except (InvalidToken, ScopeRequired):
        # Whose scopes do not suffice is known all the same, and told so after being counted.
        visitor = request.scope["state"].get("bearer")
    return visitor.user_id if visitor else None


def network(request: Request) -> str:
    return network_of(request.client.host if request.client else "")


async def count_account(request: Request, email: str) -> None:
    """A try to get into this account. Raises TooManyRequests."""
    turnstile: Turnstile = request.app.state.turnstile
    await turnstile.count_account(request, email)

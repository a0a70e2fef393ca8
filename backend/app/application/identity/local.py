from secrets import token_urlsafe

from app.application.identity.opening import NewAccount
from app.application.identity.work import IIdentityWork
from app.application.unit_of_work import Opens
from app.domain.identity.errors import EmailTaken, InvalidToken
from app.domain.identity.model import NO_SESSION, Role, User
from app.domain.identity.ports import IPasswordHasher, Visitor
from app.domain.shared.ids import UserId
from app.domain.shared.time import Now

ADDRESS = "local@jobwise.localhost"
NAME = "Local User"


class LocalUserService:
    """The one person of a house with one: whoever sits at its machine."""

    def __init__(self, *, work: Opens[IIdentityWork], passwords: IPasswordHasher, now: Now) -> None:
        self._work = work
        self._passwords = passwords
        self._now = now

    async def visitor(self) -> Visitor:
        """The oldest account; where there is none, one is made. Raises InvalidToken where it is closed."""
        user = await self._oldest() or await self._made()
        if not user.is_active:
            raise InvalidToken("The local account is closed.")
        return Visitor(UserId(user.id), NO_SESSION, user.role)

    async def _oldest(self) -> User | None:
        async with self._work(readonly=True) as work:
            found = await work.users.oldest(limit=1)
        return found[0] if found else None

    async def _made(self) -> User:
        """With a password that nobody knows: the host can set one."""
        password = f"Aa1-{token_urlsafe(32)}"
        new = NewAccount(email=ADDRESS, password=password, full_name=NAME, role=Role.ADMIN)
        user = await new.open(self._passwords, now=self._now)
        try:
            async with self._work() as work:
                await work.users.add(user)
                await work.commit()
        except EmailTaken:  # another process was first
            return await self._oldest() or user
        return user

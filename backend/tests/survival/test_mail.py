"""kill -9 around the sending of a mail, on both databases: no mail is sent twice, and none hangs."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import update

from app.application.identity.delivery import AFTER_SEND, SEND, hand_over
from app.application.identity.mailing import Mailroom
from app.domain.identity.challenges import Purpose
from app.domain.mail.ports import Language
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.challenges import challenges
from app.infrastructure.persistence.identity import SqlIdentityWork
from app.infrastructure.persistence.work_tables import events, work
from app.infrastructure.queue.failpoints import KILLED
from app.infrastructure.security.challenges import HmacSecrets
from app.settings import DEVELOPMENT_SECRET
from tests.builders.identity import a_user
from tests.fakes.work import RecordingBell
from tests.mail_servers import Office, smtp_server
from tests.survival.conftest import Scene
from tests.survival.processes import begin, process

HAND_OVER = hand_over(0).name
ENDS = {
    f"{HAND_OVER}.in_transaction": "sent",
    f"{HAND_OVER}.after_commit": "uncertain",
    AFTER_SEND: "uncertain",
    f"{SEND.name}.in_transaction": "uncertain",
    f"{SEND.name}.after_commit": "sent",
}
"""What a mail comes to whose process dies there."""
NEVER_LEFT = f"{HAND_OVER}.after_commit"


async def ordered(scene: Scene, email: str) -> UUID:
    async with SqlIdentityWork(scene.database) as unit:
        await unit.users.add(a_user(UserId(uuid4()), email, is_verified=True))
        room = Mailroom(
            secrets=HmacSecrets(secret=DEVELOPMENT_SECRET),
            bell=RecordingBell(),
            is_configured=True,
            now=lambda: datetime.now(UTC),
        )
        challenge = await room.order(unit, Purpose.SIGN_IN, email, language=Language.ENGLISH)
        await unit.commit()
    return challenge.id


def around(scene: Scene, office: Office, life: str) -> dict[str, str]:
    """A worker of its own each time: it inherits from nobody."""
    home = scene.data_dir.parent / life
    home.mkdir()
    return {
        "JOBWISE_MAIL_URL": f"smtp+plain://127.0.0.1:{office.port}",
        "JOBWISE_DATA_DIR": str(home),
        "JOBWISE_WORK_LEASE_SECONDS": "120",
    }


async def test_a_process_killed_around_the_sending_leaves_at_most_one_mail(scene: Scene) -> None:
    mails: dict[str, UUID] = {}
    async with smtp_server() as office:
        for n, place in enumerate(ENDS):
            mails[place] = await ordered(scene, f"{n}@example.com")
            dying = await begin(
                scene, "app.main", "worker", JOBWISE_FAILPOINT=place, **around(scene, office, f"life-{n}")
            )
            await dying.communicate()
            assert dying.returncode == KILLED, place
        await leases_run_out(scene)
        async with process(scene, "app.main", "worker", **around(scene, office, "healing")):
            await scene.until(work, lambda rows: {row["state"] for row in rows} == {"done"}, mails=True)

    arrived = [mail.to for mail in office.taken]
    for n, (place, outcome) in enumerate(ENDS.items()):
        assert await told(scene, mails[place]) == outcome, place
        assert arrived.count(f"{n}@example.com") == (place != NEVER_LEFT), place
    assert {row["email"] for row in await scene.rows(challenges)} == {""}


async def leases_run_out(scene: Scene) -> None:
    async with scene.database.engine.begin() as connection:
        await connection.execute(update(work).where(work.c.lease_until.is_not(None)).values(lease_until=0.0))


async def told(scene: Scene, mail: UUID) -> Any:
    [end] = [row for row in await scene.rows(events, mails=True) if row["work_id"] == mail]
    return end["data"]["outcome"]

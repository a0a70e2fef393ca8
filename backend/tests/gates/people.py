"""Who knocks: an owner with things of their own, another, and those whose tokens are no good."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx2

from app.domain.identity.ports import Claims, TokenKind
from app.domain.mail.ports import Mail
from app.domain.shared.ids import SessionId, UserId
from app.infrastructure.security.tokens import JoseTokens
from app.presentation.api.jobs.examples import AS_TEXT
from app.presentation.api.profiles import examples
from app.presentation.api.resumes.sent import EXAMPLE
from tests.api.conftest import House
from tests.builders.generation import a_wish
from tests.builders.pictures import a_picture
from tests.fakes.mail import code_in, token_in
from tests.gates.contract import Contract, Operation

PASSWORD = "Correct-Horse-7"


class NoFactory(Exception):
    """A route has a path parameter that nobody here knows how to fill."""

    def __init__(self, parameter: str) -> None:
        super().__init__(
            f"path parameter {{{parameter}}}: nothing is POSTed to its collection, so say in "
            "tests/gates/people.py how such a thing is made (FACTORIES), or that it is nobody's (SHARED)"
        )


SHARED: Mapping[str, str] = {"template_id": "classic", "version": "1"}
"""Path parameters of what everybody may see, or that name nothing by themselves."""


KINDS: Mapping[str, str] = {
    "/api/v1/jobs/{job_id}/resumes/{version_id}": "resume_version_id",
    "/api/v1/jobs/{job_id}/cover-letters/{version_id}": "letter_version_id",
    "/api/v1/saved-jobs/{job_id}": "saved_job_id",
}
"""Path parameters that name another kind of thing in each place, and what to call it."""


def kind_of(path: str, parameter: str) -> str:
    """What this parameter of this path names."""
    before = path.partition(f"/{{{parameter}}}")[0]
    return KINDS.get(f"{before}/{{{parameter}}}", parameter)


@dataclass
class Person:
    house: House
    contract: Contract
    name: str
    tokens: dict[str, Any] = field(default_factory=dict)
    things: dict[str, str] = field(default_factory=dict)

    async def sign_in(self) -> "Person":
        who = {"email": self.email, "password": PASSWORD}
        answer = await self.house.visitor().post("/auth/login", json=who)
        if answer.status_code == 401:
            body = who | {"full_name": self.name.title()}
            answer = await self.house.visitor().post("/auth/register", json=body)
        assert answer.status_code in {200, 201}, answer.text
        self.tokens = answer.json()
        return self

    @property
    def email(self) -> str:
        return f"{self.name}@example.com"

    @property
    def client(self) -> httpx2.AsyncClient:
        return self.bearing(self.tokens["access_token"])

    def bearing(self, token: str) -> httpx2.AsyncClient:
        return self.house.visitor(Authorization=f"Bearer {token}")

    async def thing(self, parameter: str) -> str:
        """The id of one of this person's own, made when it is first needed."""
        if parameter in SHARED:
            return SHARED[parameter]
        if parameter not in self.things:
            self.things[parameter] = await self._make(parameter)
        return self.things[parameter]

    async def path(self, operation: Operation) -> dict[str, str]:
        return {name: await self.thing(kind_of(operation.path, name)) for name in operation.path_parameters}

    async def body(self, operation: Operation) -> Any:
        """The operation's example, with the ids of this person's own things."""
        example = self.contract.example(operation)
        if operation.name in BODIES:
            return BODIES[operation.name](self)
        many = example if isinstance(example, list) else [example]
        filled = [await self._filled(operation, one) if isinstance(one, dict) else one for one in many]
        return filled if isinstance(example, list) else filled[0]

    async def _filled(self, operation: Operation, body: dict[str, Any]) -> dict[str, Any]:
        for name, parameter in ids_in(self.contract, operation, body).items():
            own = await self.thing(parameter)
            body = body | {name: [own] if name == "ids" else own}
        return body

    async def _make(self, parameter: str) -> str:
        if parameter in FACTORIES:
            return await FACTORIES[parameter](self)
        maker = self.contract.maker(parameter)
        if maker is None:
            raise NoFactory(parameter)
        answer = await send(self.client, maker, await self.path(maker), await self.body(maker), self.contract)
        assert answer.status_code in {200, 201, 202}, f"{maker}: {answer.text}"
        return str(answer.json()["id"])


async def a_generation(person: Person) -> str:
    """One that has ended, so that nothing changes by itself any more."""
    begun = await a_running_generation(person)
    while True:
        seen = (await person.client.get(f"/generations/{begun}")).json()
        if seen["status"] not in {"pending", "generating"}:
            assert seen["status"] in {"completed", "needs_review"}, seen
            return begun
        await asyncio.sleep(0.05)


async def a_running_generation(person: Person) -> str:
    body = {"profile_id": await person.thing("profile_id"), "job_id": await person.thing("job_id")}
    answer = await person.client.post("/generations/resume", json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def a_doubtful_generation(person: Person) -> str:
    """One that rests on what is gone since, and needs review."""
    wish = await a_wish(person.client)
    answer = await person.client.post("/generations/resume", json=wish)
    begun, path = answer.json()["id"], f"/profiles/{wish['profile_id']}"
    await person.client.get(f"/generations/{begun}/events")
    [position] = (await person.client.get(path)).json()["experiences"]
    await person.client.delete(f"{path}/experiences/{position['id']}")
    judged = await person.client.post(f"/generations/{begun}/validate")
    assert judged.json()["status"] == "needs_review", judged.text
    return str(begun)


async def themselves(person: Person) -> str:
    return str((await person.client.get("/users/me")).json()["id"])


async def a_stranger(person: Person) -> str:
    body = {"email": "gone@example.com", "password": PASSWORD, "full_name": "Soon Gone"}
    made = await person.house.visitor().post("/auth/register", json=body)
    return str(made.json()["user"]["id"])


async def another_session(person: Person) -> str:
    who = {"email": person.email, "password": PASSWORD}
    assert (await person.house.visitor().post("/auth/login", json=who)).status_code == 200
    listed = (await person.client.get("/sessions")).json()["items"]
    return next(str(session["id"]) for session in listed if not session["current"])


async def an_access_token(person: Person) -> str:
    body = {"name": "A script", "scopes": ["read"], "expires_in_days": 1}
    answer = await person.client.post("/users/me/access-tokens", json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def a_document(person: Person) -> str:
    await person.thing("generation_id")
    return str((await person.client.get("/documents")).json()["items"][0]["id"])


def a_component(area: str) -> "Factory":
    """Of the profile that `profile_id` names: it has routes below the profile, and one of its own."""

    async def make(person: Person) -> str:
        bodies = {
            "experiences": examples.EXPERIENCE,
            "education": examples.EDUCATION,
            "skills": examples.SKILL,
        }
        path = f"/profiles/{await person.thing('profile_id')}/{area}"
        answer = await person.client.post(path, json=bodies[area])
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    return make


async def a_proposal(person: Person) -> str:
    body = examples.PROPOSAL | {"experience_id": await person.thing("experience_id")}
    answer = await person.client.post("/experiences/proposals", json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def a_resume_version(person: Person) -> str:
    """Of their own job, and with one before it."""
    await person.thing("generation_id")
    path = f"/jobs/{await person.thing('job_id')}/resumes"
    return await restored(person, path)


async def a_letter_version(person: Person) -> str:
    body = {"profile_id": await person.thing("profile_id"), "job_id": await person.thing("job_id")}
    answer = await person.client.post("/generations/cover-letter", json=body)
    assert answer.status_code == 201, answer.text
    await person.client.get(f"/generations/{answer.json()['id']}/events")
    return await restored(person, f"/jobs/{body['job_id']}/cover-letters")


async def restored(person: Person, path: str) -> str:
    current = (await person.client.get(f"{path}/current")).json()
    answer = await person.client.post(f"{path}/{current['id']}/restore")
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def a_doubtful_document(person: Person) -> str:
    """One that was edited by hand, and says of its owner what the profile does not."""
    made = (await person.client.get(f"/documents/{await person.thing('document_id')}")).json()
    content = made["content"]
    content["header"]["name"]["text"] = "Dame Nobody von Elsewhere"
    body = {"title": "By hand", "layout": made["layout"], "content": content}
    answer = await person.client.put(f"/documents/{made['id']}", json=body)
    assert answer.json()["faithfulness"]["unsupported"], answer.text
    return str(answer.json()["id"])


async def an_upload(person: Person) -> str:
    """Of a file of their own, that nobody else has sent."""
    body = {"file": ("cv.txt", f"{EXAMPLE}\n{person.email} {uuid4()}\n")}
    answer = await person.client.post("/resumes/upload", files=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def a_job(person: Person) -> str:
    answer = await person.client.post("/jobs", json=AS_TEXT)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def a_saved_job(person: Person) -> str:
    job_id = await a_job(person)
    answer = await person.client.post("/saved-jobs", json={"job_id": job_id})
    assert answer.status_code == 201, answer.text
    return job_id


async def an_application(person: Person) -> str:
    """For a job that nothing else is about."""
    answer = await person.client.post("/applications", json={"job_id": await a_job(person)})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def somebody_of(person: Person) -> str:
    """Another account of theirs, whose mails nothing else waits for."""
    return f"{person.name}-mailed@example.com"


def mailed(path: str, purpose: str, read: Callable[[Mail], str]) -> "Factory":
    """What comes by mail to such an account when it is asked for there, or when it is opened."""

    async def make(person: Person) -> str:
        email, mails = somebody_of(person), person.house.mails
        body = {"email": email, "password": PASSWORD, "full_name": "Mailed"}
        await person.house.visitor().post("/auth/register", json=body)
        before = len(mails.to(email, purpose)) if path else 0
        if path:
            asked = await person.house.visitor().post(path, json={"email": email})
            assert asked.status_code == 202, asked.text
        return read(await mails.next(email, purpose, after=before))

    return make


Factory = Callable[[Person], Awaitable[str]]


async def shown(person: Person) -> str:
    """Themselves, with a picture."""
    answer = await person.client.post("/users/avatar", files={"file": a_picture()})
    assert answer.status_code == 201, answer.text
    return await themselves(person)


FACTORIES: dict[str, Factory] = {
    "application_id": an_application,
    "document_id": a_document,
    "education_id": a_component("education"),
    "experience_id": a_component("experiences"),
    "generation_id": a_generation,
    "job_id": a_job,
    "letter_version_id": a_letter_version,
    "proposal_id": a_proposal,
    "resume_id": an_upload,
    "resume_version_id": a_resume_version,
    "saved_job_id": a_saved_job,
    "session_id": another_session,
    "token_id": an_access_token,
    "skill_id": a_component("skills"),
    "user_id": themselves,
}
ANEW: dict[str, tuple[str, Factory]] = {
    "delete_avatar": ("user_id", shown),
    "get_avatar": ("user_id", shown),
    "accept_proposal": ("proposal_id", a_proposal),
    "reject_proposal": ("proposal_id", a_proposal),
    "apply_to_job": ("job_id", a_job),
    "approve_document": ("document_id", a_doubtful_document),
    "approve_generation": ("generation_id", a_doubtful_generation),
    "verify_otp": ("otp", mailed("/auth/send-otp", "sign_in", code_in)),
    "verify_email": ("token", mailed("", "verify_email", token_in)),
    "reset_password": ("reset_token", mailed("/auth/forgot-password", "reset_password", token_in)),
    "cancel_generation": ("generation_id", a_running_generation),
    "create_application": ("job_id", a_job),
    "save_job": ("job_id", a_job),
    "delete_user": ("user_id", a_stranger),
    "revoke_session": ("session_id", another_session),
}
"""Operations that want a thing in a state that does not last; the person keeps the one from before."""
BODIES: dict[str, Callable[[Person], Any]] = {
    "upload_avatar": lambda _: {"file": a_picture()},
    "change_password": lambda p: {
        "current_password": PASSWORD,
        "new_password": PASSWORD,
        "keep_access_tokens": True,
    },
    "create_user": lambda p: {"email": f"made-{p.email}", "password": PASSWORD, "full_name": "Made"},
    "register_user": lambda p: {"email": f"new-{p.email}", "password": PASSWORD, "full_name": "New"},
    "log_in": lambda p: {"email": p.email, "password": PASSWORD},
    "create_token": lambda p: {"username": p.email, "password": PASSWORD},
    "verify_otp": lambda p: {"email": somebody_of(p), "otp": p.things.get("otp", "00000000")},
    "verify_email": lambda p: {"token": p.things.get("token", "none yet")},
    "reset_password": lambda p: {"token": p.things.get("reset_token", "none yet"), "new_password": PASSWORD},
    "refresh_tokens": lambda p: {"refresh_token": p.tokens["refresh_token"]},
}
"""Bodies that speak of the person."""

NOT_SET_UP = {"begin_google_sign_in", "finish_google_sign_in", "redeem_google_code"}
"""Operations of what the host may leave out, and the gates do: 404 for everybody."""


async def a_link(person: Person) -> dict[str, str]:
    document = await person.thing("document_id")
    made = await person.client.post(f"/documents/{document}/export", json={})
    assert made.status_code == 201, made.text
    return dict(httpx2.URL(made.json()["download_url"]).params)


QUERIES: dict[str, Callable[[Person], Awaitable[dict[str, str]]]] = {"open_file": a_link}
"""What an owner asks with, where a thing's own id is not enough."""


def ids_in(contract: Contract, operation: Operation, body: Any) -> dict[str, str]:
    """The fields of a body that name a thing, each with the path parameter that names such things."""
    known = {name for o in contract.operations for name in o.path_parameters} - SHARED.keys()
    named = {name: name for name in body if name in known} if isinstance(body, dict) else {}
    item = contract.item_parameter(operation)
    if item and isinstance(body, dict):
        named |= {name: item for name in ("id", "ids") if name in body}
    return named


async def send(
    client: httpx2.AsyncClient,
    operation: Operation,
    path: Mapping[str, str],
    body: Any,
    contract: Contract,
    query: str = "",
    **headers: str,
) -> httpx2.Response:
    address = f"http://test{operation.path.format(**path)}{f'?{query}' if query else ''}"
    how = sent_as(operation, body, contract)
    if "content" in how:
        headers = {"Content-Type": contract.media_type(operation) or "", **headers}
    return await client.request(operation.method.upper(), address, headers=headers, **how)


def sent_as(operation: Operation, body: Any, contract: Contract) -> dict[str, Any]:
    """How a body of this operation is given to a client."""
    if body is None:
        return {}
    kind = contract.media_type(operation) or ""
    if kind == "multipart/form-data":
        return {"files": {name: _part(name, sent) for name, sent in body.items()}}
    if isinstance(body, str):
        return {"content": body}
    return {"json": body} if kind.endswith("json") else {"data": body}


def _part(name: str, sent: Any) -> Any:
    """A text goes as a file with a name."""
    return (f"{name}.txt", sent) if isinstance(sent, str) else sent


def strangers(person: Person, ended: str) -> dict[str, httpx2.AsyncClient]:
    """Those who bear no token, or one that is no good, though it speaks of the owner."""
    secret = person.house.settings.secret_key.get_secret_value()
    good = JoseTokens(secret=secret).read(
        person.tokens["access_token"], TokenKind.ACCESS, now=datetime.now(UTC)
    )

    def bearing(secret: str, ago: timedelta) -> httpx2.AsyncClient:
        issued = good.issued_at - ago
        claims = Claims(
            TokenKind.ACCESS,
            UserId(good.user_id),
            SessionId(good.session_id),
            good.turn,
            issued,
            issued + timedelta(hours=1),
        )
        return person.bearing(JoseTokens(secret=secret).issue(claims))

    return {
        "with an expired token": bearing(secret, timedelta(hours=2)),
        "with a forged token": bearing(secret + "?", timedelta()),
        "with a refresh token": person.bearing(person.tokens["refresh_token"]),
        "signed out": person.bearing(ended),
    }

"""JobWise as an app sees it: HTTP and nothing else."""

import json
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx2

from app.presentation.cli.failing import Refused

API = "/api/v1"
LAST = "end"
PATIENCE = 60.0
MOST_RECONNECTS = 20
Json = dict[str, Any]


class Client:
    """An answer that is an error ends the demo, in the API's own words."""

    def __init__(self, address: str) -> None:
        self._http = httpx2.Client(base_url=address, timeout=PATIENCE, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._http.close()

    def parts(self) -> Json:
        """What /ready says of each part."""
        parts: Json = self._ask("GET", "/ready").json()["parts"]
        return parts

    def register(self, name: str) -> str:
        """A new account, signed in; its address."""
        account = {
            "email": f"demo-{uuid4().hex[:12]}@example.com",
            "password": f"Demo-{uuid4().hex}",
            "full_name": name,
        }
        answer = self._ask("POST", f"{API}/auth/register", json=account).json()
        self._http.headers["Authorization"] = f"Bearer {answer['access_token']}"
        return account["email"]

    def import_profile(self, resume: Json) -> Json:
        return self._made(f"{API}/profiles/import", resume)

    def create_job(self, posting: str) -> Json:
        return self._made(f"{API}/jobs", {"source": "user_created", "raw_text": posting})

    def start_resume(self, profile_id: str, job_id: str, *, key: str) -> tuple[str, bool]:
        """The generation's id, and whether the key was known already."""
        body = {"profile_id": profile_id, "job_id": job_id}
        answer = self._ask("POST", f"{API}/generations/resume", json=body, headers={"Idempotency-Key": key})
        started = str(answer.headers["Location"]).rpartition("/")[2]
        return started, answer.headers.get("Idempotent-Replayed") == "true"

    def start_letter(self, profile_id: str, job_id: str) -> str:
        """The generation's id."""
        body = {"profile_id": profile_id, "job_id": job_id}
        return str(self._made(f"{API}/generations/cover-letter", body)["id"])

    def events(self, generation_id: str) -> Iterator[tuple[str, Json]]:
        """Kind and data of each event, to the last. A broken stream is taken up where it broke."""
        url = f"{API}/generations/{generation_id}/events"
        seen = ""
        for _ in range(MOST_RECONNECTS):
            headers = {"Last-Event-ID": seen} if seen else {}
            with self._http.stream("GET", url, headers=headers) as answer:
                self._require(answer)
                if answer.status_code == 204:
                    return
                for event in httpx2.EventSource(answer):
                    if not event.data:
                        continue  # the server's `retry:` alone
                    seen = event.id or seen
                    yield event.event, json.loads(event.data)
                    if event.event == LAST:
                        return
        raise Refused("The stream of events broke off again and again.")

    def generation(self, generation_id: str) -> Json:
        return self._read(f"{API}/generations/{generation_id}")

    def result(self, generation_id: str) -> Json:
        return self._read(f"{API}/generations/{generation_id}/result")

    def export(self, document_id: str, format: str) -> bytes:
        made = self._made(f"{API}/documents/{document_id}/export", {"format": format})
        return self._ask("GET", made["download_url"]).content

    def _made(self, path: str, body: Mapping[str, Any]) -> Json:
        made: Json = self._ask("POST", path, json=body).json()
        return made

    def _read(self, path: str) -> Json:
        found: Json = self._ask("GET", path).json()
        return found

    def _ask(self, method: str, path: str, **about: Any) -> httpx2.Response:
        try:
            answer = self._http.request(method, path, **about)
        except httpx2.TransportError as error:
            raise Refused(f"The server does not answer ({method} {path}): {error}") from error
        self._require(answer)
        return answer

    def _require(self, answer: httpx2.Response) -> None:
        if answer.status_code < 400:
            return
        answer.read()
        raise Refused(f"{answer.request.method} {answer.request.url.path}: {_said(answer)}")


def _said(answer: httpx2.Response) -> str:
    try:
        error = answer.json()["error"]
    except (ValueError, KeyError, TypeError):
        return f"status {answer.status_code}"
    said = str(error["message"])
    flaws = error.get("details")
    if isinstance(flaws, list):
        said += " " + "; ".join(f"{flaw['field']}: {flaw['message']}" for flaw in flaws[:3])
    return said

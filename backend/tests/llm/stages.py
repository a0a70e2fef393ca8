"""Each call that a run makes, and how a run stands when this one alone goes wrong."""

import json
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tests.api.generations.test_language_model import Place, a_house, the_result
from tests.llm.dialects import OPENAI, Asked
from tests.llm.models import LIE, part_of, teachable
from tests.llm.server import Fault

SECONDS = 1
"""That a call may take."""
DEADLINE = 20.0
"""Seconds for a whole run: three tries of a second, the waits between them, and a busy machine."""
FAULTS = tuple(fault for fault in Fault if fault is not Fault.NONE)


class Call(StrEnum):
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    SKILLS = "skills"
    SUMMARY_REPAIR = "summary repair"
    EXPERIENCE_REPAIR = "experience repair"

    @property
    def part(self) -> str:
        return self.value.removesuffix(" repair")

    @property
    def repairs(self) -> bool:
        return self.value.endswith("repair")


def call_of(asked: Asked) -> Call:
    repairs = "objections" in json.loads(asked.material)
    return Call(f"{part_of(asked)} repair" if repairs else part_of(asked))


@dataclass(frozen=True)
class Ended:
    made: dict[str, Any]
    result: dict[str, Any]
    usage: dict[str, Any]
    calls: list[Call]
    seconds: float
    reserved: list[dict[str, int]]
    polls: set[int]

    @property
    def faults(self) -> list[str]:
        """What no run may come to, whichever call fails."""
        told = json.dumps(self.result)
        checks = {
            "a lie stands": LIE in json.dumps(self.result["content"]),
            "something was taken out": bool(self.result["taken_out"]),
            "charged not once": self.usage["generations_used"] != 1,
            "booked not alike": self.usage["token_usage"] != self.made["token_usage"],
            "something stays reserved": self.reserved != [{}],
            "late": self.seconds > DEADLINE,
            "a provider's words are told": "planted" in told,
            "a poll failed": self.polls != {200},
        }
        return [name for name, found in checks.items() if found]


async def ended_with(place: Place, fault: Fault, at: Call) -> Ended:
    """With a model that lies until it is told not to: so that there is something to repair."""
    async with a_house(place, OPENAI, teachable, llm_seconds=SECONDS) as (house, provider):
        provider.failing = lambda asked: fault if call_of(asked) is at else Fault.NONE
        ada = await house.person()
        began = time.monotonic()
        made, result = await the_result(ada, use_llm=True)
        seconds = time.monotonic() - began
        paths = ("", "/result", "/analytics")
        polls = {(await ada.get(f"/generations/{made['id']}{path}")).status_code for path in paths}
        usage = (await ada.get("/users/me/usage")).json()
        calls = [call_of(asked) for asked in provider.asked]
    return Ended(made, result, usage, calls, seconds, reserved_in(place), polls)


def reserved_in(place: Place) -> list[dict[str, int]]:
    """Of each generation, what is still set aside."""
    with closing(sqlite3.connect(place.url.partition("///")[2])) as database:
        rows = database.execute("SELECT reserved FROM generations").fetchall()
    return [{name: n for name, n in json.loads(row).items() if n} for (row,) in rows]

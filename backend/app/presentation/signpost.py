"""Which route a request is for, found in one walk along the steps of its path.

The framework asks one route after the other, and each tries a pattern of its own: who comes late pays for
all who come before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from fastapi.routing import APIRoute
from starlette.datastructures import URLPath
from starlette.routing import BaseRoute, Match, NoMatchFound
from starlette.types import Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class _Sign:
    turn: int
    """The framework would ask its route so late."""
    route: APIRoute
    parameters: tuple[tuple[str, int], ...]
    """By name, and at which step of the path."""


@dataclass(slots=True)
class _Crossing:
    named: dict[str, "_Crossing"] = field(default_factory=dict)
    any: "_Crossing | None" = None
    """Where a parameter stands."""
    here: dict[str, _Sign] = field(default_factory=dict)
    """Of the routes that end here, by method, the one that is asked first."""


class Signpost(BaseRoute):
    """Stands before the routes that it knows, and names the one that would be found by asking each in turn.

    Where it names none it stands aside: the routes themselves tell a wrong address from a wrong method.
    """

    def __init__(self, routes: Sequence[APIRoute]) -> None:
        """Raises TypeError for a parameter that is less or more than one step."""
        self._start = _Crossing()
        for turn, route in enumerate(routes):
            self._put_up(turn, route)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] != "http" or scope.get("root_path") or scope["path"].endswith("\n"):
            return Match.NONE, {}  # to a pattern, a last line break is the end too
        steps = scope["path"].split("/")
        sign = self._sign_at(steps, scope["method"])
        if sign is None:
            return Match.NONE, {}
        given = {name: steps[at] for name, at in sign.parameters}
        return Match.FULL, {"endpoint": sign.route.endpoint, "path_params": given, "route": sign.route}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await scope["route"].handle(scope, receive, send)

    def url_path_for(self, name: str, /, **path_params: object) -> URLPath:
        raise NoMatchFound(name, path_params)

    def _put_up(self, turn: int, route: APIRoute) -> None:
        crossing, parameters = self._start, []
        for at, step in enumerate(route.path.split("/")):
            if step.startswith("{") and step[1:-1] in route.param_convertors:
                parameters.append((step[1:-1], at))
                crossing.any = crossing = crossing.any or _Crossing()
            elif "{" in step:
                raise TypeError(f"a parameter of {route.path} is not one step")
            else:
                crossing = crossing.named.setdefault(step, _Crossing())
        for method in route.methods or ():
            crossing.here.setdefault(method, _Sign(turn, route, tuple(parameters)))

    def _sign_at(self, steps: Sequence[str], method: str) -> _Sign | None:
        reached = [self._start]
        for step in steps:
            onwards = []
            for crossing in reached:
                if step in crossing.named:
                    onwards.append(crossing.named[step])
                if crossing.any and step:
                    onwards.append(crossing.any)
            reached = onwards
        signs = [crossing.here[method] for crossing in reached if method in crossing.here]
        return min(signs, key=lambda sign: sign.turn, default=None)

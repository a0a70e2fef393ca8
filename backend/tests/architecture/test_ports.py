"""A port that forgets @abstractmethod lets an adapter forget the method, and then answers None."""

import importlib
import inspect
import pkgutil
from types import ModuleType
from typing import Any

import app.application
import app.domain


def modules() -> list[ModuleType]:
    return [
        importlib.import_module(found.name)
        for root in (app.domain, app.application)
        for found in pkgutil.walk_packages(root.__path__, root.__name__ + ".")
    ]


def ports() -> dict[str, type[Any]]:
    return {
        f"{module.__name__}.{name}": kind
        for module in modules()
        for name, kind in inspect.getmembers(module, inspect.isclass)
        if getattr(kind, "_is_protocol", False) and kind.__module__ == module.__name__
    }


def test_there_are_ports_to_look_at() -> None:
    assert "app.domain.identity.ports.IUserRepository" in ports()


def test_every_method_of_a_port_is_abstract() -> None:
    forgotten = [
        f"{where}.{name}"
        for where, port in ports().items()
        for name, member in vars(port).items()
        if (inspect.isfunction(member) or isinstance(member, property))
        and (not name.startswith("_") or name in {"__aenter__", "__aexit__", "__call__"})
        and not getattr(member, "__isabstractmethod__", False)
    ]

    assert forgotten == []

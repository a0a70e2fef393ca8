"""What the API takes is bounded everywhere: each string, list and number of fields, as OpenAPI tells it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from app.presentation.app import create_app
from app.settings import Settings
from tests.gates.contract import Contract

BOUNDED_BY = {"enum", "const", "format"}
FREE_FORM = ("import_profile", "custom_fields", ".data")
"""JSON of the caller's own or of a board, of which only the outermost fields are counted here."""


@asynccontextmanager
async def nobody() -> AsyncIterator[Any]:
    """The description needs no services."""
    yield None


@pytest.fixture(scope="module")
def contract() -> Contract:
    return Contract(create_app(nobody(), Settings(_env_file=None, environment="test")))


def taken(contract: Contract) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema of what comes in, with the way to it."""
    seen: set[str] = set()
    for operation in contract.operations:
        for kind in operation.said.get("requestBody", {}).get("content", {}).values():
            yield from below(contract, operation.name, kind["schema"], seen)
        for parameter in operation.said.get("parameters", ()):
            yield from below(contract, f"{operation.name}?{parameter['name']}", parameter["schema"], seen)


def below(
    contract: Contract, place: str, schema: dict[str, Any], seen: set[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    name = schema.get("$ref")
    if name in seen:
        return
    if name:
        seen.add(name)
        place = name.rpartition("/")[2]
    schema = contract.resolved(schema)
    yield place, schema
    for field, inner in schema.get("properties", {}).items():
        yield from below(contract, f"{place}.{field}", inner, seen)
    for inner in (schema.get("items"), *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        if inner:
            yield from below(contract, place, inner, seen)


def is_bounded(schema: dict[str, Any]) -> bool:
    pattern = schema.get("pattern", "*")
    return "maxLength" in schema or bool(BOUNDED_BY & schema.keys()) or not set("*+") & set(pattern)


def test_every_text_has_a_longest(contract: Contract) -> None:
    texts = [(place, schema) for place, schema in taken(contract) if schema.get("type") == "string"]

    assert len(texts) > 50
    assert [place for place, schema in texts if not is_bounded(schema)] == []


def test_every_list_has_a_longest(contract: Contract) -> None:
    lists = [(place, schema) for place, schema in taken(contract) if schema.get("type") == "array"]

    assert len(lists) > 10
    assert [place for place, schema in lists if "maxItems" not in schema] == []


def test_no_object_takes_fields_that_it_does_not_name(contract: Contract) -> None:
    objects = [(place, schema) for place, schema in taken(contract) if schema.get("type") == "object"]
    loose = [place for place, schema in objects if schema.get("additionalProperties") is not False]

    assert len(objects) > 15
    assert [place for place in loose if not place.endswith(FREE_FORM)] == []
    assert all("maxProperties" in schema for place, schema in objects if place in loose)


def test_every_number_has_bounds(contract: Contract) -> None:
    numbers = [(p, s) for p, s in taken(contract) if s.get("type") in {"integer", "number"}]
    ends = ({"minimum", "exclusiveMinimum"}, {"maximum", "exclusiveMaximum"})

    assert numbers
    assert [place for place, schema in numbers if not all(end & schema.keys() for end in ends)] == []


def test_every_operation_is_named_once_in_verbs(contract: Contract) -> None:
    names = [operation.name for operation in contract.operations]

    assert len(set(names)) == len(names)
    assert [name for name in names if name != name.lower() or name.startswith("_")] == []


def test_every_body_has_an_example_that_its_own_schema_takes(contract: Contract) -> None:
    components = {"components": contract.schema["components"]}
    wrong = []
    for operation in contract.operations:
        if kind := contract.media_type(operation):
            schema = operation.said["requestBody"]["content"][kind]["schema"]
            example = contract.example(operation)
            if example is None or not Draft202012Validator(components | schema).is_valid(example):
                wrong.append((operation.name, example))

    assert not wrong, "\n".join(map(str, wrong))

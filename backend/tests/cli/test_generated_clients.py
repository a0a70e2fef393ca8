"""What client generators and linters stumbled over, so that no description goes out that they stumble over
again. `docs/clients.md` says how to generate one, and `examples/tracker` uses it."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from app.main import workshop
from app.presentation.cli.contract import openapi_text
from app.presentation.openapi import METHODS

Json = dict[str, Any]
EXAMPLE = Path(__file__).parents[3] / "examples" / "tracker"
SCHEMA = "#/components/schemas/"
ANY_FILE = "application/octet-stream"
FILE = {"type": "string", "format": "binary"}
NAME = re.compile(r"[A-Z][A-Za-z0-9]*")


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Json:
    tools = workshop()
    settings = tools.settings(data_dir=tmp_path_factory.mktemp("var"))
    return dict(json.loads(openapi_text(tools.application(settings))))


def operations(described: Json) -> Iterator[tuple[str, Json]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            if method in METHODS:
                yield f"{method.upper()} {path}", operation


def nodes(within: Any, place: str = "") -> Iterator[tuple[str, Json]]:
    """Every object in the description, and where it stands."""
    if isinstance(within, dict):
        yield place, within
        for name, inner in within.items():
            yield from nodes(inner, f"{place}/{name}")
    elif isinstance(within, list):
        for at, inner in enumerate(within):
            yield from nodes(inner, f"{place}/{at}")


def valid(value: Any, schema: Json, described: Json) -> bool:
    return Draft202012Validator({**schema, "components": described["components"]}).is_valid(value)


def test_every_schema_has_one_short_name(described: Json) -> None:
    """Some generators tell two apart by their titles, and write files whose names know no capitals."""
    schemas = described["components"]["schemas"]
    names = Counter(name.lower() for name in schemas)
    titles = Counter(schema.get("title", name) for name, schema in schemas.items())

    assert [name for name in schemas if not NAME.fullmatch(name)] == []
    assert [name for name, times in [*names.items(), *titles.items()] if times > 1] == []


def test_what_a_body_itself_is_called_would_do_as_the_name_of_a_class(described: Json) -> None:
    for where, operation in operations(described):
        for kind, body in operation.get("requestBody", {}).get("content", {}).items():
            title = body["schema"].get("title", "Body")
            assert NAME.fullmatch(title), (where, kind, title)


def test_every_operation_is_named_verb_and_noun_and_belongs_to_a_tag_that_is_explained(
    described: Json,
) -> None:
    explained = {tag["name"] for tag in described["tags"] if tag["description"]}
    names = Counter(operation["operationId"] for _, operation in operations(described))

    assert [name for name, times in names.items() if times > 1 or not re.fullmatch("[a-z_]+", name)] == []
    assert {tag for _, operation in operations(described) for tag in operation["tags"]} == explained


def test_every_operation_says_whether_it_wants_a_token(described: Json) -> None:
    session, script = described["components"]["securitySchemes"]
    nobody: list[Json] = []
    by_session: list[Json] = [{session: []}]
    somebody = [*by_session, {script: []}]
    anybody: list[Json] = [{}, *somebody]
    may = {"public": (nobody, anybody), "ops": (nobody,), "optional": (anybody,)}

    for where, operation in operations(described):
        assert operation["security"] in may.get(operation["x-access"], (somebody, by_session)), where


def test_a_client_is_told_where_the_server_is_and_what_it_may_do_with_it(described: Json) -> None:
    assert [server["url"] for server in described["servers"]] == ["/"]
    assert described["info"]["license"] == {"name": "MIT", "identifier": "MIT"}


def test_every_success_has_a_type(described: Json) -> None:
    for where, operation in operations(described):
        done = {status: answer for status, answer in operation["responses"].items() if status < "400"}
        assert done, where
        for status, answer in done.items():
            contents = list(answer.get("content", {}).values())
            assert contents or status in {"202", "204", "303", "304"}, (where, status)
            assert contents == [] or contents[0]["schema"], (where, status)


def test_what_is_left_out_of_a_change_has_no_value_that_a_client_would_send(described: Json) -> None:
    changes = {
        body["schema"]["$ref"].removeprefix(SCHEMA)
        for where, operation in operations(described)
        for body in operation.get("requestBody", {}).get("content", {}).values()
        if where.startswith("PATCH") and body["schema"]["$ref"].endswith("Patch")
    }
    assert {"ApplicationPatch", "ExperiencePatch", "JobPatch", "OwnPatch", "ProfilePatch"} < changes

    for name in changes | {"ProposedFacts", "ProposedAchievement"}:
        schema = described["components"]["schemas"][name]
        assert [field for field, said in schema["properties"].items() if "default" in said] == [], name


def test_every_default_and_every_example_is_what_its_schema_allows(described: Json) -> None:
    schemas = [
        (place, node)
        for place, node in nodes(described)
        if isinstance(node.get("type", node.get("anyOf")), str | list)
    ]
    tried = 0
    for place, schema in schemas:
        given = schema.get("examples")
        values = [
            *(given if isinstance(given, list) else []),
            *([schema["default"]] if "default" in schema else []),
        ]
        for value in values:
            tried += 1
            assert valid(value, {"anyOf": [schema]}, described), (place, value)
    assert tried > 100


def test_where_several_files_are_taken_the_last_kind_holds_for_all(described: Json) -> None:
    """Generated clients have one type for a file, and send it as the last kind that is one."""
    several = 0
    for where, operation in operations(described):
        taken = operation.get("requestBody", {}).get("content", {})
        files = [kind for kind, body in taken.items() if body["schema"].items() >= FILE.items()]
        if len(files) > 1:
            several += 1
            assert files[-1] == ANY_FILE, where
    assert several == 1


def test_where_an_answer_has_several_kinds_the_first_is_the_file(described: Json) -> None:
    """Generated clients read every answer as the first kind that they know."""
    several = 0
    for where, operation in operations(described):
        for status, answer in operation["responses"].items():
            kinds = list(answer.get("content", {}).values())
            if len(kinds) > 1:
                several += 1
                assert kinds[0]["schema"]["format"] == "binary", (where, status)
    assert several > 5


def test_what_is_no_json_is_never_told_as_an_object(described: Json) -> None:
    """A generated client would look for JSON in it."""
    for place, node in nodes(described["paths"]):
        for kind, said in node.get("content", {}).items() if isinstance(node.get("content"), dict) else ():
            if "json" not in kind and "form" not in kind:
                assert said["schema"].get("type", "string") == "string", (place, kind)


def test_the_example_uses_nothing_that_the_description_does_not_have(described: Json) -> None:
    script = ast.parse((EXAMPLE / "tracker.py").read_text(encoding="utf-8"))
    used = {
        (node.module, name.name)
        for node in ast.walk(script)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("client")
        for name in node.names
    }
    calls = {(f"client.api.{op['tags'][0]}", op["operationId"]) for _, op in operations(described)}
    inline = "ImportProfileJson" + "CareerFile"
    models = {("client.models", name) for name in [*described["components"]["schemas"], inline]}

    assert len(used & calls) > 25
    assert used - calls - models <= {
        ("client", "AuthenticatedClient"),
        ("client", "Client"),
        ("client.types", "File"),
    }


def test_the_generator_is_told_of_every_kind_of_file(described: Json) -> None:
    """It knows JSON, forms, text in answers and plain bytes by itself."""
    told = re.findall(
        r"^  ([\w./+-]+): ", (EXAMPLE / "generator.yaml").read_text(encoding="utf-8"), re.MULTILINE
    )
    kinds = {
        kind
        for _, node in nodes(described["paths"])
        if isinstance(node.get("content"), dict)
        for kind in node["content"]
        if not re.fullmatch(
            r"application/(json|x-www-form-urlencoded|octet-stream)|text/(plain|html|markdown)", kind
        )
    }

    assert sorted(told) == sorted(kinds)

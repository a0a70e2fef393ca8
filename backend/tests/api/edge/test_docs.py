import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.api.conftest import House, house_on
from tests.api.edge.conftest import assert_enveloped

DOCS = "http://test/docs"


class Assets(HTMLParser):
    """Whatever a page loads or runs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"src", "href", "action", "data"} and value:
                self.addresses.append(value)
            if name.startswith("on"):
                self.handlers.append(name)


async def test_swagger_ui_loads_nothing_but_our_own_assets(house: House) -> None:
    page = await house.visitor().get(DOCS)
    found = Assets(page.text)

    assert len(found.addresses) == 3
    for address in found.addresses:
        assert address.startswith("/docs/assets/")
        asset = await house.visitor().get(f"http://test{address}")
        assert asset.status_code == 200
        assert len(asset.content) > 500
    assert not re.findall(r"https?://", page.text)


@pytest.mark.parametrize("page", [DOCS, f"{DOCS}/oauth2-redirect"])
async def test_only_the_scripts_of_the_page_itself_may_run(house: House, page: str) -> None:
    answer = await house.visitor().get(page)
    policy = answer.headers["content-security-policy"]

    scripts = re.search(r"script-src ([^;]+);", policy)
    assert scripts is not None
    assert "unsafe" not in scripts[1]
    inline = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    assert len(inline) == 1
    assert f"'sha256-{b64encode(sha256(inline[0].encode()).digest()).decode()}'" in scripts[1]
    assert not Assets(answer.text).handlers
    assert "connect-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


async def test_whoever_comes_without_a_path_is_sent_to_the_docs(house: House) -> None:
    answer = await house.visitor().get("http://test/")

    assert (answer.status_code, answer.headers["location"]) == (307, "/docs")


async def test_authorize_asks_the_token_route_that_there_is(house: House) -> None:
    schema = (await house.visitor().get("http://test/openapi.json")).json()
    schemes = schema["components"]["securitySchemes"].values()

    [address] = [each["flows"]["password"]["tokenUrl"] for each in schemes if each["type"] == "oauth2"]

    assert "post" in schema["paths"][address]


async def test_a_host_may_keep_the_docs_to_itself(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var", docs=False) as house:
        for hidden in (DOCS, "http://test/openapi.json", f"{DOCS}/assets/swagger-ui.css"):
            assert_enveloped(await house.visitor().get(hidden), 404)
        assert (await house.visitor().get("http://test/redoc")).status_code == 404


async def test_a_client_generator_finds_every_schema_used_and_named_as_a_person_would(house: House) -> None:
    text = (await house.visitor().get("http://test/openapi.json")).text
    named = set(json.loads(text)["components"]["schemas"])

    assert named == set(re.findall(r'"#/components/schemas/([^"]+)"', text))
    assert [name for name in named if "__" in name] == []

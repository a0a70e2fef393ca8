"""No package that we ship has a published advisory. Where nobody answers who knows any, this fails.

The source is asked first about a release that is known to be bad: who has nothing to say of it knows nothing.
"""

import os
import re

import httpx2

from tests.gates.serving import BACKEND

SOURCE = os.environ.get("JOBWISE_TEST_ADVISORIES", "https://pypi.org/pypi")
"""Answers `/<name>/<version>/json` with the field `vulnerabilities`, as PyPI does."""
KNOWN_BAD = ("jinja2", "2.11.2")


def advisories(client: httpx2.Client, name: str, version: str) -> list[str] | None:
    """Their names; None where the source does not know."""
    try:
        answer = client.get(f"{SOURCE}/{name}/{version}/json")
    except httpx2.HTTPError:
        return None
    found = answer.json().get("vulnerabilities") if answer.status_code == 200 else None
    if found is None:
        return None
    return [each["id"] for each in found if not each.get("withdrawn")]


def test_no_package_has_an_advisory() -> None:
    locked = re.findall(r"^([\w.-]+)==([^\s;\\]+)", (BACKEND.parent / "locks/runtime.txt").read_text(), re.M)
    with httpx2.Client(timeout=30, follow_redirects=True) as client:
        assert advisories(client, *KNOWN_BAD), f"not checked: {SOURCE} knows of no advisories"
        found = {f"{name} {version}": advisories(client, name, version) for name, version in locked}

    assert len(found) > 30
    unknown = [package for package, ids in found.items() if ids is None]
    assert not unknown, f"not checked: {SOURCE} does not know {', '.join(unknown)}"
    assert {package: ids for package, ids in found.items() if ids} == {}

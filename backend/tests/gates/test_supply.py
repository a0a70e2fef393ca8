"""What we build on is pinned, and may be used; and nothing secret lies in what we hand out."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from tests.gates.serving import BACKEND
from tests.supply.secrets import secrets_in

ROOT = BACKEND.parent
LOCKS = ("runtime", "dev")
ALLOWED = re.compile(
    r"MIT|MIT-0|MIT-CMU|MIT License|Apache-2.0|Apache( Software)? License( 2\.0)?|BSD-[23]-Clause|"
    r"BSD License|ISC|ISC License \(ISCL\)|PSF-2\.0|Python Software Foundation License|"
    r"The Unlicense \(Unlicense\)|MPL-2\.0|Mozilla Public License 2\.0 \(MPL 2\.0\)|"
    r"OSI Approved|dependency licenses"
)
ONLY_FOR_TESTS = re.compile(r"LGPL-2\.1-only|GNU Library or Lesser General Public License \(LGPL\)")
UNSAID = {"taskiq-dependencies": "MIT"}
"""Packages that name their licence in their repository only."""
NOT_HERE = {"async-timeout", "colorama", "httpx2-jsfetch"}
"""Locked for other Pythons or systems: pure lists of names, which no installation here has."""
LEFT_OUT = {
    ".git",
    ".venv",
    "var",
    "out",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
}
ON_PURPOSE = re.compile(r"example|password|correct-horse|development|secret|canary", re.IGNORECASE)
"""What says of itself that it is none."""


def locked(name: str) -> list[str]:
    return re.findall(r"^([\w.-]+)==", (ROOT / "locks" / f"{name}.txt").read_text(), re.MULTILINE)


def licence(package: str) -> str:
    said = distribution(package).metadata.get_all
    classified = [k.rpartition(" :: ")[2] for k in said("Classifier") or [] if k.startswith("License")]
    return str(
        (said("License-Expression") or ["; ".join(classified)])[0] or (said("License") or [""])[0].strip()
    )


def parts(expression: str) -> list[str]:
    return [part.strip() for part in re.split(r" AND | OR |[;,]", expression)]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_licence_allows_what_we_do(lock: str) -> None:
    wrong, absent = {}, set()
    for package in locked(lock):
        try:
            found = licence(package) or UNSAID.get(package, "")
        except PackageNotFoundError:
            absent.add(package)
            continue
        for part in parts(found):
            tested_with = lock == "dev" and ONLY_FOR_TESTS.fullmatch(part)
            if not ALLOWED.fullmatch(part) and not tested_with:
                wrong[package] = found

    assert wrong == {}
    assert absent <= NOT_HERE


@pytest.mark.parametrize("lock", [*LOCKS, "uv"])
def test_every_package_is_pinned_with_its_hashes(lock: str) -> None:
    text = (ROOT / "locks" / f"{lock}.txt").read_text()
    entries = re.split(r"\n(?=\S)", text.strip())

    assert entries
    assert [
        entry for entry in entries if not re.match(r"[\w.\[\]-]+==\S+", entry) or "sha256:" not in entry
    ] == []


def files() -> Iterator[Path]:
    for path in ROOT.rglob("*"):
        if path.is_file() and not LEFT_OUT & set(path.relative_to(ROOT).parts):
            yield path


def test_no_secret_lies_in_the_tree() -> None:
    found, read = [], 0
    for path in files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        read += 1
        found += [
            f"{path.relative_to(ROOT)}: {kind}: {secret[:12]}..."
            for kind, secret in secrets_in(text)
            if not ON_PURPOSE.search(secret)
        ]

    assert read > 500
    assert found == []


@pytest.mark.parametrize(
    "planted",
    [
        "AKIA" + "IOSFODNN7QRSTUVW",
        "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
        "-----BEGIN RSA PRIVATE" + " KEY-----",
        "sk-ant-" + "api03-Zx81kQpLm2Vn7Ty4Rb9Wc",
        "postgresql+asyncpg://app:" + "kJ8s2LqP0x@db.internal/app",
        "eyJhbGciOiJIUzI1NiJ9abcd." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
        "SECRET_KEY = '" + "q8Zt2Lw0Vb6Rk4Xn1Pj7Ys3M" + "'",
    ],
)
def test_a_planted_secret_is_found(planted: str) -> None:
    assert list(secrets_in(f"x = 1\n{planted}\n"))


def test_a_licence_that_forbids_is_noticed() -> None:
    assert not ALLOWED.fullmatch("AGPL-3.0-only")
    assert parts("MIT AND GPL-3.0-only") == ["MIT", "GPL-3.0-only"]

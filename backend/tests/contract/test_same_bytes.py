"""The same content gives the same file in any process: in another place, with other hashes, at any time."""

import asyncio
import json
import os
import sys
from pathlib import Path

from app.domain.documents.ports import Format
from tests.survival.conftest import BACKEND

RENDERING = """
import asyncio, hashlib, json
from pathlib import Path
from app.composition import compose_engine
from app.domain.documents.ports import Format, Layout
from app.settings import Settings
from tests.builders.resumes_by_script import BY_SCRIPT, a_letter_in

CONTENTS = {name: BY_SCRIPT[name]() for name in ("Latin", "Chinese", "Arabic")}
CONTENTS["letter"] = a_letter_in("Latin")

async def main():
    told = {}
    async with compose_engine(Settings(_env_file=None, data_dir=Path("unused"))) as (_, press):
        for name, content in CONTENTS.items():
            for template in ("classic", "modern"):
                for format in Format:
                    data = await press.preview(content, format, Layout(template=template))
                    told[f"{name} {template} {format}"] = hashlib.sha256(data).hexdigest()
    print(json.dumps(told))

asyncio.run(main())
"""
ELSEWHERE = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "SOURCE_DATE_EPOCH": ""},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
)


async def rendered(folder: Path, variables: dict[str, str]) -> dict[str, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", RENDERING),
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(BACKEND)} | variables,
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    found: dict[str, str] = json.loads(out)
    return found


async def test_two_processes_that_share_nothing_make_the_same_files(tmp_path: Path) -> None:
    here, there = [await rendered(tmp_path, each) for each in ELSEWHERE]

    assert {name.rpartition(" ")[2] for name in here} == {*Format}
    assert here == there
    assert len(set(here.values())) > len(here) // 2, "they are not all one file"

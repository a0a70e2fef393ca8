"""Nothing kept in secret is ever answered: a word in every such column, and every reading operation."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import String, Text, update

from app.domain.identity.model import Role
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.schema import metadata
from tests.api.conftest import House, house_on
from tests.gates.contract import Contract
from tests.gates.people import QUERIES, Person, send

CANARY = "CANARY-that-no-answer-may-hold"
SECRET = ("hash", "secret", "password", "salt", "otp")
"""In the name of a column of text."""
KEYS = {"storage_key"}
"""Names of ours for files: whoever knows them is no further, and nobody is told but by their own export."""
TELLS_ITS_OWNER = {"export_own_account"}


def secret_columns() -> list[Any]:
    return [
        column
        for table in metadata.sorted_tables
        for column in table.c
        if isinstance(column.type, String | Text) and any(word in column.name for word in SECRET)
    ]


async def planted(house: House) -> None:
    database = Database(house.settings.database_url)
    async with database.engine.begin() as connection:
        for column in secret_columns():
            length = column.type.length or len(CANARY)
            assert length >= len(CANARY), f"{column} has no room for the word"
            await connection.execute(update(column.table).values({column.name: CANARY}))
    await database.dispose()


def test_there_is_something_to_keep() -> None:
    assert "users.hashed_password" in {str(column) for column in secret_columns()}


async def test_no_secret_is_ever_answered(sqlite_url: str, tmp_path: Path) -> None:
    async with house_on(sqlite_url, tmp_path / "var") as house:
        contract = Contract(house.app)
        ada, root = Person(house, contract, "ada"), Person(house, contract, "root")
        await ada.sign_in()
        await root.sign_in()
        await house.services.accounts.set_role(email=root.email, role=Role.ADMIN)
        reading = [o for o in contract.operations if o.method == "get" and o.access != "ops"]
        paths = [(operation, await ada.path(operation)) for operation in reading]
        queries = {o.name: await QUERIES[o.name](ada) for o in reading if o.name in QUERIES}
        await planted(house)

        told, answered = [], 0
        for operation, path in paths:
            query = "&".join(f"{name}={value}" for name, value in queries.get(operation.name, {}).items())
            for client in (ada.client, root.client, house.visitor()):
                answer = await send(client, operation, path, None, contract, query)
                answered += answer.status_code == 200
                if CANARY.encode() in answer.content:
                    told.append(f"{operation} tells a secret")
                if operation.name not in TELLS_ITS_OWNER and any(key in answer.text for key in KEYS):
                    told.append(f"{operation} tells where a file is kept")

    assert answered > 60
    if told:
        pytest.fail("\n".join(told), pytrace=False)

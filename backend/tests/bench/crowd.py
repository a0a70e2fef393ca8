"""Everybody else: people with cards, documents and generations, made by the database itself."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Uuid, func, insert, literal, select, true
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ColumnElement

from app.domain.applications.status import ApplicationStatus
from app.domain.shared.ids import UserId
from app.infrastructure.persistence.application_tables import APPLICATIONS, moves
from app.infrastructure.persistence.database import Database
from app.infrastructure.persistence.documents import DOCUMENTS
from app.infrastructure.persistence.generation import GENERATIONS
from app.infrastructure.persistence.identity import USERS, users
from app.infrastructure.persistence.job_tables import jobs
from app.infrastructure.persistence.mapping import Mapping
from tests.builders.applications import a_card
from tests.builders.generation import a_generation
from tests.builders.identity import NOON, a_user
from tests.builders.profile import a_profile
from tests.builders.stored_documents import a_stored_document

EACH = 100
"""Of the board's postings somebody has a card for so many, and a document and a generation."""


@dataclass(frozen=True, slots=True)
class Crowd:
    people: int

    @property
    def rows(self) -> int:
        """A card, its move, a document and a generation for each posting of each."""
        return self.people * EACH * 4


async def gather(database: Database, crowd: Crowd) -> None:
    """On a board that has postings. Raises IntegrityError when there is a crowd already."""
    people = [a_user(UserId(uuid4()), f"crowd{n}@example.com", version=1) for n in range(crowd.people)]
    async with database.engine.begin() as connection:
        await connection.execute(insert(users), [USERS.values_of(person) for person in people])
        of_each = select(jobs.c.id).order_by(jobs.c.id).limit(EACH).subquery()
        among = (
            select(users.c.id.label("user_id"), of_each.c.id.label("job_id"))
            .select_from(users.join(of_each, true()))
            .where(users.c.email.like("crowd%"))
        )
        pairs = among.add_columns(_new_id(database).label("id")).subquery()
        profile = a_profile()
        document = a_stored_document(profile, profile_id=None, generation_id=None)
        await _multiply(connection, APPLICATIONS, a_card(), pairs)
        await _multiply(connection, DOCUMENTS, document, pairs)
        await _multiply(connection, GENERATIONS, a_generation(profile_id=None, document_id=None), pairs)
        await _move_all(connection)


def _new_id(database: Database) -> ColumnElement[UUID]:
    if database.is_sqlite:
        return func.lower(func.hex(func.randomblob(16)), type_=Uuid())
    return func.gen_random_uuid(type_=Uuid())


async def _multiply(connection: AsyncConnection, mapping: Mapping[Any], one: Any, pairs: Any) -> None:
    """One like it for each pair."""
    one.version = 1
    of_the_pair = ("id", "user_id", "job_id")
    values = {k: v for k, v in mapping.values_of(one).items() if k not in of_the_pair}
    columns = mapping.table.c
    told = [literal(value, columns[name].type).label(name) for name, value in values.items()]
    chosen = select(*(pairs.c[name] for name in of_the_pair), *told)
    await connection.execute(insert(mapping.table).from_select([*of_the_pair, *values], chosen))


async def _move_all(connection: AsyncConnection) -> None:
    cards = APPLICATIONS.table
    first = select(
        cards.c.id,
        literal(1),
        literal(ApplicationStatus.INTERESTED, moves.c.after.type),
        literal(NOON, moves.c.at.type),
        cards.c.user_id,
    )
    names = ["application_id", "number", "after", "at", "by"]
    await connection.execute(insert(moves).from_select(names, first))

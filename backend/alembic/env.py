"""Runs the migrations on the connection that app.infrastructure.persistence.migrations hands in."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.types import Enum, TypeDecorator

from app.infrastructure.persistence.job_search import is_known
from app.infrastructure.persistence.schema import metadata


def render(kind: str, thing: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write plain column types: a migration must not change its meaning when the code does."""
    if kind != "type":
        return False
    if isinstance(thing, Enum) and not thing.native_enum:
        return f"sa.String(length={thing.length})"
    if isinstance(thing, TypeDecorator):
        return f"sa.{thing.impl_instance!r}"
    return False


connection = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("Migrations are run by `jobwise db`.")
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    render_item=render,
    include_name=is_known,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()

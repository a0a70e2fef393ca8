"""paid calls and consent"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.add_column(sa.Column("llm_allowed", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("monthly_usage", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reserved_micros", sa.BigInteger(), server_default="0", nullable=False))
    op.create_table(
        "llm_months",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("tokens", sa.BigInteger(), nullable=False),
        sa.Column("cost_micros", sa.BigInteger(), nullable=False),
        sa.Column("reserved_micros", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_llm_months")),
    )
    op.execute(
        "INSERT INTO llm_months (month, tokens, cost_micros, reserved_micros) "
        "SELECT month, SUM(tokens), SUM(cost_micros), 0 FROM monthly_usage GROUP BY month"
    )
    op.create_table(
        "llm_calls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("generation_id", sa.Uuid(), nullable=True),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("step", sa.String(length=100), nullable=False),
        sa.Column("prompt", sa.String(length=100), nullable=False),
        sa.Column("provider", sa.String(length=40), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("input_tokens", sa.Integer(), nullable=False),
        sa.Column("output_tokens", sa.Integer(), nullable=False),
        sa.Column("cost_micros", sa.BigInteger(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["generation_id"],
            ["generations.id"],
            name=op.f("fk_llm_calls_generation_id_generations"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_llm_calls_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_llm_calls")),
    )
    with op.batch_alter_table("llm_calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_llm_calls_generation_id"), ["generation_id"], unique=False)
        batch_op.create_index("ix_llm_calls_user_id_at_id", ["user_id", "at", "id"], unique=False)
        batch_op.create_index("ix_llm_calls_user_id_month", ["user_id", "month"], unique=False)


def downgrade() -> None:
    op.drop_table("llm_calls")
    op.drop_table("llm_months")
    with op.batch_alter_table("monthly_usage", schema=None) as batch_op:
        batch_op.drop_column("reserved_micros")
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.drop_column("llm_allowed")

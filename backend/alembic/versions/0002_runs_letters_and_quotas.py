"""runs, letters and quotas"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "monthly_usage",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("charged", sa.Integer(), nullable=False),
        sa.Column("refunded", sa.Integer(), nullable=False),
        sa.Column("tokens", sa.BigInteger(), nullable=False),
        sa.Column("cost_micros", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_monthly_usage_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "month", name=op.f("pk_monthly_usage")),
    )
    op.create_table(
        "job_profiles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.Column("locations", sa.JSON(), nullable=False),
        sa.Column("workplaces", sa.JSON(), nullable=False),
        sa.Column("employment_types", sa.JSON(), nullable=False),
        sa.Column("salary_min", sa.Integer(), nullable=True),
        sa.Column("salary_currency", sa.String(length=3), nullable=True),
        sa.Column("companies_excluded", sa.JSON(), nullable=False),
        sa.Column("available_from", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("contact_full_name", sa.String(length=200), nullable=True),
        sa.Column("contact_email", sa.String(length=320), nullable=True),
        sa.Column("contact_phone", sa.String(length=200), nullable=True),
        sa.Column("contact_location", sa.String(length=200), nullable=True),
        sa.Column("contact_website", sa.String(length=2000), nullable=True),
        sa.Column("contact_address", sa.JSON(), nullable=False),
        sa.Column("contact_links", sa.JSON(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_job_profiles_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_profiles")),
    )
    with op.batch_alter_table("job_profiles", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_job_profiles_user_id_created_at_id"), ["user_id", "created_at", "id"], unique=False
        )
    with op.batch_alter_table("generations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("charge", sa.String(length=20), server_default="none", nullable=False))
        batch_op.add_column(sa.Column("budget", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("cost_micros", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("reserved", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("estimated_completion", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("approvals", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("source_prints", sa.JSON(), server_default="{}", nullable=False))

    with op.batch_alter_table("work", schema=None) as batch_op:
        batch_op.add_column(sa.Column("priority", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("at_once", sa.Integer(), server_default="2", nullable=False))
        batch_op.alter_column("user_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.create_index(batch_op.f("ix_work_finished_at"), ["finished_at"], unique=False)


def downgrade() -> None:
    for table in ("work_steps", "work_events"):
        op.execute(f"DELETE FROM {table} WHERE work_id IN (SELECT id FROM work WHERE user_id IS NULL)")
    op.execute("DELETE FROM work WHERE user_id IS NULL")
    with op.batch_alter_table("work", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_work_finished_at"))
        batch_op.alter_column("user_id", existing_type=sa.Uuid(), nullable=False)
        batch_op.drop_column("at_once")
        batch_op.drop_column("priority")

    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_column("source_prints")
        batch_op.drop_column("approvals")

    with op.batch_alter_table("generations", schema=None) as batch_op:
        batch_op.drop_column("estimated_completion")
        batch_op.drop_column("reserved")
        batch_op.drop_column("cost_micros")
        batch_op.drop_column("budget")
        batch_op.drop_column("charge")

    with op.batch_alter_table("job_profiles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_job_profiles_user_id_created_at_id"))

    op.drop_table("job_profiles")
    op.drop_table("monthly_usage")

"""achievement rows, proposals and history"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "profile_editions",
        sa.Column("profile_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["profile_id"],
            ["master_profiles.id"],
            name=op.f("fk_profile_editions_profile_id_master_profiles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("profile_id", "version", name=op.f("pk_profile_editions")),
    )
    op.create_table(
        "proposals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("experience_id", sa.Uuid(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("achievements", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.String(length=20), nullable=False),
        sa.Column("said_in", sa.String(length=200), nullable=True),
        sa.Column("base", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["experience_id"],
            ["experiences.id"],
            name=op.f("fk_proposals_experience_id_experiences"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_proposals_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_proposals_experience_id_created_at_id"),
            ["experience_id", "created_at", "id"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_proposals_user_id"), ["user_id"], unique=False)

    with op.batch_alter_table("achievements", schema=None) as batch_op:
        batch_op.add_column(sa.Column("icon", sa.String(length=200), nullable=True))

    with op.batch_alter_table("experiences", schema=None) as batch_op:
        batch_op.add_column(sa.Column("employment", sa.String(length=200), nullable=True))

    with op.batch_alter_table("skills", schema=None) as batch_op:
        batch_op.add_column(sa.Column("years", sa.Float(), nullable=True))
        batch_op.add_column(sa.Column("date_expires", sa.String(length=10), nullable=True))
        batch_op.add_column(sa.Column("credential_url", sa.String(length=2000), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("skills", schema=None) as batch_op:
        batch_op.drop_column("credential_url")
        batch_op.drop_column("date_expires")
        batch_op.drop_column("years")

    with op.batch_alter_table("experiences", schema=None) as batch_op:
        batch_op.drop_column("employment")

    with op.batch_alter_table("achievements", schema=None) as batch_op:
        batch_op.drop_column("icon")

    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposals_user_id"))
        batch_op.drop_index(batch_op.f("ix_proposals_experience_id_created_at_id"))

    op.drop_table("proposals")
    op.drop_table("profile_editions")

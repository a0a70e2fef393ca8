"""duplicates by age: what shares an address or a post is found with its newest first"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEYS = ("address", "post")


def upgrade() -> None:
    for key in KEYS:
        op.create_index(f"ix_searchable_jobs_{key}_place", "searchable_jobs", [key, "place"], unique=False)
        op.drop_index(f"ix_searchable_jobs_{key}", table_name="searchable_jobs")


def downgrade() -> None:
    for key in KEYS:
        op.create_index(f"ix_searchable_jobs_{key}", "searchable_jobs", [key], unique=False)
        op.drop_index(f"ix_searchable_jobs_{key}_place", table_name="searchable_jobs")

"""A career out of a file joined to the one that there is: nothing twice, and no word replaced."""

from app.domain.profile.merging.merge import merge
from app.domain.profile.merging.outcome import Conflict, Item, Outcome, all_new

__all__ = ["Conflict", "Item", "Outcome", "all_new", "merge"]

"""What a model is asked to word, and what of its answer may stand: pure, whichever model it is."""

from app.domain.generation.wording.answering import worded
from app.domain.generation.wording.asking import asked
from app.domain.generation.wording.masking import Mask

__all__ = ["Mask", "asked", "worded"]

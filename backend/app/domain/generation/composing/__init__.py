"""The offline writer: the person's own statements, chosen, ordered and cited."""

from app.domain.generation.composing.compose import compose

__all__ = ["compose"]

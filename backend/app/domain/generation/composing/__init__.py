"""The offline writer: the person's own statements, chosen, ordered and cited."""

from app.domain.generation.composing.compose import compose, silent_on

__all__ = ["compose", "silent_on"]

"""`jobwise eval`: the product's own engine over a folder of test material, as files that a scorer reads."""

from app.presentation.cli.evaluation.command import evaluate

__all__ = ["evaluate"]

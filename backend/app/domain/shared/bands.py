"""The five names that a total of 0 to 100 goes by, the same on every receipt."""

from enum import StrEnum

Scale = tuple[float, float, float, float]
"""The least total for each band but the lowest, from the top."""
USUAL: Scale = (85.0, 70.0, 50.0, 30.0)


class Band(StrEnum):
    EXCELLENT = "excellent"
    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"
    POOR = "poor"


def band_of(total: float, scale: Scale = USUAL) -> Band:
    reached = sum(total >= least for least in scale)
    return tuple(Band)[len(scale) - reached]

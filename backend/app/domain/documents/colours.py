"""Whether a colour can be read on white paper."""

READABLE = 4.5
"""The contrast to the paper below which the WCAG hold a text of this size to be hard to read."""


def contrast_on_white(colour: str) -> float:
    """1 (white) to 21 (black), by the WCAG; `colour` is such as `#1d4e7a`."""
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

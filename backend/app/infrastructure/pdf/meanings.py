"""What a reader gets for each code of a font."""

from collections.abc import Mapping

_AT_ONCE = 100
"""Entries of a map may stand in one block."""


def map_of_meanings(told: Mapping[int, str], *, size: int) -> str:
    """For codes of so many bytes."""
    entries = [
        f"<{code:0{2 * size}X}> <{text.encode('utf-16-be').hex().upper()}>\n" for code, text in told.items()
    ]
    parts = (entries[n : n + _AT_ONCE] for n in range(0, len(entries), _AT_ONCE))
    blocks = [f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n" for part in parts]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <{'00' * size}> <{'FF' * size}> endcodespacerange\n"
        f"{''.join(blocks)}endcmap CMapName currentdict /CMap defineresource pop end end"
    )

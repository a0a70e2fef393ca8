"""Our bidirectional algorithm beside an independent one: the same order for whatever a row may hold."""

import bidi
from hypothesis import given, settings
from hypothesis import strategies as st

from app.infrastructure.pdf.bidi import visual

_ROW = st.text("אבג" + "ابتم" + "abXY" + "0129" + "٠٣" + " .,:-+%$()[]/\"'·" + "ً" + "ַ", max_size=24)


@settings(max_examples=2_000, deadline=None, derandomize=True)
@given(_ROW, st.booleans())
def test_a_row_is_ordered_as_an_independent_implementation_orders_it(text: str, leftwards: bool) -> None:
    runs = visual(text, leftwards=leftwards)
    shown = "".join(text[r.start : r.end][:: -1 if r.leftwards else 1] for r in runs)

    assert shown == bidi.get_display(text, base_dir="R" if leftwards else "L")

"""A look as a style sheet. Sizes are the look's, by the body text that it sets at 16 pixels."""

from app.domain.documents.ports import FontFamily
from app.infrastructure.looks import Align, Look, Rule, Text, Weight

_STACKS = {
    FontFamily.CARLITO: 'Carlito, Calibri, Lato, "Segoe UI", sans-serif',
    FontFamily.SOURCE_SANS: '"Source Sans 3", "Source Sans Pro", "Segoe UI", Helvetica, Arial, sans-serif',
    FontFamily.SOURCE_SERIF: '"Source Serif 4", "Source Serif Pro", Cambria, Georgia, serif',
    FontFamily.JETBRAINS_MONO: '"JetBrains Mono", Consolas, Menlo, monospace',
}
_ALIGNED = {Align.LEFT: "start", Align.CENTRE: "center", Align.RIGHT: "end"}
_JUSTIFIED = {Align.LEFT: "flex-start", Align.CENTRE: "center", Align.RIGHT: "flex-end"}
_RULES = {
    Rule.NONE: "",
    Rule.BELOW: "padding-bottom: .15rem; border-bottom: {line};",
    Rule.ABOVE: "padding-top: .3rem; border-top: {line};",
    Rule.BAR: "padding-inline-start: .5rem; border-inline-start: {line};",
}


def style_of(look: Look) -> str:
    return _FRAME + "".join(f"{selector} {{ {said} }}\n" for selector, said in _own(look).items() if said)


def _own(look: Look) -> dict[str, str]:
    colours, texts, space, head = look.colours, look.texts, look.spaces, look.header
    airy = space.above_section / texts.body.size
    twice = head.rule_width and look.headings.rule is Rule.ABOVE
    return {
        ":root": f"color: {colours.ink}; font-family: {_STACKS[look.font]};",
        "body": f"border-top: {head.strip * 0.6:g}px solid {colours.accent};" if head.strip else "",
        "header": f"text-align: {_ALIGNED[head.align]};" + _under(look),
        "h1": _said(texts.name, look),
        ".headline": _said(texts.headline, look),
        ".contacts": _said(texts.contact, look) + f" justify-content: {_JUSTIFIED[head.align]};",
        "h2": f"margin: {airy:.2f}rem 0 .5rem; {_said(texts.heading, look)}{_heading(look)}",
        "header + section h2": "border-top: 0;" if twice else "",
        "h3": _said(texts.title, look),
        "li::marker": f"color: {colours.of(texts.mark.colour)};",
        "a": f"text-decoration-color: {colours.line};",
        ".place": _said(texts.location, look),
        ".place .organization": _said(texts.organization, look),
        ".place .dates": _said(texts.dates, look),
        ".lead": _said(texts.lead, look),
        "strong": f"color: {colours.of(texts.label.colour)};",
        ".details": _said(texts.detail, look),
        ".letter .date": f"text-align: {_ALIGNED[look.date]};",
        ".letter .subject": f"font-weight: bold; color: {colours.of(texts.subject.colour)};",
    }


def _said(text: Text, look: Look) -> str:
    weight = "bold" if text.weight is Weight.BOLD else "normal"
    slant = " font-style: italic;" if text.weight is Weight.ITALIC else " font-style: normal;"
    family = f" font-family: {_STACKS[look.display]};" if text.display and look.display != look.font else ""
    size, colour = text.size / look.texts.body.size, look.colours.of(text.colour)
    return f"color: {colour}; font-size: {size:.2f}rem; font-weight: {weight};{slant}{family}"


def _heading(look: Look) -> str:
    headings = look.headings
    line = f"{max(1, headings.rule_width):g}px solid {look.rule_colour}"
    capitals = " text-transform: uppercase;" if headings.capitals else ""
    return f"{capitals} text-align: {_ALIGNED[headings.align]}; {_RULES[headings.rule].format(line=line)}"


def _under(look: Look) -> str:
    if not look.header.rule_width:
        return ""
    line = f"{max(1, look.header.rule_width):g}px solid {look.colours.accent}"
    return f" padding-bottom: .6rem; border-bottom: {line};"


_FRAME = """
:root { background: #fff; font-size: 16px; line-height: 1.45; }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
h1, h2, h3, p, ul { margin: 0; }
h1 { line-height: 1.2; }
article { margin-bottom: .9rem; break-inside: avoid-page; }
ul { padding-inline-start: 1.15rem; }
a { color: inherit; }
.contacts { display: flex; flex-wrap: wrap; gap: 0 1.1rem; padding: .2rem 0 0; list-style: none; }
.place { display: flex; flex-wrap: wrap; gap: 0 .8rem; }
.place .dates { margin-inline-start: auto; }
.letter p { margin-bottom: .8rem; }
.letter .date { margin: 1.8rem 0 1.2rem; }
.letter .recipient { margin-bottom: 0; }
.letter .subject { margin: 1.4rem 0 1rem; }
.letter .closing { margin: 1.2rem 0 2rem; }
h2, h3 { break-after: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; } }
@page { margin: 18mm; }
"""

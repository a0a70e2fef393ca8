"""How documents look, as data that every format is drawn from: a template is a file in `templates`."""

from app.infrastructure.looks.dressing import dressed
from app.infrastructure.looks.look import Align, Look, Rule, Text, Weight
from app.infrastructure.looks.reading import LOOKS, templates

__all__ = ["LOOKS", "Align", "Look", "Rule", "Text", "Weight", "dressed", "templates"]

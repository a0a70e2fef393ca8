"""`jobwise demo`: the main job over HTTP, as an app would do it."""

from app.presentation.cli.demo.command import demo

__all__ = ["demo"]

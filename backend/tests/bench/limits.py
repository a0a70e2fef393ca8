"""Requests are counted, as they are at any host's, and never too often."""

from app.settings import RateSettings

UNLIMITED = dict.fromkeys(RateSettings.model_fields, "10000/second")

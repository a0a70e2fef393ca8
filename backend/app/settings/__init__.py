"""What the host decides."""

from app.settings.addresses import CONSOLE, SENDGRID
from app.settings.kinds import Environment, LLMProvider, RateSettings, TierSettings, TokenPrice
from app.settings.loading import SettingsRefused, load_settings
from app.settings.model import DEVELOPMENT_SECRET, PREFIX, Settings

__all__ = [
    "CONSOLE",
    "DEVELOPMENT_SECRET",
    "PREFIX",
    "SENDGRID",
    "Environment",
    "LLMProvider",
    "RateSettings",
    "Settings",
    "SettingsRefused",
    "TierSettings",
    "TokenPrice",
    "load_settings",
]

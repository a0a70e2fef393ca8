"""Settings as they are found, and what is wrong with them."""

import os
import re
from difflib import get_close_matches
from pathlib import Path

from dotenv import dotenv_values
from pydantic import SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import SettingsError

from app.settings.model import PREFIX, Settings


class SettingsRefused(ValueError):
    """A setting that makes no sense; or that nobody reads, and would be silently without effect."""


def load_settings(**given: object) -> Settings:
    """Settings from the environment. Raises SettingsRefused, which names the variable and the reason."""
    names = {PREFIX + name.upper() for name in Settings.model_fields}
    given_outside = dotenv_values(".env") | os.environ
    known = names | {PREFIX + name.upper() + FILE for name in _TEXTS} | TEST_ONLY
    strays = sorted(n for n in given_outside if n.upper().startswith(PREFIX) and n.upper() not in known)
    if strays:
        raise SettingsRefused("; ".join(_advice(stray, names) for stray in strays))
    said = {name.upper(): value for name, value in given_outside.items() if value}
    filed = {name: _read(name, said) for name in _TEXTS if PREFIX + name.upper() + FILE in said}
    try:
        return Settings(**filed | given)  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsRefused("; ".join(_complaint(flaw) for flaw in error.errors())) from None
    except SettingsError as error:
        name = re.search(r'field "(\w+)"', str(error))
        raise SettingsRefused(f"{PREFIX}{name[1].upper() if name else ''}: must be JSON") from None


FILE = "_FILE"
LONGEST_FILE = 65_536
_TEXTS = [name for name, field in Settings.model_fields.items() if field.annotation in {str, SecretStr}]
"""What may be said in a file: `JOBWISE_SECRET_KEY_FILE` names the one that holds the secret key."""


def _read(name: str, said: dict[str, str]) -> str:
    variable = PREFIX + name.upper()
    if variable in said:
        raise SettingsRefused(f"{variable} and {variable}{FILE}: only one of them may be set")
    try:
        with Path(said[variable + FILE]).open(encoding="utf-8") as file:
            return file.read(LONGEST_FILE).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsRefused(f"{variable}{FILE}: cannot be read ({type(error).__name__})") from None


TEST_ONLY = {PREFIX + "TEST_POSTGRES", PREFIX + "FAILPOINT"}


def _complaint(flaw: ErrorDetails) -> str:
    message = flaw["msg"].removeprefix("Value error, ")
    return f"{PREFIX}{str(flaw['loc'][0]).upper()}: {message}" if flaw["loc"] else message


def _advice(stray: str, names: set[str]) -> str:
    bare = [name.removeprefix(PREFIX) for name in names]
    near = get_close_matches(stray.upper().removeprefix(PREFIX), bare, n=1)
    return f"unknown setting {stray}" + (f" (did you mean {PREFIX}{near[0]}?)" if near else "")

"""One number for what a receipt was made from: equal inputs, equal fingerprint."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from app.domain.profile.model import Profile

_NOT_SUBSTANCE = {"id", "version", "user_id", "created_at", "updated_at", "is_default", "is_active", "icon"}
_SINCE_ADDED = {"employment", "years", "date_expires", "credential_url"}
"""Where nothing is said in them, a profile is the same as before there were such fields."""
_IN_ANY_ORDER = {"experiences", "education", "projects", "skills", "achievements"}


def fingerprint(*inputs: object) -> str:
    text = json.dumps([_plain(each) for each in inputs], ensure_ascii=False, sort_keys=True)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def profile_fingerprint(profile: Profile) -> str:
    """Of what the profile says: neither ids nor the order of its components take part."""
    said = {}
    for each in fields(profile):
        if each.name not in _NOT_SUBSTANCE:
            value = _plain(getattr(profile, each.name))
            said[each.name] = sorted(value, key=_as_json) if each.name in _IN_ANY_ORDER else value
    return fingerprint(said)


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        said = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in _NOT_SUBSTANCE}
        return {n: _plain(v) for n, v in said.items() if v is not None or n not in _SINCE_ADDED}
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in value}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)

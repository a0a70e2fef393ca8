"""Finds what looks like a secret: by the form that its maker gave it, or by how little it repeats itself."""

import math
import re
from collections import Counter
from collections.abc import Iterator

FORMS = {
    "a private key": r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----",
    "an AWS key": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a GitHub token": r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})\b",
    "a GitLab token": r"\bglpat-[\w-]{20,}",
    "a Slack token": r"\bxox[abprs]-[\w-]{20,}",
    "an OpenAI or Anthropic key": r"\bsk-(?:ant-|proj-)?[\w-]{24,}",
    "a Google key": r"\bAIza[\w-]{35}\b",
    "a Google client secret": r"\bGOCSPX-[\w-]{20,}",
    "a Stripe key": r"\b[rs]k_live_[0-9A-Za-z]{20,}",
    "a signed token": r"\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{30,}",
    "a password in an address": r"\b[a-z][a-z0-9+]{2,20}://[^\s:/@\"'{}<>$]{1,40}:[^\s:/@\"'{}<>$]{8,80}@[\w.-]+",
}
_FORMS = {name: re.compile(form) for name, form in FORMS.items()}
_NAMED = re.compile(
    r"(?i)\b\w*(?:secret|passw(?:or)?d|token|api_?key|private_?key)\w*[\"']?\s*[:=]\s*[\"']([A-Za-z0-9+/_=-]{20,100})[\"']"
)
BITS = 3.9
"""Of each character, from which on a word is no word. English has about 3, random base64 above 4.5."""


def entropy(text: str) -> float:
    counts = Counter(text)
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts.values())


def secrets_in(text: str) -> Iterator[tuple[str, str]]:
    """What kind, and the text itself."""
    for line in text.splitlines():
        for name, form in _FORMS.items():
            yield from ((name, found.group()) for found in form.finditer(line))
        for found in _NAMED.finditer(line):
            if entropy(found[1]) > BITS and re.search(r"\d", found[1]):
                yield "a secret by its name", found[1]

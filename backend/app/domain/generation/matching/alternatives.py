"""Which skills a requirement wants together, and which instead of each other."""

import re

from app.domain.shared.skills import Mention, mentions

_OR = re.compile(r"\b(?:or|oder|ou|o|eller)\b|/", re.I)
_AND = re.compile(r"\b(?:and|und|et|y|och|plus)\b|&|\+", re.I)
_EXAMPLES = re.compile(
    r"\b(?:one of|any of|at least one|such as|e\.?g\.?|for example|for instance|like|similar to"
    r"|z\. ?b\.|par exemple|por ejemplo|t\. ?ex\.|wie|tel(?:le)?s? que|comme)",
    re.I,
)
_ONE_OF_ITS_KIND = re.compile(
    r"\b(?:certificat(?:e|ion)|designation|qualification|credential|licen[cs]e|registration|zertifikat)\s*\([^()]*$",
    re.I,
)
_LONGEST_GAP = 40


def alternatives(text: str, skills: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Groups of skills: every group is wanted, any one of a group is enough."""
    wanted = frozenset(skills)
    found = [m for m in mentions(text) if m.name in wanted]
    groups: list[list[str]] = []
    for n, mention in enumerate(found):
        if n and _either(text, found, n):
            groups[-1].append(mention.name)
        else:
            groups.append([mention.name])
    unseen = wanted - {m.name for m in found}
    groups += [[name] for name in skills if name in unseen]
    return _distinct(groups)


def _either(text: str, found: list[Mention], n: int) -> bool:
    gap = text[found[n - 1].end : found[n].start]
    if len(gap) > _LONGEST_GAP or re.search(r"[.;]\s", gap):
        return False
    if _OR.search(gap):
        return True
    if _given_as_example(text, found, n) or _in_brackets(text, found, n):
        return True
    return not _AND.search(gap) and gap.strip() == "," and n + 1 < len(found) and _either(text, found, n + 1)


def _in_brackets(text: str, found: list[Mention], n: int) -> bool:
    """`A certification (CPIM, CSCP)` is one of them."""
    gap, before = text[found[n - 1].end : found[n].start], text[: found[n - 1].start]
    return gap.strip() == "," and bool(_ONE_OF_ITS_KIND.search(before))


def _given_as_example(text: str, found: list[Mention], n: int) -> bool:
    before = text[: found[n - 1].start]
    clause = re.split(r"[.;)]\s", before)[-1]
    return bool(_EXAMPLES.search(clause))


def _distinct(groups: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(tuple(dict.fromkeys(group)) for group in groups))

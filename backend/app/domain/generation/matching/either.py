"""Keywords that the posting takes instead of each other."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.generation.analysis import JobAnalysis
from app.domain.generation.matching.alternatives import alternatives
from app.domain.generation.matching.receipt import KeywordMatch
from app.domain.shared.degrees import levels_in


def with_alternatives(keywords: tuple[KeywordMatch, ...], analysis: JobAnalysis) -> tuple[KeywordMatch, ...]:
    """One that is not there is answered by what is held in its place, if every requirement takes that.

    A degree is not: whoever has another one still has not this one.
    """
    by_name = {keyword.name: keyword for keyword in keywords}
    groups = _groups(analysis)
    return tuple(
        keyword if keyword.matched else _answered(keyword, groups.get(keyword.name, ()), by_name)
        for keyword in keywords
    )


def _groups(analysis: JobAnalysis) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """By each name, the groups that it stands in, one for each requirement that names it."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for asked in analysis.requirements:
        for group in alternatives(asked.text, asked.skills):
            for name in group:
                found[name] = (*found.get(name, ()), group)
    return found


def _answered(
    keyword: KeywordMatch, groups: tuple[tuple[str, ...], ...], by_name: Mapping[str, KeywordMatch]
) -> KeywordMatch:
    held = [
        max((by_name[name] for name in group if name in by_name), key=lambda k: k.credit, default=keyword)
        for group in groups
    ]
    if levels_in(keyword.name) or not held or not all(each.matched for each in held):
        return keyword
    least = min(held, key=lambda each: each.credit)
    return replace(keyword, matched=True, evidence=least.evidence, credit=least.credit, instead=least.name)

"""What is said to have come of what: two things that are true are not yet cause and effect."""

import re
from collections.abc import Iterable, Iterator

from app.domain.documents.facts.checks.findings import Finding, refused
from app.domain.documents.facts.reading.clauses import clause_at
from app.domain.documents.facts.reading.text_facts import TextFacts, Token
from app.domain.documents.facts.receipt import ClaimKind
from app.domain.documents.facts.sources.ground import Ground
from app.domain.documents.facts.sources.homes import carries, home_of
from app.domain.documents.facts.wording.accounts import named
from app.domain.documents.facts.words.roots import roots
from app.domain.documents.facts.words.wordings import generals_of, groups_of
from app.domain.shared.cues import Cue
from app.domain.shared.prose import word_set

_OUTCOME = re.compile(
    r"\b(?:result(?:ed|ing|s)? in|le(?:d|ading) to|which (?:cut|led|saved|raised|doubled|increased|"
    r"reduced|brought|made|helped)|"
    r"thereby|thus|hence|as a result|so that|thanks to|because of|due to|driving|enabling|allowing|"
    r"helping to|"
    r"caus(?:ed|ing)|contribut(?:ed|ing) to|was (?:dadurch|zu)|wodurch|dadurch|sodass|so dass|"
    r"f\u00fchrte zu|dank|"
    r"infolge|aufgrund|ce qui|permettant|entra\u00eenant|gr\u00e2ce \u00e0|ainsi|d'o\u00f9|lo que|"
    r"logrando|permitiendo|"
    r"gracias a|consiguiendo|provocando|por lo que|de modo que)\b",
    re.I,
)
_OUTCOME_CUE = Cue(
    word_set(
        "result resulted resulting results led leading which thereby thus hence so thanks because due "
        "driving enabling allowing helping caused causing contributed contributing dadurch zu wodurch sodass "
        "f\u00fchrte dank infolge aufgrund ce permettant entra\u00eenant gr\u00e2ce ainsi o\u00f9 lo "
        "logrando permitiendo gracias consiguiendo provocando modo"
    )
)


def outcome_findings(line: TextFacts, ground: Ground) -> Iterator[Finding]:
    for joint in _OUTCOME.finditer(line.text) if _OUTCOME_CUE.may_stand_in(line.spoken) else ():
        if not line.text[: joint.start()].strip() or not line.text[joint.end() :].strip():
            continue
        if _is_strange_cause(joint, line, ground):
            why = "No cited source says that it came of this."
            yield refused(ClaimKind.OUTCOME, joint.group(), joint.start(), why)
        before = home_of(line, ground, max(0, joint.start() - 1))
        after = home_of(line, ground, min(len(line.text) - 1, joint.end() + 1))
        common = [k for k in before.scores if before.scores[k] and after.scores.get(k)]
        if before.best and after.best and not common:
            why = "No cited source says that one came of the other."
            yield refused(ClaimKind.OUTCOME, joint.group(), joint.start(), why)


def tells_outcome(clause: tuple[int, int], line: TextFacts) -> bool:
    return _OUTCOME_CUE.may_stand_in(line.spoken) and bool(_OUTCOME.search(line.text, *clause))


def adds_outcome(unsaid: Iterable[Token], clause: tuple[int, int], line: TextFacts) -> bool:
    """Whether a word of its own stands in what is said to have come of the rest: `led to simpler forms`."""
    if "en" not in line.languages or not _OUTCOME_CUE.may_stand_in(line.spoken):
        return False
    joint = _OUTCOME.search(line.text, *clause)
    if joint is None or not line.text[: joint.start()].strip():
        return False
    return any(t.start >= joint.end() for t in unsaid)


def _is_strange_cause(joint: re.Match[str], line: TextFacts, ground: Ground) -> bool:
    """`Thanks to a new form`: of nothing that stands behind the joint does a source speak."""
    if "en" not in line.languages:
        return False
    end = clause_at(line.clauses, joint.end())[1]
    after = [t for t in line.tokens if joint.end() <= t.start < end and carries(t)]
    return bool(after) and not any(_is_told(t, line, ground) for t in after)


def _is_told(token: Token, line: TextFacts, ground: Ground) -> bool:
    word = token.word
    return (
        named(word, ground)
        or line.claimed().touch(token.start, token.end)
        or bool(groups_of(word) & ground.groups or generals_of(word) & ground.specials)
        or bool(roots(word) & ground.denied_roots)
    )

"""Which language a text is in, by its small words and its script."""

import re
from collections.abc import Mapping, Sequence

from app.domain.jobs.parsing.language_words import ENDINGS, LETTERS, SMALL_WORDS

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.")
_NAME = re.compile(r"(?<=[^\W_] )[^\W\d_a-z]\w*")
"""Within a line a capital begins a name, which may be from anywhere; in German, any noun."""
_WHOLE = 60
"""Votes of a small word that one language has alone; those who share a clue share its votes."""
_ENDING, _LETTER = 24, 24
_PLAIN = 12 * _WHOLE
"""Votes from which small words tell by themselves."""
_DEFAULT = "en"
_NOUNS_IN_CAPITALS = "de"
_LEAST = 4
"""Letters of a word whose ending tells something."""


def _speakers(clues: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, said in clues.items():
        for clue in dict.fromkeys(said.split()):
            found[clue] = (*found.get(clue, ()), language)
    return found


_BY_WORD, _BY_ENDING, _BY_LETTER = map(_speakers, (SMALL_WORDS, ENDINGS, LETTERS))
_LONGEST_ENDING = max(map(len, _BY_ENDING))
_SCRIPTS = (
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u3041-\u3096\u30a1-\u30fa]"), "ja"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0600-\u06ff]"), "ar"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
    (re.compile(r"[іїєґІЇЄҐ]"), "uk"),
    (re.compile(r"[\u0400-\u04ff]"), "ru"),
    (re.compile(r"[\u0900-\u097f]"), "hi"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"),
)
_FIRST_LETTER = "\u0370"
"""Of these scripts."""
_SHARE = 0.25
_SHARES = {"ja": 0.08, "uk": 0.03}
"""Japanese and Ukrainian share most of their letters with others; a few of their own tell."""


def language_of(text: str) -> str:
    """ISO 639-1; English when nothing tells."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words(sample) or _DEFAULT


def _by_script(sample: str) -> str | None:
    if sample.isascii() or max(sample) < _FIRST_LETTER:
        return None
    letters = sum(map(str.isalpha, sample)) or 1
    shares = ((language, len(script.findall(sample)) / letters) for script, language in _SCRIPTS)
    return next((language for language, share in shares if share > _SHARES.get(language, _SHARE)), None)


def _by_words(sample: str) -> str | None:
    votes: dict[str, int] = {_DEFAULT: 0}
    plain = _INITIAL.sub(" ", sample)
    for word in _WORD.findall(plain.lower()):
        speakers = _BY_WORD.get(word, ())
        _vote(votes, speakers, _WHOLE // (len(speakers) or 1))
    if max(votes.values()) < _PLAIN:
        for found in _WORD.finditer(plain):
            _vote_finer(votes, found.group().lower(), named=_NAME.match(plain, found.start()) is not None)
    best = max(votes, key=votes.__getitem__)
    return best if votes[best] else None


def _vote_finer(votes: dict[str, int], word: str, *, named: bool) -> None:
    if word in _BY_WORD or len(word) < _LEAST:
        return
    endings = (word[-n:] for n in range(min(_LONGEST_ENDING, len(word) - 2), 1, -1))
    clues = [(_BY_ENDING[e], _ENDING) for e in endings if e in _BY_ENDING][:1]
    clues += [(_BY_LETTER[letter], _LETTER) for letter in sorted({*word} & _BY_LETTER.keys())]
    for speakers, weight in clues:
        _vote(
            votes,
            [each for each in speakers if not named or each == _NOUNS_IN_CAPITALS],
            weight // len(speakers),
        )


def _vote(votes: dict[str, int], speakers: Sequence[str], weight: int) -> None:
    for language in speakers:
        votes[language] = votes.get(language, 0) + weight

"""Which language a text is in, by its small words and its script."""

import re

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = {
    "en": "a in the and of to you your with for our we will this that are have be is as on from who",
    "fr": "le la les des du et vous votre vos nous une un pour dans avec est sont au aux sur qui que ou par",
    "de": "der die das und sie du wir mit für den von ist eine ein im zu auf deine ihre bei als auch nicht",
    "es": "el la los las y de del que en con para una un por tu su nuestro somos es como se al te más",
    "sv": "och att det som på är du vi för med en ett av till din ditt våra kommer hos dig eller inom har",
    "nl": "de het een en van je jij wij met voor zijn bij onze jouw ons op aan als dat wordt naar ook",
    "it": "il lo la gli le di che per con una un del della nel sei siamo nostra tuo sono dei al più",
    "pt": "os as de que para com uma um do da em você nosso nossa seu sua não por mais são ao",
    "da": "og at det som på er du vi for med en et af til din dit vores kommer hos dig eller inden har ikke",
    "no": "og å det som på er du vi for med en et av til din ditt våre kommer hos deg eller innen har ikke",
    "fi": "ja on sekä että tai olet sinulla meillä me sinun kanssa ovat voit myös työ",
    "pl": "na do oraz się jest dla nie od twoje nasz praca który jako po przez",
}
_BY_WORD: dict[str, tuple[str, ...]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _language)
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
    return _by_script(sample) or _by_small_words(sample) or "en"


def _by_script(sample: str) -> str | None:
    if sample.isascii() or max(sample) < _FIRST_LETTER:
        return None
    letters = sum(map(str.isalpha, sample)) or 1
    shares = ((language, len(script.findall(sample)) / letters) for script, language in _SCRIPTS)
    return next((language for language, share in shares if share > _SHARES.get(language, _SHARE)), None)


def _by_small_words(sample: str) -> str | None:
    votes: dict[str, int] = {}
    for word in _WORD.findall(sample.lower()):
        speakers = _BY_WORD.get(word, ())
        for language in speakers:
            votes[language] = votes.get(language, 0) + 60 // len(speakers)
    return max(votes, key=votes.__getitem__) if votes else None

"""Names of languages and how well they are spoken, in the languages that a document can be headed in."""

from app.domain.shared.prose import fold
from app.domain.shared.skills import canonical

_ORDER = ("en", "de", "fr", "es", "sv")
_NAMES = """
English|Englisch|Anglais|Inglés|Engelska
French|Französisch|Français|Francés|Franska
German|Deutsch|Allemand|Alemán|Tyska
Spanish|Spanisch|Espagnol|Español|Spanska
Italian|Italienisch|Italien|Italiano|Italienska
Portuguese|Portugiesisch|Portugais|Portugués|Portugisiska
Dutch|Niederländisch|Néerlandais|Neerlandés|Nederländska
Swedish|Schwedisch|Suédois|Sueco|Svenska
Norwegian|Norwegisch|Norvégien|Noruego|Norska
Danish|Dänisch|Danois|Danés|Danska
Finnish|Finnisch|Finnois|Finlandés|Finska
Polish|Polnisch|Polonais|Polaco|Polska
Czech|Tschechisch|Tchèque|Checo|Tjeckiska
Hungarian|Ungarisch|Hongrois|Húngaro|Ungerska
Romanian|Rumänisch|Roumain|Rumano|Rumänska
Greek|Griechisch|Grec|Griego|Grekiska
Turkish|Türkisch|Turc|Turco|Turkiska
Russian|Russisch|Russe|Ruso|Ryska
Ukrainian|Ukrainisch|Ukrainien|Ucraniano|Ukrainska
Arabic|Arabisch|Arabe|Árabe|Arabiska
Hebrew|Hebräisch|Hébreu|Hebreo|Hebreiska
Chinese|Chinesisch|Chinois|Chino|Kinesiska
Japanese|Japanisch|Japonais|Japonés|Japanska
Korean|Koreanisch|Coréen|Coreano|Koreanska
Hindi|Hindi|Hindi|Hindi|Hindi
"""
_LEVELS = """
native|Muttersprache|langue maternelle|nativo|modersmål
fluent|fließend|courant|fluido|flytande
advanced|fortgeschritten|avancé|avanzado|avancerad
conversational|Konversationsniveau|niveau conversationnel|conversacional|konversationsnivå
intermediate|Mittelstufe|intermédiaire|intermedio|medelnivå
good|gut|bon niveau|bueno|god
very good|sehr gut|très bon niveau|muy bueno|mycket god
basic|Grundkenntnisse|notions|básico|grundläggande
beginner|Anfänger|débutant|principiante|nybörjare
bilingual|zweisprachig|bilingue|bilingüe|tvåspråkig
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(row.split("|")) for row in table.strip().splitlines()]


_LANGUAGE = {row[0]: row for row in _rows(_NAMES)}
_LEVEL = {fold(name): row for row in _rows(_LEVELS) for name in row}
_LEVEL |= {
    fold(also): _LEVEL[fold(name)]
    for also, name in (
        ("mother tongue", "native"),
        ("native speaker", "native"),
        ("lengua materna", "native"),
    )
}


GPA = "GPA"
"""Which some people say themselves."""
GRADE = {"en": "grade", "de": "Note", "fr": "note", "es": "nota", "sv": "betyg"}
"""Said before a bare mark."""


def language_name(name: str, language: str) -> str:
    """As it is called in that language; as the person calls it, where the tables do not know."""
    row = _LANGUAGE.get(canonical(name), ())
    known = any(fold(name) == fold(each) for each in row)
    return _in(row, language, name) if known else name


def level_name(level: str, language: str) -> str:
    return _in(_LEVEL.get(fold(level), ()), language, level)


def same_language(one: str, other: str) -> bool:
    return canonical(one) in _LANGUAGE and canonical(one) == canonical(other)


def same_level(one: str, other: str) -> bool:
    """`native` and `Muttersprache`; two levels that only some languages tell apart are not the same."""
    rows = [_LEVEL.get(fold(each)) for each in (one, other)]
    return fold(one) == fold(other) or (rows[0] is not None and rows[0] == rows[1])


def _in(row: tuple[str, ...], language: str, said: str) -> str:
    """In the person's own spelling, where it is in that language already."""
    if not row or language not in _ORDER:
        return said
    name = row[_ORDER.index(language)]
    return said if fold(said) == fold(name) else name

"""German: from `Hat eine Anlage installiert`, `Leitet ein Team` or `Schulte Kollegen` to the first person."""

import re

from app.domain.shared.prose import word_set

_PRESENT = word_set(
    "leitet führt plant prüft betreut berät entwickelt steuert koordiniert organisiert unterrichtet "
    "arbeitet baut "
    "erstellt wartet installiert programmiert repariert verkauft verwaltet überwacht unterstützt schult "
    "verantwortet begleitet pflegt dokumentiert analysiert bearbeitet bucht montiert kontrolliert "
    "moderiert optimiert konstruiert produziert testet verhandelt kalkuliert kocht liefert übersetzt"
)
_PAST = word_set(
    "leitete führte plante prüfte betreute entwickelte steuerte unterrichtete arbeitete baute erstellte "
    "wartete verkaufte verwaltete überwachte unterstützte schulte verantwortete begleitete pflegte senkte "
    "steigerte erhöhte verkürzte verbesserte verringerte reduzierte rüstete erneuerte ersetzte stellte "
    "erreichte gewann schrieb übernahm hielt brachte gründete bildete errichtete sanierte lieferte "
    "übersetzte testete verhandelte setzte löste sparte halbierte verdoppelte bearbeitete kochte machte "
    "legte sicherte richtete eröffnete einführte beriet trug fuhr zog "
    "wirkte versorgte bestellte bediente behandelte beschaffte besetzte bewertete ermittelte erfasste "
    "erzielte fertigte "
    "förderte gestaltete half kaufte öffnete packte reinigte sammelte sorgte stärkte traf verfasste "
    "vermittelte verlegte "
    "vertrat verteilte vereinbarte zeichnete nahm gab sprach schloss warb betrieb beantwortete verarbeitete"
)
_AUXILIARY = {"hat": "habe", "ist": "bin", "war": "war", "hatte": "hatte"}
_STRONG = {"berät": "berate", "entwickelt": "entwickle"}
_OTHERS = word_set("er sie sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer sich")
_I = re.compile(r"Ich\s+(\S+)\s+")
_SECOND = re.compile(r"(?<= und )([a-zäöüß]+t)\b")
_WORD = re.compile(r"[^\W\d_]+")


def first_person(sentence: str) -> tuple[str, str, str] | None:
    """Manner, verb and the rest; None where the sentence had better be quoted."""
    if {word.lower() for word in _WORD.findall(sentence)} & _OTHERS:
        return None
    if found := _I.match(sentence):
        return "finite", found[1], sentence[found.end() :]
    first, _, rest = sentence.partition(" ")
    word = first.lower()
    if not rest:
        return None
    if word in _AUXILIARY:
        return "finite", _AUXILIARY[word], rest
    if word in _PAST or (word.endswith("ierte") and len(word) > 6):
        return "finite", word, rest
    if word in _PRESENT:
        said = _SECOND.sub(lambda m: _first(m[1]) if m[1] in _PRESENT else m[1], f" {rest}")
        return "finite", _first(word), said.strip()
    return None


def _first(word: str) -> str:
    if word in _STRONG:
        return _STRONG[word]
    stem = word.removesuffix("t")
    return stem if stem.endswith("e") else f"{stem}e"

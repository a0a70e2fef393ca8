"""Lines that open a section by speaking to the reader: "We ask for", "Nous demandons", "Vi kräver". Short as
a name, they are none. Written for folded text, but for its first letters."""

import re

from app.domain.jobs.parsing.folding import folded

LONGEST = 60
_SPEAKERS = (
    r"we|you|your|our|what|who|here|this|nous|vous|votre|vos|notre|nos|tu|tes|ce (?:que|qu')|wir|du|sie"
    r"|ihr|ihre|dein|deine|unser|unsere|das|was|wer|wen|nosotros|te|tus|lo que|nuestro|nuestra|vi"
    r"|din|ditt|dina"
    r"|det|var|vart|vara|vad|wij|jij|wat|noi"
)
_SPEAKS = re.compile(rf"(?:{_SPEAKERS})\b[ ,]+(?!(?:de|la|le|del|van|von|and|y|et|och|und)\b)")
_VERB_ALONE = re.compile(
    r"(?:pedimos|ofrecemos|buscamos|exigimos|requerimos|valoramos|necesitamos|aportas|aportaras|haras"
    r"|esperamos|offriamo|cerchiamo|chiediamo)(?: .{0,40})?"
)
ASKS = re.compile(
    r"(?:(?:what )?we (?:ask|ask for|require|expect|want|need)\b|our expectations"
    r"|(?:ce que )?nous (?:demandons|exigeons|attendons|souhaitons)\b|nos attentes"
    r"|vous (?:apportez|maitrisez)\b"
    r"|(?:was )?wir (?:verlangen|brauchen|wunschen|erwarten|setzen voraus)\b|unsere erwartungen"
    r"|(?:te )?(?:pedimos|exigimos|requerimos)\b|lo que (?:pedimos|exigimos|necesitamos)\b|aportas\b"
    r"|vi (?:kraver|forvantar oss|onskar|behover)\b|det har behover du|det har kraver vi|du har med dig)"
)
"""What is asked of who applies."""


def opens(text: str) -> bool:
    """By how it begins. What goes on with a capital is a name: "We Are Social"."""
    if len(text) > LONGEST:
        return False
    said = folded(text)
    if _VERB_ALONE.fullmatch(said.strip(" :")):
        return True
    spoken = _SPEAKS.match(said)
    behind = text[spoken.end() :] if spoken and len(said) == len(text) else ""
    return bool(behind) and behind[0].islower()

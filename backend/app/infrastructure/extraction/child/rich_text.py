"""Rich Text Format: a stream of groups and control words, read once from left to right."""

import re
from dataclasses import dataclass, replace

from app.infrastructure.extraction.child.answers import Reading, Refusal, Refused, Remark
from app.infrastructure.extraction.child.markup import DEEPEST

_TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_UNSAID = frozenset(
    b"fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping latentstyles"
    b" datastore generator listtable listoverridetable rsidtbl xmlnstbl fldinst filetbl revtbl nonshppict"
    b" annotation atnid atnauthor footnote bkmkstart bkmkend sn sv pnseclvl pgdsctbl mmathPr"
    b" wgrffmtfilter".split()
)
_SAID = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"cell": "\t", b"tab": "\t",
    b"bullet": "\u2022", b"endash": "\u2013", b"emdash": "\u2014", b"lquote": "\u2018", b"rquote": "\u2019",
    b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": " ", b"_": "-", b"\n": "\n", b"\r": "\n", b"\\": "\\", b"{": "{", b"}": "}"}
_CHARSETS = {0: "cp1252", 128: "cp932", 134: "cp936", 161: "cp1253", 162: "cp1254", 177: "cp1255",
             178: "cp1256", 186: "cp1257", 204: "cp1251", 238: "cp1250"}  # fmt: skip
_SMALLEST = 2
"""Half points, as Word counts them."""


@dataclass(frozen=True, slots=True)
class _State:
    said: bool = True
    hidden: bool = False
    tiny: bool = False
    after_unicode: int = 1
    """Characters that stand after one in Unicode, for readers that know none."""


class _Rtf:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._out: list[str] = []
        self._state = _State()
        self._above: list[_State] = []
        self._encoding = "cp1252"
        self._skip = 0
        self._raw = bytearray()

    def text_of(self, data: bytes) -> str:
        at = 0
        while found := _TOKEN.match(data, at):
            at = found.end()
            word, number, code, symbol, brace, plain = found.groups()
            if code:
                self._byte(int(code, 16))
                continue
            self._flush()
            if brace:
                self._brace(brace)
            elif word == b"bin":
                at += max(0, int(number or 0))
            elif word:
                self._word(word, int(number) if number else None)
            elif symbol == b"*":
                self._state = replace(self._state, said=self._state.said and _is_known(data, at))
            elif symbol:
                self._say(_SYMBOLS.get(symbol, ""))
            elif plain:
                self._plain(plain)
        if at < len(data) and data[at:].strip(b"\0 \r\n"):
            raise Refused(Refusal.BROKEN)
        self._flush()
        return "".join(self._out)

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            self._above.append(self._state)
            if len(self._above) > DEEPEST:
                raise Refused(Refusal.TOO_DEEP)
        elif self._above:
            self._state = self._above.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        if word in _UNSAID:
            if word in (b"object", b"pict"):
                self._reading.remark(Remark.EMBEDDED)
            self._state = replace(self._state, said=False)
        elif word == b"u" and number is not None:
            code = number % 65536
            self._say(chr(code) if not 0xD800 <= code < 0xE000 else "")
            self._skip = self._state.after_unicode
        elif word == b"uc":
            self._state = replace(self._state, after_unicode=min(max(number or 0, 0), 8))
        elif word == b"ansicpg" and number:
            self._encoding = f"cp{number}" if _is_codec(f"cp{number}") else "cp1252"
        elif word in (b"v", b"deleted"):
            self._state = replace(self._state, hidden=number != 0)
        elif word == b"plain":
            self._state = replace(self._state, hidden=False, tiny=False)
        elif word == b"fs" and number is not None:
            self._state = replace(self._state, tiny=number <= _SMALLEST)
        elif word in _SAID:
            self._say(_SAID[word])

    def _byte(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._raw.append(byte)

    def _flush(self) -> None:
        if self._raw:
            self._say(self._raw.decode(self._encoding, "replace"))
            self._raw.clear()

    def _plain(self, plain: bytes) -> None:
        text = plain.decode(self._encoding, "replace")
        skipped = min(self._skip, len(text))
        self._skip -= skipped
        self._say(text[skipped:])

    def _say(self, text: str) -> None:
        if not self._state.said or not text:
            return
        unseen = self._state.hidden or self._state.tiny
        if unseen and text.strip():
            self._reading.remark(Remark.HIDDEN if self._state.hidden else Remark.TINY)
        elif not unseen or "\n" in text:
            self._out.append(text)


def _is_known(data: bytes, at: int) -> bool:
    """A group that may be passed over, but whose text is shown: a text box."""
    return data.startswith((b"\\shpinst", b"\\shptxt"), at)


def _is_codec(name: str) -> bool:
    return name in {*_CHARSETS.values(), "cp437", "cp850", "cp852", "cp949", "cp950", "cp874", "cp1258"}


def read_rich_text(data: bytes) -> Reading:
    reading = Reading("rtf", "rtf 1")
    data = data.lstrip(b"\xef\xbb\xbf\r\n\t ")
    reading.lines = _Rtf(reading).text_of(data).split("\n")
    return reading

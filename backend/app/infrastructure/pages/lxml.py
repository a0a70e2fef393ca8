"""A web page's text by lxml: what a visitor would read, and nothing that a script or a style would do."""

import re
from collections.abc import Iterator

from lxml import etree

from app.domain.jobs.ports import IPageReader, PageRead
from app.domain.shared.unfit import UNFIT

LONGEST = 2_000_000
LONGEST_TEXT = 200_000
MOST_DATA = 20
MOST_ELEMENTS = 200_000

_DROPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed", "video",
    "audio", "picture", "head", "title", "meta", "link", "select", "option", "datalist", "textarea", "button",
    "input", "dialog", "map", "area", "frame", "frameset", "applet", "xmp", "plaintext",
))  # fmt: skip
_CHROME = frozenset(("nav", "footer", "aside", "form"))
"""The site's own parts, around what the page is about."""
_CHROME_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog"))
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "header", "footer", "ul", "ol", "dl", "dt", "dd", "table", "tr",
    "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "address", "figure", "figcaption", "form",
    "fieldset", "details", "summary", "aside", "nav", "body", "html", "center", "li", "br",
))  # fmt: skip
_APART = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "p"))
"""With an empty line around them."""
_HIDDEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|opacity\s*:\s*0(?![.\d]*[1-9])|(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|$)"
    r"|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0)",
    re.IGNORECASE,
)
_DATA_KIND = re.compile(r"application/ld\+json", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
_BREAKS = re.compile(r"\n[ \n]*\n")
_LONE_MARK = re.compile(r"^-\n+(?=[^\n-])", re.MULTILINE)
_EMPTY_ITEM = re.compile(r"^-\n", re.MULTILINE)
_CELLS = ("td", "th")


class LxmlPages(IPageReader):
    def read(self, markup: str) -> PageRead:
        root = _parsed(UNFIT.sub(" ", markup[:LONGEST]))
        if root is None:
            return PageRead(text="", data=())
        return PageRead(text=_text(root), data=tuple(_data(root)))


def _parsed(markup: str) -> etree._Element | None:
    """A parser for each page: none is shared between threads, and none may open anything."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        default_doctype=False,
    )
    try:
        return etree.fromstring(markup.encode(), parser)
    except (etree.LxmlError, ValueError):
        return None


def _data(root: etree._Element) -> Iterator[str]:
    found = 0
    for script in root.iter("script"):
        if _DATA_KIND.match((script.get("type") or "").strip()) and found < MOST_DATA:
            found += 1
            yield script.text or ""


def _text(root: etree._Element) -> str:
    main = _main(root)
    text = _written(main)
    heading = next((_written(h) for h in root.iter("h1") if not _is_hidden(h)), "")
    title = next((" ".join((t.text or "").split()) for t in root.iter("title")), "")
    if heading and heading not in text:
        text = f"{heading}\n\n{text}"
    elif title and not heading and not any(True for _ in main.iter("h1", "h2")):
        text = f"{title}\n\n{text}"
    return text[:LONGEST_TEXT].strip()


def _main(root: etree._Element) -> etree._Element:
    """The part that the page is about, where it names one that says enough."""
    named = [e for e in root.iter("main", "article") if not _is_hidden(e)]
    named += [e for e in root.iter("div", "section") if (e.get("role") or "").lower() == "main"]
    named += [e for e in root.iter() if "JobPosting" in (e.get("itemtype") or "")]
    fullest = max(named[:50], key=_size, default=None)
    return fullest if fullest is not None and _size(fullest) >= 200 else root


def _size(element: etree._Element) -> int:
    return len("".join(map(str, element.itertext())))


def _is_hidden(element: etree._Element) -> bool:
    """To those who read the page: a text for machines alone says nothing about the post."""
    return (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").lower() == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _is_left_out(element: etree._Element) -> bool:
    tag = element.tag
    return (
        not isinstance(tag, str)
        or tag in _DROPPED
        or tag in _CHROME
        or (element.get("role") or "").lower() in _CHROME_ROLES
        or _is_hidden(element)
    )


def _written(top: etree._Element) -> str:
    """Its blocks one below another. Walked without recursion: a page may nest as deep as it likes."""
    text = "".join(_pieces(top))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    marked = _EMPTY_ITEM.sub("", _LONE_MARK.sub("- ", "\n".join([*lines, ""])))
    return _BREAKS.sub("\n\n", marked).strip()


def _pieces(top: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(top, events=("start", "end"))
    for n, (event, element) in enumerate(walk):
        if n > MOST_ELEMENTS:
            return
        if event == "start" and _is_left_out(element):
            walk.skip_subtree()
            yield " "
        elif event == "start":
            yield _before(element)
            yield _flat(element)
        else:
            yield "" if _is_left_out(element) else _after(element)
            yield "" if element is top else _run(element.tail)


def _flat(element: etree._Element) -> str:
    return (element.text or "") if element.tag == "pre" else _run(element.text)


def _run(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def _before(element: etree._Element) -> str:
    if element.tag == "li":
        return "\n- "
    if element.tag in _CELLS:
        return " "
    return "\n\n" if element.tag in _APART else "\n" if element.tag in _BLOCKS else ""


def _after(element: etree._Element) -> str:
    return "" if element.tag in ("li", "br") else _before(element)

"""The structure of a file for those who hear it: headings, paragraphs, lists and links in reading order."""

from collections.abc import Iterator
from typing import Any

from app.infrastructure.pdf.blocks import Block, Role
from app.infrastructure.pdf.objects import add, reference
from app.infrastructure.pdf.template import Design, Style

_HEADINGS = {Role.NAME: 1, Role.HEADING: 2, Role.ENTRY: 3}


class Element:
    """A part of the structure: what stands in it, in reading order."""

    def __init__(self, kind: str, parent: "Element | None" = None) -> None:
        self.kind = kind
        self.parent = parent
        self.kids: list[Element | tuple[int, int] | _Pressed] = []
        """Other elements, marks by page and number, and what can be pressed."""
        if parent:
            parent.kids.append(self)


class _Pressed:
    """A link's area on a page."""

    def __init__(self, number: int, page: int) -> None:
        self.number = number
        self.page = page


class Tags:
    """Of one file. Marks are numbered anew on each page, as readers look them up."""

    def __init__(self, design: Design) -> None:
        self._mark, self._title = design.mark, design.title
        self._document = Element("Document")
        self._elements = [self._document]
        self._blocks: dict[int, Tagged] = {}
        self._level = 0
        self._page = -1
        self._places: list[tuple[int, list[Element] | Element]] = []
        """By the key that a page or a link is looked up with."""

    def begin_page(self) -> int:
        """The key of the page."""
        self._page += 1
        self._marked: list[Element] = []
        return self._key(self._marked)

    def mark(self, element: Element) -> str:
        """What begins the text of an element on this page."""
        number = len(self._marked)
        self._marked.append(element)
        element.kids.append((self._page, number))
        return f"/{element.kind} <</MCID {number}>> BDC"

    def press(self, link: Element) -> int:
        """The key of a link's area, whose object is told by `pressed` then."""
        return self._key(link)

    def pressed(self, link: Element, number: int) -> None:
        link.kids.append(_Pressed(number, self._page))

    def block(self, block: Block, *, begins: bool) -> "Tagged":
        """The same on the next page, where the block goes on there."""
        if begins:
            self._blocks[id(block)] = Tagged(self, block)
        return self._blocks[id(block)]

    def element(self, kind: str, parent: Element | None = None) -> Element:
        made = Element(kind, parent or self._document)
        self._elements.append(made)
        return made

    def heading(self, role: Role) -> Element:
        """No level is left out on the way down."""
        self._level = min(_HEADINGS[role], self._level + 1)
        return self.element(f"H{self._level}")

    def item(self) -> Element:
        """Of the list that goes on here, else of a new one."""
        last = self._document.kids[-1] if self._document.kids else None
        goes_on = isinstance(last, Element) and last.kind == "L"
        return self.element("LI", last if goes_on and isinstance(last, Element) else self.element("L"))

    def is_mark(self, style: Style) -> bool:
        return style is self._mark

    def is_title(self, style: Style) -> bool:
        return style is self._title

    def _key(self, found: list[Element] | Element) -> int:
        self._places.append((len(self._places), found))
        return len(self._places) - 1

    def write(self, document: Any) -> int:
        """Adds the tree to the file and returns its root's number."""
        pages = [document.idToObjectNumberAndVersion[f"Page{n + 1}"][0] for n in range(self._page + 1)]
        first = document.objectcounter + 1
        root = first + len(self._elements)
        numbers = {id(element): first + n for n, element in enumerate(self._elements)}
        for element in self._elements:
            parent = numbers[id(element.parent)] if element.parent else root
            add(document, _written(element, parent, numbers, pages))
        return add(
            document,
            f"<< /Type /StructTreeRoot /K {reference(first)} /ParentTreeNextKey {len(self._places)}"
            f" /ParentTree << /Nums [{' '.join(self._looked_up(numbers))}] >> >>",
        )

    def _looked_up(self, numbers: dict[int, int]) -> Iterator[str]:
        for key, found in self._places:
            if isinstance(found, Element):
                yield f"{key} {reference(numbers[id(found)])}"
            else:
                yield f"{key} [{' '.join(reference(numbers[id(each)]) for each in found)}]"


class Tagged:
    """The elements of one block, made when their first letter is drawn."""

    def __init__(self, tags: Tags, block: Block) -> None:
        self._tags = tags
        self._role = block.role
        self._parts: dict[str, Element] = {}
        self._item: Element | None = None
        self._link: tuple[str, Element] | None = None

    def element(self, style: Style, url: str | None) -> Element:
        """That of the next letters, as they are read."""
        part = self._part(style)
        if url is None:
            self._link = None
            return part
        if self._link is None or self._link[0] != url:
            self._link = url, self._tags.element("Link", part)
        return self._link[1]

    def _part(self, style: Style) -> Element:
        name = self._name(style)
        if name not in self._parts:
            self._parts[name] = self._made(name)
        return self._parts[name]

    def _name(self, style: Style) -> str:
        if self._role is Role.ITEM:
            return "Lbl" if self._tags.is_mark(style) else "LBody"
        if self._role is Role.TEXT or (self._role is Role.ENTRY and not self._tags.is_title(style)):
            return "P"
        return "H"

    def _made(self, name: str) -> Element:
        if name == "H":
            return self._tags.heading(self._role)
        if name == "P":
            return self._tags.element("P")
        self._item = self._item or self._tags.item()
        return self._tags.element(name, self._item)


def _written(element: Element, parent: int, numbers: dict[int, int], pages: list[int]) -> str:
    page = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    kids = " ".join(_kid(kid, page, numbers, pages) for kid in element.kids)
    where = "" if page is None else f" /Pg {reference(pages[page])}"
    return f"<< /S /{element.kind} /P {reference(parent)}{where} /K [{kids}] >>"


def _kid(
    kid: Element | tuple[int, int] | _Pressed, page: int | None, numbers: dict[int, int], pages: list[int]
) -> str:
    if isinstance(kid, Element):
        return reference(numbers[id(kid)])
    if isinstance(kid, _Pressed):
        return f"<< /Type /OBJR /Obj {reference(kid.number)} /Pg {reference(pages[kid.page])} >>"
    if kid[0] == page:
        return str(kid[1])
    return f"<< /Type /MCR /Pg {reference(pages[kid[0]])} /MCID {kid[1]} >>"

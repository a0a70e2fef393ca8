import re
from collections.abc import Callable

from app.domain.documents.ats.receipt import Group, Severity
from app.domain.documents.ats.rule import Applies, Finding, Judge, Rule, Seen
from app.domain.documents.naming import plain
from app.domain.documents.ports import FileFacts, Format
from app.domain.documents.printable import language_tag
from app.domain.shared.prose import words

_READ_EVERYWHERE = frozenset({Format.PDF, Format.DOCX, Format.TEXT})
_LARGE, _TOO_LARGE = 2_000_000, 5_000_000
_LONGEST_NAME = 120
_FILE_NAME = re.compile(r"[\w-]+(?:\.\w{2,5})?")


def _of_file(look: Callable[[FileFacts], Finding | None]) -> Judge:
    return lambda seen: look(seen.file) if seen.file else None


def _type(file: FileFacts) -> Finding:
    return Finding(
        share=float(file.format in _READ_EVERYWHERE), evidence=f"The file is of type {file.format}."
    )


def _size(file: FileFacts) -> Finding:
    share = 1.0 if file.size <= _LARGE else 0.5 if file.size <= _TOO_LARGE else 0.0
    return Finding(share=share, evidence=f"{file.size / 1000:,.0f} KB.")


def _open(file: FileFacts) -> Finding:
    return Finding(
        share=float(not file.locked), evidence="It is locked." if file.locked else "It is not locked."
    )


def _pictures(file: FileFacts) -> Finding:
    count = file.pictures
    return Finding(share=1 - 0.5 * count, evidence=f"{count} pictures." if count else "No pictures.")


def _fonts(file: FileFacts) -> Finding | None:
    if file.format is not Format.PDF:
        return None
    mute = file.mute_fonts
    return Finding(
        share=1 - 0.5 * len(mute),
        evidence=f"Fonts that do not say their letters: {', '.join(mute)}."
        if mute
        else "Every font says which letters it draws.",
    )


def _aside(file: FileFacts) -> Finding | None:
    if file.format is not Format.DOCX:
        return None
    named = ", ".join(f"“{text}”" for text in file.aside[:3])
    return Finding(
        share=1 - 0.5 * len(file.aside),
        evidence=f"Beside the body: {named}." if named else "All of it stands in the body.",
    )


def _name(seen: Seen) -> Finding | None:
    if seen.file_name is None:
        return None
    stem = seen.file_name.rpartition(".")[0] or seen.file_name
    whose = set(words(plain(seen.content.header.name.text)))
    says_whose = not whose or bool(whose & set(words(plain(stem).replace("-", " "))))
    good = bool(_FILE_NAME.fullmatch(seen.file_name)) and len(seen.file_name) <= _LONGEST_NAME
    return Finding(
        share=0.5 * good + 0.5 * says_whose, evidence=f"It is called {seen.file_name[:_LONGEST_NAME]}."
    )


def _says(name: str, own: Callable[[FileFacts], str | None]) -> Judge:
    """The file's own `name` names the person."""

    def judge(seen: Seen) -> Finding | None:
        said = own(seen.file) if seen.file else None
        whose = words(seen.content.header.name.text)
        if said is None or not whose:
            return None
        given = set(words(said))
        return Finding(
            share=float(all(word in given for word in whose)),
            evidence=f"The file's {name} is “{said[:60]}”." if said.strip() else f"The file has no {name}.",
        )

    return judge


def _language(seen: Seen) -> Finding | None:
    said = seen.file.language if seen.file else None
    if said is None:
        return None
    same = said.lower().startswith(language_tag(seen.content.language).lower())
    return Finding(share=float(same), evidence=f"The file says that it is in `{said}`.")


def _rule(id: str, severity: Severity, points: float, looks_at: str, fix: str, judge: Judge) -> Rule:
    return Rule(
        id=id,
        group=Group.FILE,
        severity=severity,
        points=points,
        applies=Applies.BOTH,
        looks_at=looks_at,
        fix=fix,
        judge=judge,
    )


RULES = (
    _rule(
        "file-type",
        Severity.MAJOR,
        2,
        "The file is a PDF, a Word document or plain text.",
        "Export it as PDF or DOCX.",
        _of_file(_type),
    ),
    _rule(
        "file-size",
        Severity.MINOR,
        1,
        "The file has 2 MB at most; above 5 MB many systems refuse it.",
        "Take pictures out.",
        _of_file(_size),
    ),
    _rule(
        "file-open",
        Severity.CRITICAL,
        3,
        "The file is not encrypted, and asks for no password or permission.",
        "Take the lock off.",
        _of_file(_open),
    ),
    _rule(
        "file-pictures",
        Severity.MAJOR,
        3,
        "There is no picture in the file: text in one is lost, and a portrait stops some systems.",
        "Take the pictures out, and write what they say.",
        _of_file(_pictures),
    ),
    _rule(
        "file-fonts",
        Severity.MAJOR,
        3,
        "Of a PDF: every font says which letters its shapes are, private and symbol fonts among them.",
        "Choose one of the embedded fonts.",
        _of_file(_fonts),
    ),
    _rule(
        "file-body",
        Severity.MAJOR,
        3,
        "Of a Word document: no text, contacts least of all, stands in page headers, footers, text boxes or "
        "tables.",
        "Move it into the body.",
        _of_file(_aside),
    ),
    _rule(
        "file-name",
        Severity.MINOR,
        2,
        "The file's name has the person's, and otherwise words and hyphens: no spaces, signs or versions.",
        "Call it by your name and trade: Ada Byron, a nurse, would call hers Ada-Byron-Nurse.",
        _name,
    ),
    _rule(
        "file-title",
        Severity.MINOR,
        1,
        "The title in the file's own properties names the person; several systems show it in lists.",
        "Set the file's title to your name.",
        _says("title", lambda file: file.title),
    ),
    _rule(
        "file-author",
        Severity.MINOR,
        1,
        "The author in the file's own properties is the person, and no program or former owner.",
        "Set the file's author to your name.",
        _says("author", lambda file: file.author),
    ),
    _rule(
        "file-language",
        Severity.MINOR,
        1,
        "The file's own language is the document's.",
        "Set the file's language.",
        _language,
    ),
)

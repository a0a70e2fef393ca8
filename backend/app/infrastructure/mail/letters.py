"""What the mails say, in four languages: text templates beside one layout."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.application.identity.mailing import ILetters, Wording
from app.domain.identity.challenges import Purpose
from app.domain.identity.notices import NoticeKind
from app.domain.mail.ports import Language

TEMPLATES = Path(__file__).parent / "templates"
PAGES = {Purpose.VERIFY_EMAIL: "verify-email", Purpose.RESET_PASSWORD: "reset-password"}
"""Of the web application, below its address."""
MOMENTS = {
    Language.ENGLISH: "%Y-%m-%d at %H:%M UTC",
    Language.GERMAN: "%d.%m.%Y um %H:%M Uhr UTC",
    Language.FRENCH: "%d/%m/%Y à %H h %M UTC",
    Language.SPANISH: "%d/%m/%Y a las %H:%M UTC",
}


class JinjaLetters(ILetters):
    """A template's first line is the subject, and paragraphs follow. In HTML what is filled in is escaped."""

    def __init__(self, *, public_url: str) -> None:
        self._public = public_url.rstrip("/")
        self._texts, self._pages = _templates()

    def write(self, purpose: Purpose, language: Language, *, secret: str, good_for: timedelta) -> Wording:
        code = secret if purpose is Purpose.SIGN_IN else ""
        link = "" if code else f"{self._public}/{PAGES[purpose]}#token={secret}"
        minutes = round(good_for.total_seconds() / 60)
        filled = {"code": code, "link": link, "minutes": minutes, "hours": minutes // 60}
        return self._written(f"{language}/{purpose}.txt", language, filled, code=code, link=link)

    def tell(self, kind: NoticeKind, language: Language, *, at: datetime) -> Wording:
        moment = at.astimezone(UTC).strftime(MOMENTS[language])
        return self._written(f"{language}/{kind}.txt", language, {"moment": moment})

    def _written(
        self, template: str, language: Language, filled: Mapping[str, object], code: str = "", link: str = ""
    ) -> Wording:
        said = self._texts.get_template(template).render(filled)
        subject, _, body = said.partition("\n")
        paragraphs = [each.strip() for each in body.split("\n\n") if each.strip()]
        html = self._pages.get_template("layout.html").render(
            language=language.value, subject=subject, paragraphs=paragraphs, code=code, link=link
        )
        return Wording(subject.strip(), "\n\n".join(paragraphs) + "\n", html)


@cache
def _templates() -> tuple[Environment, Environment]:
    """Of texts and of pages; all of them read at once, and not while somebody waits."""
    loader = FileSystemLoader(TEMPLATES)
    texts = Environment(loader=loader, undefined=StrictUndefined, autoescape=False)
    pages = Environment(
        loader=loader, undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    for name in texts.list_templates():
        (pages if name.endswith(".html") else texts).get_template(name)
    return texts, pages

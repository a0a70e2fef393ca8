"""LinkedIn's data export: a zip of tables, the basic edition or the complete one."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from app.domain.profile.errors import ProfileFileInvalid
from app.domain.profile.formats.draft import Draft, day_in, day_text
from app.domain.profile.formats.linkedin.archive import open_archive
from app.domain.profile.formats.linkedin.tables import Rows, Table, is_table, pointer, tables_in
from app.domain.profile.formats.markup import told_in
from app.domain.profile.json_resume.reading import Reading
from app.domain.profile.json_resume.records import Record
from app.domain.profile.model import Achievement, Education, Experience, Project, Skill, SkillCategory
from app.domain.profile.wording import is_email, is_web_address

_SITE = re.compile(r"(?:([A-Z][A-Z_ ]{1,40}):)?((?:https?://)?[^\s,\[\]]{3,2000})")
_OF_OTHERS = "It says nothing of a career that we know."


def read_linkedin(data: bytes) -> Reading:
    """Raises ArchiveRefused, ProfileFileInvalid."""
    files, others = open_archive(data, is_table)
    draft = Draft()
    tables = tables_in(files, draft.findings)
    if not tables:
        raise ProfileFileInvalid("The zip holds none of the tables of a LinkedIn export.")
    for kind, read in _READERS.items():
        for rows in tables.get(kind, ()):
            _read(rows, read, draft)
    for name in others:
        draft.findings.leave(pointer(name), _OF_OTHERS)
    return draft.reading()


def _read(rows: Rows, read: Callable[[Record, Draft], None], draft: Draft) -> None:
    for n, row in enumerate(rows.rows):
        record = Record(row, f"{rows.file}/{n}", draft.findings)
        read(record, draft)
        record.finish()


def _profile(row: Record, draft: Draft) -> None:
    names = (row.line("First Name"), row.line("Last Name"))
    draft.said |= {
        "full_name": " ".join(name for name in names if name),
        "headline": row.line("Headline"),
        "location": row.line("Geo Location") or row.line("Address"),
        "professional_summary": row.prose("Summary"),
    }
    for label, url in _SITE.findall(row.prose("Websites") or ""):
        if not is_web_address(url):
            draft.findings.leave(row.pointer("Websites"), "It is not a web address.", url)
        elif "website" in draft.said:
            draft.link(label.capitalize() or "Website", url, row.pointer("Websites"))
        else:
            draft.said["website"] = url
    for handle in re.findall(r"\w{1,50}", row.line("Twitter Handles") or ""):
        draft.link("Twitter", f"https://twitter.com/{handle}", row.pointer("Twitter Handles"))


def _summary(row: Record, draft: Draft) -> None:
    said = row.prose("Profile Summary", "Summary")
    if said and not draft.said.get("professional_summary"):
        draft.said["professional_summary"] = said


def _email(row: Record, draft: Draft) -> None:
    email, is_primary = row.line("Email Address"), row.line("Primary") == "Yes"
    for column in ("Confirmed", "Updated On"):
        row.take(column)
    before = draft.said.get("email")
    if not email or not is_email(email):
        row.leave("Email Address", "It is not an e-mail address.")
    elif before and not is_primary:
        row.leave("Email Address", "A profile has one e-mail address.")
    else:
        draft.said["email"] = email
        if before:
            draft.findings.leave(row.at, "A profile has one e-mail address.", before)


def _phone(row: Record, draft: Draft) -> None:
    number = row.line("Number")
    row.take("Type")
    if number and "phone" in draft.said:
        row.leave("Number", "A profile has one phone number.")
    elif number:
        draft.said["phone"] = number


def _position(row: Record, draft: Draft) -> None:
    title, company = row.line("Title"), row.line("Company Name")
    if not (title or company):
        row.finish("The row names neither a title nor a company.")
        return
    told = told_in(row.prose("Description"))
    draft.add(
        Experience(
            title=title or "",
            company=company or "",
            location=row.line("Location"),
            **_dates(row, "Started On", "Finished On"),
            description=told.prose,
            achievements=draft.achievements(told.points, row.pointer("Description")),
        ),
        row.at,
    )


def _education(row: Record, draft: Draft) -> None:
    school, degree = row.line("School Name"), row.line("Degree Name")
    field = row.line("Field Of Study", "Field of Study")
    if not (school or degree or field):
        row.finish("The row names neither a school nor a degree.")
        return
    dates = _dates(row, "Start Date", "End Date")
    row.leave("Notes", "A profile has no text beside a degree.")
    row.leave("Activities", "A profile has no text beside a degree.")
    draft.add(Education(institution=school or "", degree=degree, field_of_study=field, **dates), row.at)


def _skill(row: Record, draft: Draft) -> None:
    draft.skill(row.line("Name"), row.at)


def _language(row: Record, draft: Draft) -> None:
    level = row.line("Proficiency")
    draft.skill(row.line("Name"), row.at, SkillCategory.LANGUAGE, proficiency=level)


def _certificate(row: Record, draft: Draft) -> None:
    name = row.line("Name")
    if not name:
        row.finish("The certificate has no name.")
        return
    draft.add(
        Skill(
            category=SkillCategory.CERTIFICATION,
            name=name,
            issuer=row.line("Authority"),
            date_obtained=day_in(row, "Started On"),
            date_expires=day_in(row, "Finished On"),
            credential_url=row.address("Url"),
            credential_id=row.line("License Number"),
        ),
        row.at,
    )


def _project(row: Record, draft: Draft) -> None:
    name = row.line("Title")
    if not name:
        row.finish("The project has no name.")
        return
    told = told_in(row.prose("Description"))
    draft.add(
        Project(
            name=name,
            description=told.prose,
            highlights=draft.lines(told.points, row.pointer("Description")),
            url=row.address("Url"),
            **_dates(row, "Started On", "Finished On"),
        ),
        row.at,
    )


def _honor(row: Record, draft: Draft) -> None:
    title = row.line("Title")
    if not title:
        row.finish("The award has no title.")
        return
    date = day_in(row, "Issued On")
    draft.add(Achievement(text=title, description=row.prose("Description"), date=date), row.at)


def _volunteering(row: Record, draft: Draft) -> None:
    dates, told = _dates(row, "Started On", "Finished On"), told_in(row.prose("Description"))
    draft.keep_facts(
        "volunteer",
        row,
        organization=row.line("Company Name"),
        position=row.line("Role"),
        startDate=day_text(dates["start_date"]),
        endDate=day_text(dates["end_date"]),
        cause=row.line("Cause"),
        summary=told.prose,
        highlights=list(told.points),
    )


def _publication(row: Record, draft: Draft) -> None:
    draft.keep_facts(
        "publications",
        row,
        name=row.line("Name"),
        publisher=row.line("Publisher"),
        releaseDate=day_text(day_in(row, "Published On")),
        url=row.address("Url"),
        summary=row.prose("Description"),
    )


def _recommendation(row: Record, draft: Draft) -> None:
    """Only what the person shows."""
    status = row.line("Status")
    if status and status.casefold() != "visible":
        row.finish("The person does not show it.")
        return
    row.take("Creation Date")
    names = (row.line("First Name"), row.line("Last Name"))
    place = ", ".join(part for part in (row.line("Job Title"), row.line("Company")) if part)
    name = " ".join(part for part in names if part)
    shown = f"{name}, {place}" if place else name
    draft.keep_facts("references", row, name=shown, reference=row.prose("Text"))


def _as_it_is(part: str) -> Callable[[Record, Draft], None]:
    """Kept by the names of its columns."""

    def keep(row: Record, draft: Draft) -> None:
        facts = {name: row.prose(name) for name in row.names()}
        draft.keep_facts(part, row, **{name[:1].lower() + name[1:]: fact for name, fact in facts.items()})

    return keep


_READERS: Mapping[Table, Callable[[Record, Draft], None]] = {
    Table.PROFILE: _profile,
    Table.SUMMARY: _summary,
    Table.EMAILS: _email,
    Table.PHONES: _phone,
    Table.POSITIONS: _position,
    Table.EDUCATION: _education,
    Table.SKILLS: _skill,
    Table.LANGUAGES: _language,
    Table.CERTIFICATIONS: _certificate,
    Table.PROJECTS: _project,
    Table.HONORS: _honor,
    Table.VOLUNTEERING: _volunteering,
    Table.PUBLICATIONS: _publication,
    Table.RECOMMENDATIONS: _recommendation,
    Table.COURSES: _as_it_is("courses"),
    Table.PATENTS: _as_it_is("patents"),
    Table.ORGANIZATIONS: _as_it_is("organizations"),
    Table.TEST_SCORES: _as_it_is("test scores"),
}


def _dates(row: Record, start: str, end: str) -> dict[str, Any]:
    """With an end that cannot be read neither is kept: the entry would seem to last."""
    first, last = day_in(row, start), day_in(row, end)
    if row.line(end) and last is None:
        return {"start_date": None, "end_date": None}
    return {"start_date": first, "end_date": last}

"""schema.org's JobPosting, as pages carry it for search engines."""

from collections.abc import Iterator

from app.domain.jobs.posting import EmploymentType, Found, Salary, Workplace
from app.domain.jobs.structured.posting import StructuredPosting
from app.domain.jobs.structured.values import (
    Field,
    address_of,
    day_of,
    first,
    paragraphs,
    period_in,
    salary_of,
    type_of,
    workplace_of,
)

SOURCE = "json_ld"
_TEXTS = ("responsibilities", "qualifications", "educationRequirements", "experienceRequirements", "skills")
_HEADINGS = ("Responsibilities", "Requirements", "Requirements", "Requirements", "Requirements")
_BENEFITS = ("jobBenefits", "benefits", "incentiveCompensation")


def is_one(field: Field) -> bool:
    kinds = [kind.line() or "" for kind in field["@type"].each()]
    return any(kind.rpartition("/")[2].rpartition(":")[2] == "JobPosting" for kind in kinds)


def read(posting: Field) -> StructuredPosting:
    facts = {
        "title": first(posting["title"].says("json_ld.title"), posting["name"].says("json_ld.name")),
        "company": _company(posting["hiringOrganization"]),
        "location": _location(posting),
        "salary": _salary(posting["baseSalary"], posting["salaryCurrency"]),
        "workplace": _workplace(posting),
        "employment_type": _type(posting["employmentType"]),
        "date_posted": posting["datePosted"].found(day_of(posting["datePosted"]), "json_ld.datePosted"),
        "application_deadline": posting["validThrough"].found(
            day_of(posting["validThrough"]), "json_ld.validThrough"
        ),
        "url": posting["url"].found(address_of(posting["url"]), "json_ld.url"),
    }
    return StructuredPosting(
        source=SOURCE, facts={name: f for name, f in facts.items() if f}, markup="".join(_texts(posting))
    )


def _company(organization: Field) -> Found[str] | None:
    one = next(organization.each(), organization)
    return first(one["name"].says("json_ld.hiringOrganization"), one.says("json_ld.hiringOrganization"))


def _location(posting: Field) -> Found[str] | None:
    for place in posting["jobLocation"].each():
        if name := _place(place["address"]) or place["name"].line() or place.line():
            return place.found(name, "json_ld.jobLocation")
    for area in posting["applicantLocationRequirements"].each():
        if name := area["name"].line() or area.line():
            return area.found(name, "json_ld.applicantLocationRequirements")
    return None


def _place(address: Field) -> str | None:
    if said := address.line():
        return said
    country = address["addressCountry"]
    named = country["name"].line() or country.line()
    parts = (address["addressLocality"].line(), address["addressRegion"].line(), named)
    return ", ".join(dict.fromkeys(part for part in parts if part)) or None


def _salary(base: Field, currency: Field) -> Found[Salary] | None:
    """What an employer says it pays; schema.org's `estimatedSalary` is somebody's guess, and left out."""
    for one in base.each():
        value = one["value"] if one["value"].value is not None else one
        exact = value["value"] if isinstance(value.value, dict) else value
        least, most = value["minValue"], value["maxValue"]
        if least.value is None and most.value is None:
            least = most = exact
        unit = value["unitText"].line() or one["unitText"].line()
        named = next((c for c in (one["currency"], value["currency"]) if c.value), currency)
        if paid := salary_of(least, most, currency=named, period=period_in(unit)):
            return one.found(paid, "json_ld.baseSalary")
    return None


def _workplace(posting: Field) -> Found[Workplace] | None:
    kinds = posting["jobLocationType"].each()
    return first(*(kind.found(workplace_of(kind), "json_ld.jobLocationType") for kind in kinds))


def _type(kinds: Field) -> Found[EmploymentType] | None:
    return first(*(each.found(type_of(each), "json_ld.employmentType") for each in kinds.each()))


def _texts(posting: Field) -> Iterator[str]:
    """The description, and of the fields beside it what the description does not say already."""
    description = posting["description"].markup()
    yield description
    for name, heading in zip(_TEXTS, _HEADINGS, strict=True):
        yield from _told(posting[name], heading, description)
    for name in _BENEFITS:
        yield from _told(posting[name], "Benefits", description)


def _told(field: Field, heading: str, description: str) -> Iterator[str]:
    said = [each.markup() or each["description"].markup() for each in field.each()]
    new = [text for text in said if text.strip() and text.strip() not in description]
    if new:
        yield f"{paragraphs(heading)}<ul>{''.join(f'<li>{text}</li>' for text in new)}</ul>"

"""What the public boards of Greenhouse, Lever and Ashby answer for one posting."""

from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import Any

from app.domain.jobs.posting import Found, Period, Salary
from app.domain.jobs.structured.posting import StructuredPosting
from app.domain.jobs.structured.values import (
    Field,
    address_of,
    amount_of,
    day_of,
    first,
    paragraphs,
    period_in,
    salary_of,
    type_of,
    workplace_in,
    workplace_of,
)

_CENTS = 100


def is_greenhouse(field: Field) -> bool:
    return _has(field, "title", "content") and _has_any(field, "absolute_url", "internal_job_id", "location")


def read_greenhouse(job: Field) -> StructuredPosting:
    """The text comes escaped once more than JSON needs."""
    place = job["location"]["name"]
    facts = {
        "title": job["title"].says("greenhouse.title"),
        "company": job["company_name"].says("greenhouse.company_name"),
        "location": place.says("greenhouse.location"),
        "workplace": place.found(workplace_in(place), "greenhouse.location"),
        "salary": first(*(_greenhouse_pay(pay) for pay in job["pay_input_ranges"].each())),
        "date_posted": _day(job["first_published"], "greenhouse.first_published"),
        "application_deadline": _day(job["application_deadline"], "greenhouse.application_deadline"),
        "url": _address(job["absolute_url"], "greenhouse.absolute_url"),
    }
    return _posting("greenhouse", facts, unescape(job["content"].markup()))


def _greenhouse_pay(pay: Field) -> Found[Salary] | None:
    units = [
        Field(amount / _CENTS if (amount := amount_of(pay[name])) else None, pay.pointer)
        for name in ("min_cents", "max_cents")
    ]
    paid = salary_of(*units, currency=pay["currency_type"], period=period_in(pay["title"].line()))
    return pay.found(paid, "greenhouse.pay_input_ranges")


def is_lever(field: Field) -> bool:
    return _has(field, "text") and _has_any(field, "categories", "hostedUrl", "applyUrl", "descriptionPlain")


def read_lever(job: Field) -> StructuredPosting:
    kinds = job["categories"]
    place = kinds["location"]
    pay = job["salaryRange"]
    paid = salary_of(
        pay["min"], pay["max"], currency=pay["currency"], period=period_in(pay["interval"].line())
    )
    facts = {
        "title": job["text"].says("lever.text"),
        "location": place.says("lever.categories.location"),
        "workplace": first(
            job["workplaceType"].found(workplace_of(job["workplaceType"]), "lever.workplaceType"),
            place.found(workplace_in(place), "lever.categories.location"),
        ),
        "employment_type": kinds["commitment"].found(
            type_of(kinds["commitment"]), "lever.categories.commitment"
        ),
        "salary": pay.found(paid, "lever.salaryRange"),
        "date_posted": _day(job["createdAt"], "lever.createdAt"),
        "url": _address(job["hostedUrl"], "lever.hostedUrl"),
    }
    return _posting("lever", facts, "".join(_lever_texts(job)))


def _lever_texts(job: Field) -> Iterator[str]:
    yield job["description"].markup() or paragraphs(job["descriptionPlain"].markup())
    for part in job["lists"].each():
        yield f"<h3>{escape(part['text'].line() or '')}</h3><ul>{part['content'].markup()}</ul>"
    yield job["additional"].markup() or paragraphs(job["additionalPlain"].markup())
    yield job["salaryDescription"].markup()


def is_ashby(field: Field) -> bool:
    return _has(field, "title") and _has_any(field, "descriptionHtml", "descriptionPlain", "jobUrl")


def read_ashby(job: Field) -> StructuredPosting:
    place, kind = job["location"], job["employmentType"]
    facts = {
        "title": job["title"].says("ashby.title"),
        "location": place.says("ashby.location"),
        "workplace": first(
            job["workplaceType"].found(workplace_of(job["workplaceType"]), "ashby.workplaceType"),
            job["isRemote"].found(workplace_of(_remote(job)), "ashby.isRemote"),
            place.found(workplace_in(place), "ashby.location"),
        ),
        "employment_type": kind.found(type_of(kind), "ashby.employmentType"),
        "salary": _ashby_pay(job["compensation"]),
        "date_posted": _day(job["publishedAt"], "ashby.publishedAt"),
        "application_deadline": _day(job["applicationDeadline"], "ashby.applicationDeadline"),
        "url": _address(job["jobUrl"], "ashby.jobUrl"),
    }
    plain = paragraphs(*job["descriptionPlain"].markup().split("\n"))
    return _posting("ashby", facts, job["descriptionHtml"].markup() or plain)


def _remote(job: Field) -> Field:
    return Field("remote" if job["isRemote"].value is True else None, job.pointer)


def _ashby_pay(pay: Field) -> Found[Salary] | None:
    """The one salary that is said; of several, in several currencies or tiers, none is the salary."""
    said = [part for part in pay["summaryComponents"].each() if part["compensationType"].value == "Salary"]
    if len(said) != 1:
        return None
    [part] = said
    paid = salary_of(
        part["minValue"], part["maxValue"], currency=part["currencyCode"], period=_interval(part["interval"])
    )
    return part.found(paid, "ashby.compensation")


def _interval(field: Field) -> Period | None:
    said = field.line() or ""
    return period_in(said) if said.startswith("1 ") else None


def _posting(source: str, facts: Mapping[str, Found[Any] | None], markup: str) -> StructuredPosting:
    return StructuredPosting(source=source, facts={n: f for n, f in facts.items() if f}, markup=markup)


def _day(field: Field, rule: str) -> Found[Any] | None:
    return field.found(day_of(field), rule)


def _address(field: Field, rule: str) -> Found[Any] | None:
    return field.found(address_of(field), rule)


def _has(field: Field, *names: str) -> bool:
    return all(field[name].line() for name in names)


def _has_any(field: Field, *names: str) -> bool:
    return isinstance(field.value, dict) and any(name in field.value for name in names)

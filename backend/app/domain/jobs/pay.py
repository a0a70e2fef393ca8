"""Pay, so that two postings can be held side by side and a person can read it."""

from app.domain.jobs.posting import Period, Salary

PER_YEAR = {Period.HOUR: 2_080, Period.DAY: 260, Period.WEEK: 52, Period.MONTH: 12, Period.YEAR: 1}
"""How many paid ones a full-time year has. What names no period is taken to be for a year."""
MOST_PAY = 1_000_000_000
"""In any currency, for any period."""


def yearly(salary: Salary) -> float | None:
    """What it reaches at its best, counted up to a year."""
    best = salary.minimum if salary.maximum is None else salary.maximum
    return None if best is None else best * PER_YEAR[salary.period or Period.YEAR]


def in_words(salary: Salary) -> str | None:
    """`EUR 60,000 - 80,000 per year`, `from USD 25.50 per hour`."""
    if salary.minimum is None and salary.maximum is None:
        return None
    currency = f"{salary.currency} " if salary.currency else ""
    period = f" per {salary.period}" if salary.period else ""
    return _amounts(salary, currency) + period


def _amounts(salary: Salary, currency: str) -> str:
    if salary.maximum is None:
        return f"from {currency}{_amount(salary.minimum)}"
    if salary.minimum is None:
        return f"up to {currency}{_amount(salary.maximum)}"
    if salary.minimum == salary.maximum:
        return f"{currency}{_amount(salary.minimum)}"
    return f"{currency}{_amount(salary.minimum)} - {_amount(salary.maximum)}"


def _amount(amount: float | None) -> str:
    return f"{amount:,.2f}".removesuffix(".00")

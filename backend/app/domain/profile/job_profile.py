"""What a person is looking for, and the contact block that their letters are headed with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.domain.profile.errors import JobProfileDefaultNeeded
from app.domain.shared.entity import Entity
from app.domain.shared.ids import ItemId, UserId

MOST_JOB_PROFILES = 50
FIRST_NAME = "Default"
"""What the one is called that is made when a default is first asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactBlock:
    """A job profile's contact data, as they were when a letter was asked for."""

    id: ItemId
    """The job profile's."""
    full_name: str | None = None
    email: str | None = None
    phone: str | None = None
    location: str | None = None
    website: str | None = None
    address: tuple[str, ...] = ()
    """Street and town, line by line."""
    links: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class JobProfile(Entity):
    user_id: UserId
    name: str
    """What the person calls it, such as `Head of chemistry, Leeds`."""
    titles: tuple[str, ...] = ()
    """Positions that are looked for."""
    keywords: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    workplaces: tuple[str, ...] = ()
    """remote, hybrid, onsite; none means any."""
    employment_types: tuple[str, ...] = ()
    salary_min: int | None = None
    """Per year."""
    salary_currency: str | None = None
    """ISO 4217."""
    companies_excluded: tuple[str, ...] = ()
    available_from: date | None = None
    notes: str | None = None
    contact_full_name: str | None = None
    contact_email: str | None = None
    contact_phone: str | None = None
    contact_location: str | None = None
    contact_website: str | None = None
    contact_address: tuple[str, ...] = ()
    contact_links: tuple[str, ...] = ()
    is_default: bool = False
    created_at: datetime
    updated_at: datetime

    @property
    def contact(self) -> ContactBlock | None:
        """None where nothing of it is filled in: then the master profile speaks."""
        block = ContactBlock(
            id=ItemId(self.id),
            full_name=self.contact_full_name,
            email=self.contact_email,
            phone=self.contact_phone,
            location=self.contact_location,
            website=self.contact_website,
            address=self.contact_address,
            links=self.contact_links,
        )
        return None if block == ContactBlock(id=block.id) else block

    def change(self, facts: Mapping[str, Any], *, now: datetime) -> None:
        """Say something else in it, by field name."""
        for name, value in facts.items():
            setattr(self, name, value)
        self.updated_at = now

    def become_default(self, wanted: bool, *, now: datetime) -> None:
        """A user's default can only be handed on: to leave none is refused."""
        if self.is_default and not wanted:
            raise JobProfileDefaultNeeded("To change the default, make another job profile the default.")
        if wanted != self.is_default:
            self.is_default, self.updated_at = wanted, now

    def step_down(self, *, now: datetime) -> None:
        """Another job profile is the default from now on."""
        self.is_default, self.updated_at = False, now

"""Certifications: the skills of that category, by the words that certificates have."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import ConfigDict

from app.domain.profile.model import Skill, SkillCategory
from app.domain.shared.ids import ItemId
from app.domain.shared.page import Page
from app.presentation.api.profiles import examples
from app.presentation.api.profiles.components import Expiring
from app.presentation.api.profiles.flat import ChangingMine, Mine
from app.presentation.api.profiles.own import Several, one_or_many, shown
from app.presentation.api.profiles.patches import CertificatePatch
from app.presentation.dependencies import Part
from app.presentation.routing import Access, area, rules
from app.presentation.schemas import DateOut, Name, Out, PageOut

router = area("/certificates", "profiles")


class CertificateIn(Expiring):
    model_config = ConfigDict(json_schema_extra={"examples": [examples.ONE_CERTIFICATE]})

    name: Name

    def component(self, **about: Any) -> Skill:
        return Skill(category=SkillCategory.CERTIFICATION, **self.facts() | about)


class CertificateOut(Out):
    id: UUID
    name: str
    issuer: str | None
    date_obtained: DateOut | None
    date_expires: DateOut | None
    credential_id: str | None
    credential_url: str | None


class CertificatePageOut(PageOut[CertificateOut]):
    """In the order of the default profile. Empty where there is none yet."""


OneOrMany = Annotated[
    CertificateIn | Several[CertificateIn],
    one_or_many(CertificateIn),
    shown(examples.ONE_CERTIFICATE, examples.SECOND_CERTIFICATE),
]


@router.get("", response_model=CertificatePageOut, **rules(Access.USER))
async def list_certificates(mine: Mine, part: Part) -> Page[Skill]:
    """The default profile's."""
    return await mine.part(Skill, "skills", part, among=lambda s: s.category is SkillCategory.CERTIFICATION)


@router.post(
    "",
    status_code=201,
    response_model=CertificateOut | list[CertificateOut],
    **rules(Access.USER, 409, 412, 422),
)
async def add_certificates(body: OneOrMany, mine: ChangingMine) -> Skill | tuple[Skill, ...]:
    """Add one, or a list as a whole, to the default profile, which is made when there is none."""
    return await mine.add(Skill, body, "certificates")


@router.patch("/{certificate_id}", response_model=CertificateOut, **rules(Access.USER, 404, 409, 412, 422))
async def update_certificate(certificate_id: UUID, body: CertificatePatch, mine: ChangingMine) -> Skill:
    """Change what is named; `null` empties a field."""
    held = ItemId(certificate_id)
    changed = await mine.components.amend_certificate(held, body.told(), owner=mine.owner, seen=mine.seen)
    return mine.tagged(changed).component(Skill, held)


@router.delete("/{certificate_id}", status_code=204, **rules(Access.USER, 404, 409, 412))
async def delete_certificate(certificate_id: UUID, mine: ChangingMine) -> None:
    held = ItemId(certificate_id)
    mine.tagged(await mine.components.drop_certificate(held, owner=mine.owner, seen=mine.seen))

from collections.abc import Sequence
from typing import Annotated

from fastapi import Path

from app.domain.documents.ports import Template
from app.presentation.api.documents.schemas import TemplateOut
from app.presentation.api.documents.services import Documents
from app.presentation.dependencies import CurrentUser
from app.presentation.routing import Access, area, rules

router = area("/templates", "documents")


@router.get("/resumes", response_model=list[TemplateOut], **rules(Access.USER))
async def list_resume_templates(_: CurrentUser, documents: Documents) -> Sequence[Template]:
    return documents.templates()


@router.get("/resumes/{template_id}", response_model=TemplateOut, **rules(Access.USER, 404))
async def get_resume_template(
    template_id: Annotated[str, Path(max_length=50, examples=["classic"])],
    _: CurrentUser,
    documents: Documents,
) -> Template:
    return documents.template(template_id)


@router.get("/cover-letters", response_model=list[TemplateOut], **rules(Access.USER))
async def list_cover_letter_templates(_: CurrentUser, documents: Documents) -> Sequence[Template]:
    """A letter looks like the resume that it goes with."""
    return documents.templates()


@router.get("/cover-letters/{template_id}", response_model=TemplateOut, **rules(Access.USER, 404))
async def get_cover_letter_template(
    template_id: Annotated[str, Path(max_length=50, examples=["classic"])],
    _: CurrentUser,
    documents: Documents,
) -> Template:
    return documents.template(template_id)

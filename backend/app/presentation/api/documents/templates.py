from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Any

from fastapi import Path, Response

from app.domain.documents.ports import Template
from app.presentation.api.documents.schemas import TemplateOut
from app.presentation.api.documents.services import Documents
from app.presentation.dependencies import CurrentUser
from app.presentation.routing import Access, area, rules

router = area("/templates", "documents")
TemplateId = Annotated[str, Path(max_length=50, examples=["classic"])]
_A_DAY = "public, max-age=86400"


@router.get("/resumes", **rules(Access.USER))
async def list_resume_templates(_: CurrentUser, documents: Documents) -> list[TemplateOut]:
    return [_resume(template) for template in documents.templates()]


@router.get("/resumes/{template_id}", **rules(Access.USER, 404))
async def get_resume_template(template_id: TemplateId, _: CurrentUser, documents: Documents) -> TemplateOut:
    return _resume(documents.template(template_id))


@router.get("/cover-letters", **rules(Access.USER))
async def list_cover_letter_templates(_: CurrentUser, documents: Documents) -> list[TemplateOut]:
    """A letter looks like the resume that it goes with."""
    return [_letter(template) for template in documents.templates()]


@router.get("/cover-letters/{template_id}", **rules(Access.USER, 404))
async def get_cover_letter_template(
    template_id: TemplateId, _: CurrentUser, documents: Documents
) -> TemplateOut:
    return _letter(documents.template(template_id))


def _picture(access: Mapping[str, Any]) -> dict[str, Any]:
    png = {"image/png": {"schema": {"type": "string", "format": "binary"}}}
    answers = {
        200: {"description": "The picture", "content": png},
        304: {"description": "The client holds it already"},
    }
    return dict(access) | {"responses": answers | access["responses"], "response_class": Response}


@router.get("/resumes/{template_id}/preview", **_picture(rules(Access.PUBLIC, 404)))
async def get_resume_template_preview(template_id: TemplateId, documents: Documents) -> Response:
    """A resume of invented contents, made by the program."""
    return _shown(documents.picture(template_id))


@router.get("/cover-letters/{template_id}/preview", **_picture(rules(Access.PUBLIC, 404)))
async def get_cover_letter_template_preview(template_id: TemplateId, documents: Documents) -> Response:
    """A letter of invented contents, made by the program."""
    return _shown(documents.picture(template_id, letter=True))


def _shown(data: bytes) -> Response:
    headers = {"ETag": f'"{sha256(data).hexdigest()}"', "Cache-Control": _A_DAY}
    return Response(data, media_type="image/png", headers=headers)


def _resume(template: Template) -> TemplateOut:
    return _out(template, template.description, "resumes")


def _letter(template: Template) -> TemplateOut:
    return _out(template, template.letter, "cover-letters")


def _out(template: Template, description: str, kind: str) -> TemplateOut:
    return TemplateOut(
        id=template.id,
        name=template.name,
        description=description,
        font=template.font,
        accent=template.accent,
        columns=template.columns,
        sections=list(template.sections) if template.sections else None,
        preview_url=f"/api/v1/templates/{kind}/{template.id}/preview",
    )

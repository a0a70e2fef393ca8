from typing import Annotated

from fastapi import Depends, Response

from app.application.applications.service import ApplicationService
from app.application.applications.table import TableService
from app.application.applications.tracking import TrackingService
from app.application.idempotency import Reply
from app.domain.applications.model import Application
from app.presentation.api.applications.views import ApplicationOut
from app.presentation.dependencies import service
from app.presentation.tags import etag

Applications = Annotated[ApplicationService, Depends(service(lambda services: services.applications))]
Cards = Annotated[TrackingService, Depends(service(lambda services: services.tracking))]
Tables = Annotated[TableService, Depends(service(lambda services: services.application_tables))]


def tagged(application: Application, response: Response) -> Application:
    response.headers["ETag"] = etag(application.version)
    return application


def created(application: Application) -> Reply:
    body = ApplicationOut.model_validate(application).model_dump(mode="json")
    return Reply(201, body, f"/api/v1/applications/{application.id}")

from typing import Annotated

from fastapi import Depends

from app.application.documents.service import DocumentService
from app.presentation.dependencies import service

Documents = Annotated[DocumentService, Depends(service(lambda services: services.documents))]

from typing import Annotated

from fastapi import Depends

from app.application.documents.linking import LinkService
from app.application.documents.service import DocumentService
from app.application.documents.versions import VersionService
from app.application.generation.review import ReviewService
from app.presentation.dependencies import service

Documents = Annotated[DocumentService, Depends(service(lambda services: services.documents))]
Links = Annotated[LinkService, Depends(service(lambda services: services.links))]
Versions = Annotated[VersionService, Depends(service(lambda services: services.versions))]
Reviews = Annotated[ReviewService, Depends(service(lambda services: services.reviews))]

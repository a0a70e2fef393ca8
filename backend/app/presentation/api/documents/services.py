from typing import Annotated

from fastapi import Depends

from app.application.documents.service import DocumentService
from app.application.generation.review import ReviewService
from app.presentation.dependencies import service

Documents = Annotated[DocumentService, Depends(service(lambda services: services.documents))]
Reviews = Annotated[ReviewService, Depends(service(lambda services: services.reviews))]

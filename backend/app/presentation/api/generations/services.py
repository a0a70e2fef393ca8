from typing import Annotated

from fastapi import Depends

from app.application.generation.following import FollowingService
from app.application.generation.results import ResultService
from app.application.generation.review import ReviewService
from app.application.generation.service import GenerationService
from app.application.generation.usage import UsageService
from app.presentation.dependencies import service

Following = Annotated[FollowingService, Depends(service(lambda services: services.following))]
Generations = Annotated[GenerationService, Depends(service(lambda services: services.generations))]
Results = Annotated[ResultService, Depends(service(lambda services: services.results))]
Reviews = Annotated[ReviewService, Depends(service(lambda services: services.reviews))]
Usages = Annotated[UsageService, Depends(service(lambda services: services.usage))]

from typing import Annotated

from fastapi import Depends

from app.application.generation.results import ResultService
from app.application.generation.service import GenerationService
from app.presentation.dependencies import service

Generations = Annotated[GenerationService, Depends(service(lambda services: services.generations))]
Results = Annotated[ResultService, Depends(service(lambda services: services.results))]

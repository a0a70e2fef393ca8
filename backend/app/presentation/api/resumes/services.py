from typing import Annotated

from fastapi import Depends

from app.application.generation.appraising import AppraisalService
from app.application.resumes.service import ResumeService
from app.presentation.dependencies import service

Resumes = Annotated[ResumeService, Depends(service(lambda services: services.resumes))]
Appraisals = Annotated[AppraisalService, Depends(service(lambda services: services.appraisals))]

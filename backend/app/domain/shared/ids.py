from typing import NewType
from uuid import UUID

UserId = NewType("UserId", UUID)
SessionId = NewType("SessionId", UUID)
ChallengeId = NewType("ChallengeId", UUID)
NoticeId = NewType("NoticeId", UUID)
"""Something mailed, by which a mailbox is proven."""
ProfileId = NewType("ProfileId", UUID)
JobProfileId = NewType("JobProfileId", UUID)
ItemId = NewType("ItemId", UUID)
"""A component of a profile: an experience, an achievement, a skill ..."""
ProposalId = NewType("ProposalId", UUID)
JobId = NewType("JobId", UUID)
GenerationId = NewType("GenerationId", UUID)
DocumentId = NewType("DocumentId", UUID)
ResumeId = NewType("ResumeId", UUID)
"""An uploaded one; what we write are documents."""
ApplicationId = NewType("ApplicationId", UUID)
WorkId = NewType("WorkId", UUID)

from functools import cached_property

from app.application.housekeeping.work import IErasureWork, IHousekeepingWork
from app.infrastructure.persistence.avatars import SqlAvatars
from app.infrastructure.persistence.challenges import SqlAllowances, SqlChallenges
from app.infrastructure.persistence.documents import SqlDocuments
from app.infrastructure.persistence.idempotency import SqlReplies
from app.infrastructure.persistence.identity import SqlSecurityEvents, SqlSessions, SqlUsers
from app.infrastructure.persistence.notices import SqlNotices
from app.infrastructure.persistence.removals import SqlRemovals
from app.infrastructure.persistence.resumes import SqlResumes
from app.infrastructure.persistence.sign_in import SqlProviderSignIns
from app.infrastructure.persistence.unit_of_work import SqlUnitOfWork
from app.infrastructure.persistence.work import SqlWorkQueue


class SqlHousekeepingWork(SqlUnitOfWork, IHousekeepingWork):
    @cached_property
    def queue(self) -> SqlWorkQueue:
        return SqlWorkQueue(self)

    @cached_property
    def documents(self) -> SqlDocuments:
        return SqlDocuments(self)

    @cached_property
    def avatars(self) -> SqlAvatars:
        return SqlAvatars(self)

    @cached_property
    def resumes(self) -> SqlResumes:
        return SqlResumes(self)

    @cached_property
    def replies(self) -> SqlReplies:
        return SqlReplies(self)

    @cached_property
    def security(self) -> SqlSecurityEvents:
        return SqlSecurityEvents(self)

    @cached_property
    def sign_ins(self) -> SqlProviderSignIns:
        return SqlProviderSignIns(self)

    @cached_property
    def challenges(self) -> SqlChallenges:
        return SqlChallenges(self)

    @cached_property
    def notices(self) -> SqlNotices:
        return SqlNotices(self)

    @cached_property
    def allowances(self) -> SqlAllowances:
        return SqlAllowances(self)


class SqlErasureWork(SqlUnitOfWork, IErasureWork):
    @cached_property
    def queue(self) -> SqlWorkQueue:
        return SqlWorkQueue(self)

    @cached_property
    def sessions(self) -> SqlSessions:
        return SqlSessions(self)

    @cached_property
    def belongings(self) -> SqlRemovals:
        return SqlRemovals(self)

    @cached_property
    def users(self) -> SqlUsers:
        return SqlUsers(self)

    @cached_property
    def security(self) -> SqlSecurityEvents:
        return SqlSecurityEvents(self)

    @cached_property
    def avatars(self) -> SqlAvatars:
        return SqlAvatars(self)

    @cached_property
    def documents(self) -> SqlDocuments:
        return SqlDocuments(self)

    @cached_property
    def resumes(self) -> SqlResumes:
        return SqlResumes(self)

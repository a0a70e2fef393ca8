"""The screens of a tracker, built on a client that was generated from the API's description.

docs/clients.md says how to generate it. Nothing here but calls of that client:

    python tracker.py http://127.0.0.1:8000
"""

import sys
import time
from datetime import date, timedelta
from io import BytesIO
from typing import TypeVar

from client import AuthenticatedClient, Client
from client.api.applications import (
    change_application,
    export_applications,
    get_application_board,
    import_applications,
    list_applications,
    list_saved_jobs,
    save_job,
)
from client.api.auth import list_sessions, log_in, register_user, revoke_session
from client.api.documents import download_document
from client.api.generations import generate_resume, get_generation_result, stream_generation_events
from client.api.jobs import (
    apply_to_job,
    create_job,
    get_job_stats,
    list_jobs,
    mark_favorite,
    match_job,
    move_application,
    update_job,
)
from client.api.profiles import export_profile, import_profile, update_my_experience
from client.api.users import erase_own_account, get_my_usage
from client.models import (
    ApplicationOut,
    ApplicationPatch,
    ApplicationStatus,
    ContactIn,
    Credentials,
    ErrorOut,
    ExperiencePatch,
    ExportFormat,
    FavoriteIn,
    FollowUpIn,
    Format,
    GenerationIn,
    ImportedProfileOut,
    ImportProfileJsonCareerFile,
    JobApplicationIn,
    JobOut,
    JobPatch,
    MatchIn,
    NewJob,
    NoteIn,
    Registration,
    SavedJobIn,
    Scope,
    StatusIn,
)
from client.types import File

T = TypeVar("T")
PASSWORD = "Correct-Horse-7"
CAREER = {
    "basics": {"name": "Ada Byron", "label": "Charge Nurse", "email": "ada@example.com"},
    "work": [
        {
            "name": "Harbour Street Clinic",
            "position": "Ward Nurse",
            "startDate": "2016-04",
            "endDate": "2019-08",
            "highlights": ["Trained 14 new nurses.", "Cut falls by a third within a year."],
        }
    ],
    "skills": [{"name": "Clinical", "keywords": ["Triage", "Wound care"]}],
    "certificates": [{"name": "Immediate Life Support", "issuer": "Resuscitation Trust", "date": "2021-05"}],
}
POSTINGS = [
    "Charge Nurse\nHarbour Clinic, Bristol\n\nRequirements\n- Triage\n- Wound care\n\n"
    "Salary: 38,000 - 45,000 GBP per year",
    "Ward Nurse\nAvon Hospital, Bath\n\nRequirements\n- Triage\n- Polish\n\nFull-time",
    "Night Nurse\nTaff Hospital, Cardiff\n\nRequirements\n- Two years on a ward\n- Wound care",
]


def got(answer: T | ErrorOut | None) -> T:
    """What was asked for. An app would show `error.message`, and decide by `error.code`."""
    if answer is None or isinstance(answer, ErrorOut):
        sys.exit(f"refused: {answer}")
    return answer


def sign_up(address: str) -> AuthenticatedClient:
    door = Client(base_url=address)
    email = f"ada.{time.time_ns()}@example.com"
    got(
        register_user.sync(
            client=door, body=Registration(email=email, password=PASSWORD, full_name="Ada Byron")
        )
    )
    pair = got(log_in.sync(client=door, body=Credentials(email=email, password=PASSWORD)))
    print(f"Signed in as {pair.user.full_name}, {pair.user.role}")
    return AuthenticatedClient(base_url=address, token=pair.access_token, raise_on_unexpected_status=True)


def bring_the_career_in(app: AuthenticatedClient) -> ImportedProfileOut:
    career = ImportProfileJsonCareerFile.from_dict(CAREER)
    shown = got(import_profile.sync(client=app, body=career, preview=True))
    print(f"Would bring {len(shown.outcome.added)} things, and has no place for {len(shown.unplaced)}")
    profile = got(import_profile.sync(client=app, body=career))
    first = profile.experiences[0]
    moved = got(update_my_experience.sync(first.id, client=app, body=ExperiencePatch(location="Bristol")))
    print(f"{moved.title} at {moved.company}, {moved.location}, {len(moved.achievements)} achievements")
    return profile


def carry_the_career_out_and_in(app: AuthenticatedClient, profile: ImportedProfileOut) -> None:
    for format in ExportFormat:
        file = got(export_profile.sync(profile.id, client=app, format_=format))
        sent = File(payload=BytesIO(file))
        again = got(import_profile.sync(client=app, body=sent, profile_id=profile.id))
        print(f"As {format}: {len(again.outcome.added)} new when it comes back")


def paste_postings(app: AuthenticatedClient) -> list[JobOut]:
    jobs = [
        got(create_job.sync(client=app, body=NewJob(source="pasted", raw_text=text))) for text in POSTINGS
    ]
    for job in jobs:
        print(f"{job.title} | {job.company} | {job.location} | {job.salary_range or 'pay not said'}")
    got(update_job.sync(jobs[2].id, client=app, body=JobPatch(company="Taff University Hospital")))
    return jobs


def search(app: AuthenticatedClient) -> None:
    found = got(list_jobs.sync(client=app, scope=Scope.MINE, q="nurse", salary_min=30_000, currency="GBP"))
    print(f"{found.total} of mine pay that: {[job.title for job in found.items]}")
    print(f"{got(list_jobs.sync(client=app, scope=Scope.BOARD)).total} on the public board")


def save(app: AuthenticatedClient, jobs: list[JobOut]) -> None:
    for job in jobs[:2]:
        got(
            save_job.sync(client=app, body=SavedJobIn(job_id=job.id, notes=[NoteIn(text="Ask about nights")]))
        )
    got(mark_favorite.sync(jobs[0].id, client=app, body=FavoriteIn(favorite=True)))
    saved = got(list_saved_jobs.sync(client=app))
    print(f"Saved {[card.title + ' *' * card.favorite for card in saved.items]}")


def write_and_apply(app: AuthenticatedClient, job: JobOut, profile: ImportedProfileOut) -> ApplicationOut:
    match = got(match_job.sync(job.id, client=app, body=MatchIn(profile_id=profile.id)))
    print(f"Match {match.total:.0f}, {match.band}")
    run = got(generate_resume.sync(client=app, body=GenerationIn(profile_id=profile.id, job_id=job.id)))
    events = got(stream_generation_events.sync(run.id, client=app))  # returns when the run has ended
    print(f"{events.count('event: progress')} steps, and the end")
    result = got(get_generation_result.sync(run.id, client=app))
    pdf = got(download_document.sync(result.document_id, client=app, format_=Format.PDF)).payload.read()
    print(f"A resume of {result.pages} page(s), {len(pdf)} bytes of PDF")
    sent = JobApplicationIn(document_id=result.document_id)
    return got(apply_to_job.sync(job.id, client=app, body=sent))


def follow_up(app: AuthenticatedClient, card: ApplicationOut, job: JobOut) -> None:
    moved = StatusIn(status=ApplicationStatus.INTERVIEWING, why="They rang")
    card = got(move_application.sync(job.id, client=app, body=moved))
    print(f"{card.status}; from here: {', '.join(card.allowed)}")
    kept = [NoteIn(id=note.id, text=note.text) for note in card.notes]
    changed = ApplicationPatch(
        notes=[*kept, NoteIn(text="Tuesday at ten")],
        contacts=[ContactIn(name="Jo Smith", email="jo@example.com")],
        follow_ups=[FollowUpIn(on=date.today() + timedelta(days=7), about="Thank them")],
    )
    card = got(change_application.sync(card.id, client=app, body=changed))
    print(f"Notes {[note.text for note in card.notes]}, next {card.follow_up_on}")
    wrong = StatusIn(status=ApplicationStatus.INTERESTED)
    refused = move_application.sync(job.id, client=app, body=wrong)
    print(f"Back to the start: {refused.error.code if isinstance(refused, ErrorOut) else 'taken'}")


def board(app: AuthenticatedClient) -> None:
    for column in got(get_application_board.sync(client=app)).columns:
        if column.count:
            print(f"{column.status:14}{', '.join(card.title for card in column.cards)}")
    stats = got(get_job_stats.sync(client=app))
    print(f"{stats.total} cards; reached: {', '.join(f'{one.status} {one.reached}' for one in stats.funnel)}")


def carry_the_tracker_out_and_in(app: AuthenticatedClient) -> None:
    table = got(export_applications.sync(client=app)).payload.read()
    again = got(import_applications.sync(client=app, body=File(payload=BytesIO(table))))
    more = File(payload=BytesIO(b"title,company,status\r\nStaff Nurse,Elm House,applied\r\n"))
    fresh = got(import_applications.sync(client=app, body=more))
    total = got(list_applications.sync(client=app)).total
    print(f"{again.skipped} known again, {fresh.created} new, {total} in all")


def account(app: AuthenticatedClient) -> None:
    devices = got(list_sessions.sync(client=app)).items
    for device in devices:
        print(f"{device.device}{' (this one)' if device.current else ''}")
        if not device.current:
            revoke_session.sync_detailed(device.id, client=app)
    usage = got(get_my_usage.sync(client=app))
    print(f"{usage.generations_used} of {usage.generations_limit} runs used until {usage.resets_at:%d %B}")
    gone = erase_own_account.sync_detailed(client=app)
    print(
        f"Account erased: {gone.status_code == 204}; devices now: {list_sessions.sync_detailed(client=app).status_code}"
    )


def main(address: str) -> None:
    app = sign_up(address)
    profile = bring_the_career_in(app)
    carry_the_career_out_and_in(app, profile)
    jobs = paste_postings(app)
    search(app)
    save(app, jobs)
    card = write_and_apply(app, jobs[0], profile)
    follow_up(app, card, jobs[0])
    board(app)
    carry_the_tracker_out_and_in(app)
    account(app)


if __name__ == "__main__":
    main(sys.argv[1])

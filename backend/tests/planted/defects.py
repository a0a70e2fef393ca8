"""Defects as somebody could make them: a line of the product, what it would become, and who must notice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Defect:
    what: str
    file: str
    """Within `app`."""
    line: str
    becomes: str
    noticed_by: str
    """Within `tests`."""


DEFECTS = (
    Defect(
        "the fact gate lets numbers pass",
        "domain/documents/facts/gate.py",
        "    quantity_findings,\n    date_findings,\n    address_findings,\n    skill",
        "    date_findings,\n    address_findings,\n    skill",
        "unit/documents/test_facts.py",
    ),
    Defect(
        "a missing must-have does not lower the total",
        "domain/generation/matching/scoring.py",
        "round(uncapped * cap.limit / 100 if cap else uncapped, 3)",
        "round(uncapped, 3)",
        "unit/generation/test_matching.py",
    ),
    Defect(
        "whoever held a work before may still write",
        "infrastructure/persistence/work.py",
        "work.c.epoch == claimed.epoch, work.c.state",
        "work.c.epoch >= 0, work.c.state",
        "contract/test_work.py",
    ),
    Defect(
        "the same order counts twice",
        "infrastructure/persistence/work.py",
        '.on_conflict_do_nothing(index_elements=["dedupe_key"])',
        '.on_conflict_do_update(index_elements=["dedupe_key"], set_={"kind": order.kind})',
        "contract/test_work.py",
    ),
    Defect(
        "a charge is given back as often as it is asked for",
        "domain/generation/model.py",
        "self.charge = Charge.REFUNDED",
        "self.charge = Charge.CHARGED",
        "properties/test_ledger.py",
    ),
    Defect(
        "a month grants more than its limit",
        "infrastructure/persistence/usage.py",
        "left = months.c.charged - months.c.refunded < limit",
        "left = months.c.charged - months.c.refunded < 2 * limit",
        "contract/test_usage.py",
    ),
    Defect(
        "a request that came before is done again",
        "application/generation/service.py",
        "if once and (earlier :=",
        "if once and False and (earlier :=",
        "api/generations/test_starting_once.py",
    ),
    Defect(
        "a recorded step is done again after a takeover",
        "application/work/run.py",
        "if self.work.epoch > 1 and (done :=",
        "if self.work.epoch > 99 and (done :=",
        "unit/work",
    ),
    Defect(
        "a paid call is made that the budget does not bear",
        "domain/generation/model.py",
        "if not self.budget.bears(",
        "if False and not self.budget.bears(",
        "unit/generation/test_purse.py",
    ),
    Defect(
        "where one part fails, the others are broken off and paid for again",
        "application/work/side_by_side.py",
        "        return _Failure(error)",
        "        raise error",
        "unit/generation/test_purse.py",
    ),
    Defect(
        "a changed source is not marked",
        "domain/documents/standing.py",
        "return Standing.UNCHANGED if _print(text) == before else Standing.CHANGED",
        "return Standing.UNCHANGED",
        "unit/documents/test_standing.py",
    ),
    Defect(
        "a link to one document opens another",
        "domain/documents/links.py",
        "hmac.digest(key, document_id.bytes + said, sha256)",
        "hmac.digest(key, said, sha256)",
        "unit/documents/test_links.py",
    ),
    Defect(
        "a link opens the file to somebody else who is signed in",
        "application/documents/linking.py",
        "if visitor not in (None, found.owner):",
        "if False:",
        "unit/documents/test_links.py",
    ),
    Defect(
        "the sweep takes a file whose row is about to come",
        "application/housekeeping/kind.py",
        "self._storage.delete(lone, put_before=limit)",
        "self._storage.delete(lone)",
        "contract/test_housekeeping.py",
    ),
    Defect(
        "half a file is left where the disk is full",
        "infrastructure/storage/local.py",
        "            os.unlink(partial, dir_fd=folder)\n        raise",
        "            pass\n        raise",
        "contract/test_storage_disk.py",
    ),
    Defect(
        "ten thousand lines are judged before they are refused",
        "application/documents/editing.py",
        "require_extent(draft.content)",
        "pass",
        "unit/documents/test_extent.py",
    ),
    Defect(
        "work may go on without end",
        "infrastructure/cpu.py",
        "if time.thread_time() - used > longest:",
        "if False:",
        "unit/test_cpu_door.py",
    ),
    Defect(
        "a proposal is applied as often as it is accepted",
        "domain/profile/proposals.py",
        "if self.status is not ProposalStatus.PENDING:",
        "if False:",
        "unit/profile/test_proposals.py",
    ),
    Defect(
        "a proposal is applied to an experience that has changed since",
        "domain/profile/proposals.py",
        "if base.get(name, now) != now]",
        "if base.get(name, now) != base.get(name, now)]",
        "unit/profile/test_proposals.py",
    ),
    Defect(
        "a line under an experience takes the id of another with the same words",
        "domain/profile/model.py",
        "if new.id not in held and known",
        "if known",
        "unit/profile",
    ),
    Defect(
        "another user's component is found by its id",
        "infrastructure/persistence/profile.py",
        "        _OWNED.where(\n            master_profiles.c.id\n            == select",
        "        _WHOLE.where(\n            master_profiles.c.id\n            == select",
        "contract/test_profile.py",
    ),
    Defect(
        "a past version is not put back in its order",
        "domain/profile/history.py",
        "tuple(held[pk] for pk in ids)",
        "tuple(held[pk] for pk in held if pk in ids)",
        "contract/test_profile_history.py",
    ),
    Defect(
        "an application goes wherever somebody likes",
        "domain/applications/model.py",
        "if after not in MOVES[before]:",
        "if False:",
        "unit/applications/test_card.py",
    ),
    Defect(
        "a document is set free while another application holds it",
        "application/applications/service.py",
        "if document_id not in await work.applications.held([document_id]):",
        "if True:",
        "unit/applications/test_application_service.py",
    ),
    Defect(
        "a cell of the tracker wakes a spreadsheet",
        "domain/applications/cells.py",
        "return _BEGINS.sub(",
        "return text or _BEGINS.sub(",
        "unit/applications/test_table.py",
    ),
    Defect(
        "an index remembers the words of an erased account",
        "application/housekeeping/erasing.py",
        "            await self._remains.clear()",
        "            pass",
        "api/identity/test_erasure.py",
    ),
    Defect(
        "a run whose owner has gone leaves its file",
        "application/generation/pipeline.py",
        "            await self._press.discard(DocumentId(document.id))",
        "            pass",
        "api/identity/test_erasure.py",
    ),
    Defect(
        "a house with one user answers to any name",
        "presentation/local.py",
        "not _OURS.fullmatch(hosts[0])",
        "not hosts[0]",
        "api/identity/test_single_user.py",
    ),
    Defect(
        "an export tells the hash of the password",
        "infrastructure/persistence/belongings.py",
        'Part("users", without={"hashed_password": "a secret, and no use to anybody"})',
        'Part("users")',
        "api/identity/test_export.py",
    ),
    Defect(
        "a key that people bring is sealed for anybody",
        "infrastructure/security/seals.py",
        "KEY + owner.bytes",
        "KEY",
        "unit/identity/test_seals.py",
    ),
    Defect(
        "a run of a key that is gone is paid with the host's",
        "application/generation/writing.py",
        "        if not generation.own_key:",
        "        own = await self._own.find(generation.user_id) if self._own else None\n"
        "        if not generation.own_key or own is None:",
        "unit/generation/test_own_key.py",
    ),
    Defect(
        "an answer that was kept answers everybody",
        "infrastructure/persistence/llm_answers.py",
        "same = llm_answers.c.user_id == owner, llm_answers.c.digest == digest",
        "same = (llm_answers.c.digest == digest,)",
        "contract/test_llm_keys.py",
    ),
    Defect(
        "a model's line may count what the person's does not",
        "domain/generation/keeping.py",
        "    if not _numbers(text) <= _numbers(own):\n        return False\n",
        "",
        "unit/generation/test_keeping_facts.py",
    ),
)

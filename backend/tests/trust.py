"""The hard proofs, one or all: `python -m tests.trust [GATE]...`. Says how long each took."""

import os
import subprocess
import sys
import time

GATES: dict[str, tuple[str, ...]] = {
    "facts": ("truth",),
    "readback": ("readback",),
    "receipts": ("properties/test_matching_metamorphic.py", "contract/test_match_receipts.py"),
    "failpoints": ("survival/test_kill.py",),
    "storm": ("survival/test_storm.py",),
    "redis": ("survival/test_redis_gone.py",),
    "postgres": ("survival/test_postgres_restart.py",),
    "frozen": ("survival/test_stop.py",),
    "quota": ("contract/test_usage.py", "api/generations/test_quota.py"),
    "writers": ("survival/test_writers.py",),
    "files": ("survival/test_files.py",),
    "contract": ("gates/test_schemathesis.py", "gates/test_bounds.py"),
    "idor": ("gates/test_ownership.py", "gates/test_canaries.py", "gates/test_same_decision.py"),
    "authn": (
        "api/edge/test_forgeries.py",
        "api/edge/test_races.py",
        "gates/test_enumeration.py",
        "hard/test_clock.py",
    ),
    "rawhttp": ("gates/test_sockets.py", "gates/test_malformed.py", "hard/test_slow_senders.py"),
    "disclose": ("gates/test_disclosure.py", "api/edge/test_logs.py"),
    "supply": ("gates/test_supply.py", "supply"),
    "liars": ("liars",),
    "injection": ("injection", "api/generations/test_hostile_material.py"),
    "models": ("api/generations/test_language_model.py", "api/generations/test_model_faults.py"),
    "planted": ("planted",),
    "uploads": ("hostile", "contract/test_resume_files.py"),
}
MORE: dict[str, dict[str, str]] = {"contract": {"JOBWISE_FUZZ_EXAMPLES": "15"}}
"""What a gate does more of here than in `make test`."""
WORKERS = {"contract": "0", "rawhttp": "0", "authn": "0"}
"""Those that print a count, or that measure: alone."""
TESTS = os.path.dirname(__file__)


def main(wanted: list[str]) -> int:
    if unknown := [name for name in wanted if name not in GATES]:
        sys.stderr.write(f"no such gate: {', '.join(unknown)}; there are {', '.join(GATES)}\n")
        return 2
    failed = [name for name in wanted or GATES if not _holds(name)]
    if failed:
        sys.stdout.write(f"does not hold: {', '.join(failed)}\n")
    return 1 if failed else 0


def _holds(name: str) -> bool:
    sys.stdout.write(f"== {name}\n")
    sys.stdout.flush()
    began = time.monotonic()
    paths = [os.path.join(TESTS, path) for path in GATES[name]]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", WORKERS.get(name, "2"), *paths],
        env=os.environ | MORE.get(name, {}),
        check=False,
    )
    sys.stdout.write(f"== {name} took {time.monotonic() - began:.0f} s\n")
    return ended.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What Prometheus reads of this process. No label says who a person is, or what about them."""

from collections.abc import Mapping

from prometheus_client import Counter, Gauge, Histogram

from app.application.work.meter import IMeter

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)

CLAIMS = Counter("jobwise_work_claims", "Work that this process has taken on.", ["kind"])
TAKEOVERS = Counter("jobwise_work_takeovers", "Of those, whose holder had gone silent.", ["kind"])
HELD = Histogram("jobwise_work_seconds", "From claim to end.", ["kind", "outcome"], buckets=SECONDS)
STEPS = Histogram("jobwise_step_seconds", "A step, until it is recorded.", ["kind", "step"], buckets=SECONDS)
USAGE = Counter("jobwise_usage", "What steps have used: tokens, money ...", ["kind", "step", "unit"])
SWEEPS = Counter("jobwise_sweeps", "Looks at all that is due.")
STREAMS = Gauge("jobwise_streams", "Event streams that are open.")
DOORBELL_FAILURES = Counter("jobwise_doorbell_failures", "How often Redis was not to be had.")
LIMITER_FAILURES = Counter(
    "jobwise_limiter_failures", "How often a Redis was not to be had for counting requests."
)
DOORBELL_LOST = Counter("jobwise_doorbell_lost", "Rings that nobody else heard.")
LLM_CALLS = Counter("jobwise_llm_calls", "What came of calls.", ["provider", "model", "outcome"])
LLM_TOKENS = Counter("jobwise_llm_tokens", "Of answers: input, output.", ["provider", "model", "kind"])
LLM_COST = Counter("jobwise_llm_cost_micros", "Of answers, in millionths.", ["provider", "model"])
LLM_SECONDS = Histogram(
    "jobwise_llm_seconds", "From a call to its end.", ["provider", "model"], buckets=SECONDS
)
LLM_RESTING = Gauge("jobwise_llm_breaker_open", "1: failed too often, left alone.", ["provider", "model"])


class PrometheusMeter(IMeter):
    def claimed(self, kind: str, *, taken_over: bool) -> None:
        CLAIMS.labels(kind).inc()
        TAKEOVERS.labels(kind).inc(taken_over)

    def stepped(self, kind: str, step: str, *, seconds: float, usage: Mapping[str, int]) -> None:
        STEPS.labels(kind, step).observe(seconds)
        for unit, used in usage.items():
            USAGE.labels(kind, step, unit).inc(max(0, used))

    def left(self, kind: str, outcome: str, *, seconds: float) -> None:
        HELD.labels(kind, outcome).observe(seconds)

    def swept(self) -> None:
        SWEEPS.inc()

    def streams(self, open_now: int) -> None:
        STREAMS.set(open_now)

import logging

from app.application.work.ports import IDoorbell, Listener, Signal
from app.domain.shared.ids import WorkId

log = logging.getLogger("jobwise.work")


class InProcessDoorbell(IDoorbell):
    """Heard by everybody in this process, at once."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def ring(self, signal: Signal, work_id: WorkId) -> None:
        for listener in self._listeners:
            try:
                listener(signal, work_id)
            except Exception:  # a doorbell saves time; it may not break what it announces
                log.exception("a listener failed")

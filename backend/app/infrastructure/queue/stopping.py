import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

STOPS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def on_stop_signal(leave: Callable[[], None]) -> Iterator[None]:
    """Calls it on the event loop when the process is asked to stop, before whoever else was listening.

    A server waits for its streams before it tells the application to end; and they wait for this.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in STOPS}

    def stop(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(leave)
        earlier = before[signal.Signals(number)]
        if callable(earlier):
            earlier(number, frame)
        elif earlier is signal.SIG_DFL:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)

    for number in STOPS:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, earlier in before.items():
            if signal.getsignal(number) is stop:
                signal.signal(number, earlier)

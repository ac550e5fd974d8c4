"""A signal wakes the program at once, whichever of its threads the system hands it to.

Python runs what answers a signal in the main thread, but the system may hand it to another one, and then the main thread
sleeps on until something else wakes it: a program put to sleep and called back on a busy machine would show nothing.
"""

import asyncio
import signal
import socket


class Waking:
    """A pair of sockets: Python writes a byte for each signal, the loop reads it and so is awake."""

    def __init__(self) -> None:
        self._read, self._written = socket.socketpair()
        for end in (self._read, self._written):
            end.settimeout(0)

    def install(self) -> None:
        """From now on each signal is written. In the main thread."""
        signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)

    def wake(self, loop: asyncio.AbstractEventLoop) -> None:
        """Wake this loop, for as long as it runs."""
        loop.add_reader(self._read, self._drain)

    def _drain(self) -> None:
        try:
            self._read.recv(4096)
        except BlockingIOError:
            return

    def remove(self) -> None:
        """Signals are written no more."""
        signal.set_wakeup_fd(-1)
        for end in (self._read, self._written):
            end.close()

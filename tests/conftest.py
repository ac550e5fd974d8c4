"""Tests meet the signals that a person's terminal sends, whoever started them."""

import signal


def pytest_configure() -> None:
    """A run in the background is begun with these ignored, and every program that a test starts would inherit it."""
    for sent, usual in ((signal.SIGHUP, signal.SIG_DFL), (signal.SIGINT, signal.default_int_handler)):
        if signal.getsignal(sent) is signal.SIG_IGN:
            signal.signal(sent, usual)

"""OpenSSL is left out: of what Python loads with it by itself, this program needs nothing.

`asyncio` loads it for connections, of which none is ever opened, and `hashlib` for sums that Python can make on its own. That
takes four megabytes, and a fiftieth of the start. Both are written to do without it, as some builds of Python lack it.
"""

import sys
from importlib import import_module

TYPE_CHECKING = False  # as typing has it, without loading typing before the passphrase is asked for
if TYPE_CHECKING:
    from typing import Any

OWN_SUMS = ("_sha2", "_sha256")
"""Python's own SHA-256, as it is called from 3.12 on and before. A build that has only OpenSSL's keeps that."""


def leave_out() -> None:
    """Whatever asks for OpenSSL from now on hears that it is not there. Called before anything else is loaded."""
    modules: dict[str, Any] = sys.modules
    modules.setdefault("ssl", None)
    if _has_own_sums():
        modules.setdefault("_hashlib", None)


def _has_own_sums() -> bool:
    for name in OWN_SUMS:
        try:
            import_module(name)
        except ImportError:
            continue
        return True
    return False

"""A short-lived program of its own that wraps and opens the key: `python -m store.unlock wrap` or `open FILE`.

age asks for up to 512 MB to open a passphrase, holds the interpreter while it works, and ends the process if it gets too
little; here that ends only this program. Passphrase and key come and go through pipes, never in arguments.
"""

import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

OPENED, WRONG, DAMAGED, TOO_MUCH = b"opened ", b"wrong\n", b"damaged\n", b"too much\n"

TRIES = 5
"""age measures the machine before it opens a passphrase, and on a busy one may find it too slow; a moment later it is not."""
_SAID = {"Excessive work": TOO_MUCH, "decryption error": DAMAGED, "header": DAMAGED, "whole buffer": DAMAGED}
"""What age says where it is not the passphrase that is wrong."""


def wrap() -> int:
    """Standard input: the passphrase on the first line, then the key. Standard output: the key wrapped, as an age file."""
    from pyrage import passphrase

    word, _, identity = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.buffer.write(passphrase.encrypt(identity, word.decode()))
    return 0


def unwrap(path: str) -> int:
    """Standard input: a passphrase a line. Standard output: a line each: opened and the keys, or why not."""
    from pyrage import passphrase  # before the first line comes: the person still types

    wrapped = _read(Path(path))
    for line in sys.stdin.buffer:
        os.write(1, _answer(wrapped, line.rstrip(b"\n").decode(), passphrase.decrypt))
    return 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _answer(wrapped: bytes, word: str, decrypt: Callable[[bytes, str], bytes]) -> bytes:
    from pyrage import DecryptError

    if not wrapped.startswith(b"age-encryption.org/v1\n-> scrypt "):
        return DAMAGED
    answer = TOO_MUCH
    for _ in range(TRIES):
        try:
            text = decrypt(wrapped, word)
        except DecryptError as error:
            answer = next((answer for said, answer in _SAID.items() if said in str(error)), WRONG)
            if answer != TOO_MUCH:
                return answer
        else:
            break
    else:
        return answer
    keys = [row for row in text.splitlines() if row.startswith(b"AGE-SECRET-KEY-")]
    return OPENED + b" ".join(keys) + b"\n" if keys else DAMAGED


def main() -> int:
    """Do what the first argument names."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return wrap() if sys.argv[1] == "wrap" else unwrap(sys.argv[2])


if __name__ == "__main__":
    sys.exit(main())

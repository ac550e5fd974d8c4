"""A short-lived program of its own that wraps and opens the key: `python -m store.unlock wrap` or `open FILE`.

age asks for up to 512 MB to open a passphrase, holds the interpreter while it works, and ends the process if it gets too
little; here that ends only this program. Passphrase and key come and go through pipes, never in arguments.
"""

import os
import resource
import sys
from pathlib import Path

OPENED, WRONG, DAMAGED = b"opened ", b"wrong\n", b"damaged\n"


def wrap() -> int:
    """Standard input: the passphrase on the first line, then the key. Standard output: the key wrapped, as an age file."""
    from pyrage import passphrase

    word, _, identity = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.buffer.write(passphrase.encrypt(identity, word.decode()))
    return 0


def unwrap(path: str) -> int:
    """Standard input: a passphrase a line. Standard output: one line each: opened and the key, wrong, or damaged."""
    from pyrage import DecryptError, passphrase

    wrapped = Path(path).read_bytes()
    damaged = not wrapped.startswith(b"age-encryption.org/v1\n-> scrypt ")
    for line in sys.stdin.buffer:
        try:
            text = b"" if damaged else passphrase.decrypt(wrapped, line.rstrip(b"\n").decode())
            keys = [row for row in text.splitlines() if row.startswith(b"AGE-SECRET-KEY-")]
            answer = OPENED + keys[0] + b"\n" if keys else DAMAGED
        except DecryptError:
            answer = WRONG
        os.write(1, answer)
    return 0


def main() -> int:
    """Do what the first argument names."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return wrap() if sys.argv[1] == "wrap" else unwrap(sys.argv[2])


if __name__ == "__main__":
    sys.exit(main())

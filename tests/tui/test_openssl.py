"""The program does without OpenSSL, and its sums are right all the same."""

import subprocess
import sys

import pytest

SUMS = """
import sys
from tui import openssl
openssl.leave_out()
import asyncio, hashlib, hmac
print(bool(sys.modules.get("_ssl")), bool(sys.modules.get("_hashlib")))
print(hashlib.sha256(b"abc").hexdigest()[:16], hmac.new(b"Jefe", b"what do ya want for nothing?", "sha256").hexdigest()[:16])
"""
KNOWN = "ba7816bf8f01cfea 5bdcc146bf60754e"
"""As FIPS 180-2 and RFC 4231 give them."""
ONLY_OPENSSLS = 'import sys\nsys.modules.update({"_sha2": None, "_sha256": None})\n'


@pytest.mark.parametrize(("before", "loaded"), [("", "False False"), (ONLY_OPENSSLS, "False True")])
def test_sums_are_right_without_openssl_and_where_python_has_only_its_sums(before: str, loaded: str) -> None:
    """Some systems build Python without sums of its own: there OpenSSL's are kept, and connections still not loaded."""
    ran = subprocess.run([sys.executable, "-c", before + SUMS], capture_output=True, text=True, check=False)
    assert ran.stdout.splitlines() == [loaded, KNOWN]

"""Over a real SSH: the client is killed, and the program on the other side keeps what was typed and is gone within two seconds.

Part of `make faults`, with the package openssh-server.
"""

import getpass
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.running import COMMAND, TODAY
from tests.tui.on_a_pty import HOUSE, Terminal
from tests.tui.screens.driving import house_in

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
TYPED = "She set the alarm for six."
LONGEST = 2.0
"""Seconds after which the program must be gone."""

pytestmark = [
    pytest.mark.walk,
    pytest.mark.skipif(
        SSHD is None or shutil.which("ssh") is None or os.environ.get("CASEREFLECT_EVERY_WAY") != "1",
        reason="a real SSH server is started by `make faults` alone",
    ),
]


@dataclass(frozen=True)
class Server:
    """An SSH server of this test alone."""

    port: int
    folder: Path

    def client(self, script: str) -> list[str]:
        """The client that runs a script on the other side, on a terminal."""
        options = ("StrictHostKeyChecking=no", f"UserKnownHostsFile={self.folder}/known", "IdentitiesOnly=yes")
        given = [part for option in options for part in ("-o", option)]
        where = f"{getpass.getuser()}@127.0.0.1"
        return ["ssh", "-tt", "-F", "none", *given, "-i", f"{self.folder}/mine", "-p", str(self.port), where, script]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server on a free port, with keys of its own."""
    folder = tmp_path / "ssh"
    folder.mkdir(mode=0o700)
    for name in ("host", "mine"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lines = (f"Port {port}", "ListenAddress 127.0.0.1", f"HostKey {folder}/host", f"PidFile {folder}/pid",
             f"AuthorizedKeysFile {folder}/mine.pub", "UsePAM no", "StrictModes no", "PasswordAuthentication no",
             "PermitRootLogin yes", "PrintMotd no")  # fmt: skip
    (folder / "config").write_text("\n".join(lines), encoding="utf-8")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    assert SSHD is not None
    program = subprocess.Popen([SSHD, "-D", "-e", "-f", str(folder / "config")], stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: listens(port), 10)
        yield Server(port, folder)
    finally:
        program.terminate()
        program.wait(10)


def listens(port: int) -> bool:
    """Somebody takes a call there."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def wait_for(holds: Callable[[], bool], seconds: float) -> float:
    """The seconds until it held."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds
        time.sleep(0.01)  # another machine's side of a line gives no sign
    return time.monotonic() - began


def test_a_killed_ssh_client_leaves_the_text_as_a_draft(server: Server, demo_home: Path, tmp_path: Path) -> None:
    """As when a laptop is shut or the link is lost: the server's side hangs up, the draft is there."""
    folder, pid = Path(shutil.copytree(demo_home, tmp_path / "demo")), tmp_path / "pid"
    given = {"HOME": tmp_path, "CASEREFLECT_TODAY": TODAY, "XDG_CONFIG_HOME": tmp_path, "PYTHONPATH": HOUSE}
    named = " ".join(f"{name}={value}" for name, value in given.items())
    script = f"echo $$ > {pid}; exec env {named} LANG=C.UTF-8 {' '.join(COMMAND)} demo --home {folder}"
    with Terminal(server.client(script), {"HOME": str(tmp_path)}) as terminal:
        wait_for(lambda: bool(terminal.read(0.2)) and pid.exists(), 40)  # keys are exchanged first
        terminal.see("Not seen alone")
        terminal.send(f"4{TYPED}")
        terminal.see(TYPED)
        program = Path(f"/proc/{pid.read_text(encoding='ascii').strip()}")
        assert program.exists()
        terminal.program.send_signal(signal.SIGKILL)
        took = wait_for(lambda: not program.exists(), LONGEST + 3)
    sys.stdout.write(f"gone after {took:.2f} s\n")
    assert took < LONGEST
    assert TYPED in [text for draft in house_in(folder).store.drafts() for text in draft.texts.values()]

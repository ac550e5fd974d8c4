"""What the start leaves lying about is looked through again once the pages stand."""

import subprocess
import sys

PROGRAM = """
import gc
from tui import garbage
usual = gc.get_threshold()[0]
garbage.look_again()
assert (gc.get_threshold()[0], gc.get_freeze_count()) == (usual, 0)
garbage.leave_for_now()
garbage.look_again()
frozen = gc.get_freeze_count()
assert frozen and gc.get_threshold()[0] < garbage.WHILE_STARTING
garbage.look_again()
assert gc.get_freeze_count() <= frozen
"""


def test_what_is_loaded_is_set_aside_once_and_only_where_the_program_was_started() -> None:
    """A lock and its opening do not set aside what may go; nor does an app that runs within another program."""
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)

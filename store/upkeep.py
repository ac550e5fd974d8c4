"""What looks after the files of a store while its key is open: the audit trail, backups, damage, keys."""

from dataclasses import dataclass, field

from store.case_store import Now
from store.keys import Keys
from store.locations import Places


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The files of an open store."""

    places: Places
    keys: Keys = field(repr=False)
    now: Now

    def trail_faults(self) -> list[str]:
        """What does not fit in the audit trail, each in a sentence. Raises StoreTrouble."""
        from store.trail_check import faults_of

        return faults_of(self.places, self.keys)

"""The layers of limits, one over the other. Without a layer over the built-in one nothing else is loaded for it."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from checklists.limits import Limits
from checklists.wrong import Wrong

if TYPE_CHECKING:
    from checklists.my_counts import CountSetting
    from checklists.my_limits import AnySetting, Mine, Setting


class Rulebook(NamedTuple):
    """The three layers of limits and counts: built in, the council's over them, the person's over both."""

    built_in: Limits
    council: Limits
    mine: "tuple[Mine, ...]" = ()
    trouble: str = ""
    """Why the person's or the council's file was left out, in a sentence; blank where neither was."""

    @property
    def in_force(self) -> Limits:
        """The limits that count."""
        if not self.mine:
            return self.council
        from checklists.my_limits import with_mine

        return with_mine(self.council, self.mine)

    def settings(self, today: date) -> "list[Setting]":
        """Every limit as it stands."""
        from checklists.my_limits import settings

        return settings(self.built_in, self.council, self.mine, today)

    def counts(self, today: date) -> "list[CountSetting]":
        """Every count as it stands."""
        from checklists.my_counts import count_settings
        from checklists.my_limits import is_count, with_mine

        in_force = with_mine(self.council, self.mine, today)
        return count_settings(in_force, self.council, self.built_in, [row for row in self.mine if is_count(row)])

    def any_setting(self, named: str, today: date) -> "AnySetting":
        """The limit or the count of that name. Raises Wrong."""
        found = next((one for one in self.counts(today) if one.id == named), None)
        return found or self.setting(named, today)

    def setting(self, limit_id: str, today: date) -> "Setting":
        """One limit as it stands. Raises Wrong."""
        found = next((one for one in self.settings(today) if one.limit.id == limit_id), None)
        if found is None:
            raise Wrong("There is no limit of that name.", "`casereflect limits list` shows them.", "limit")
        return found

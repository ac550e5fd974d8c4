"""The records as JSON schema."""

import click

from store.records import BY_KIND
from tui.commands.printing import write_json


@click.command()
def schema() -> None:
    """One schema for each kind of record, by kind. A field that is left blank is not recorded; it never means no."""
    write_json({kind.kind: kind.model_json_schema(mode="serialization") for kind in BY_KIND.values()})

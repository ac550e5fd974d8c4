"""The errors that a person may be told, each a sentence: what screens and commands catch, at one place."""

from checklists.wrong import Wrong
from store.case_store import (
    Busy,
    Conflict,
    RefTaken,
    SaveFailed,
    StoreTrouble,
    UnknownCase,
    UnknownRecord,
    UnreadableCase,
    WrongPassphrase,
)

__all__ = [
    "Busy",
    "Conflict",
    "RefTaken",
    "SaveFailed",
    "StoreTrouble",
    "UnknownCase",
    "UnknownRecord",
    "UnreadableCase",
    "Wrong",
    "WrongPassphrase",
]

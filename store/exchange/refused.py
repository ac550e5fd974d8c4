"""A file that cannot be taken in, said in one sentence a person can act on."""

from store.case_store import StoreTrouble


class Refused(StoreTrouble):
    """The file is of another kind, damaged, too large or out of reach; nothing was read into the store."""

    exit_code = 2

"""What is to be known of a folder before cases are kept in it."""

from pathlib import Path

SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "cloudstorage",
    "nextcloud",
    "owncloud",
    "syncthing",
)
"""Parts of the names that programs give to folders which they copy elsewhere."""
COPIED = "This folder looks as if another program copies it to other machines. Choose another with CASEREFLECT_HOME, or ask your council first."
WINDOWS_DRIVE = "This folder is on the Windows side of this machine, where its permissions do not hold. Choose another with CASEREFLECT_HOME."
OPEN_TO_OTHERS = "Others on this machine can write beside this folder. Choose another with CASEREFLECT_HOME."
_WRITABLE_BY_OTHERS = 0o002
_STICKY = 0o1000


def warnings_about(folder: Path) -> list[str]:
    """A sentence for each thing that speaks against a folder: synced, shared, or on a Windows drive."""
    parts = [part.casefold() for part in folder.parts]
    said = [COPIED] if any(name in part for name in SYNCED for part in parts) else []
    if len(parts) > 2 and parts[1] == "mnt" and len(parts[2]) == 1:
        said.append(WINDOWS_DRIVE)
    nearest = next((parent for parent in folder.parents if parent.is_dir()), Path("/"))
    mode = nearest.stat().st_mode
    if mode & _WRITABLE_BY_OTHERS and not mode & _STICKY:
        said.append(OPEN_TO_OTHERS)
    return said

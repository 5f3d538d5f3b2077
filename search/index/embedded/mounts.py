"""Mounts: which file system a folder is on. Over a network, locks and renames are not what a commit
relies on."""

import re
from pathlib import Path

from ...errors import IndexUnavailable

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs"})
_MOUNTS = Path("/proc/self/mountinfo")  # of Linux: proc(5); elsewhere nothing tells
_OCTAL = re.compile(r"\\([0-7]{3})")


def refuse_network(folder: Path) -> None:
    """IndexUnavailable where the folder is on a file system that others share over a network."""
    kind = find_kind(
        folder.resolve(), _MOUNTS.read_text("utf-8", "replace") if _MOUNTS.exists() else ""
    )
    if kind in _NETWORK:
        raise IndexUnavailable(
            f"The index folder {folder} is on a network file system ({kind}), which cannot be "
            "relied on to keep two writers apart. Keep the index on a disk of this machine"
        )


def find_kind(folder: Path, mounts: str) -> str:
    """The kind of the file system that a folder, without links in it, is on, by the lines of
    proc(5)'s mountinfo; empty where they do not tell. Of two on one place the later hides the
    other.

    >>> find_kind(Path("/home/ann/news"), "1 0 0:1 / / rw - ext4 /dev/sda rw\\n"
    ...     "2 1 0:2 / /home rw,relatime shared:5 - nfs4 far:/home rw")
    'nfs4'
    """
    found, depth = "", -1
    for line in mounts.splitlines():
        place, _, system = line.partition(" - ")
        fields = place.split(" ")
        if len(fields) < 5 or not system:
            continue
        point = Path(_OCTAL.sub(lambda octal: chr(int(octal[1], 8)), fields[4]))
        if len(point.parts) >= depth and folder.is_relative_to(point):
            found, depth = system.split(" ")[0], len(point.parts)
    return found

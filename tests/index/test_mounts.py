"""An index is written to a disk of this machine only."""

from pathlib import Path

import pytest

from search import open_index
from search.errors import IndexUnavailable
from search.index.embedded import mounts
from search.index.embedded.mounts import find_kind
from tests.story import story

LINES = """\
1 0 8:1 / / rw,relatime - ext4 /dev/sda1 rw
2 1 0:2 / /home rw,relatime shared:5 - nfs4 far:/home rw
3 1 0:3 / /home/ann/disk rw - xfs /dev/sdb rw
4 1 0:4 / /mnt/my\\040news rw master:1 propagate_from:2 - cifs //far/news rw
5 1 0:5 / /srv rw - nfs far:/srv rw
6 5 0:6 / /srv rw - btrfs /dev/sdc rw
broken
"""


@pytest.mark.parametrize(
    ("folder", "kind", "reason"),
    [
        ("/var/news", "ext4", "the root's"),
        ("/home/ann/news", "nfs4", "what is mounted nearest above it"),
        ("/home/ann/disk/news", "xfs", "a disk within a network's folder"),
        ("/homely/news", "ext4", "a name that only begins so"),
        ("/mnt/my news", "cifs", "a space is told by its number, and the folder may be the mount"),
        ("/srv/news", "btrfs", "mounted over another"),
    ],
)
def test_a_folder_is_on_a_file_system(folder: str, kind: str, reason: str) -> None:
    assert find_kind(Path(folder), LINES) == kind, reason


def test_where_nothing_tells_nothing_is_refused() -> None:
    assert find_kind(Path("/home"), "") == ""


def test_nothing_is_written_over_a_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = tmp_path / "mountinfo"
    lines.write_text(f"1 0 0:1 / {tmp_path.resolve()} rw - nfs4 far:/ rw\n")
    monkeypatch.setattr(mounts, "_MOUNTS", lines)
    with open_index(str(tmp_path / "index")) as index:
        with pytest.raises(IndexUnavailable, match=r"network file system \(nfs4\)"):
            index.add([story("1")])
        assert index.get("1") is None

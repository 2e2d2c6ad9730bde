"""The few things that differ by system: places, syncing to disk, replacing files, the clipboard."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PRIVATE_FOLDER, PRIVATE_FILE, SEALED_FILE = 0o700, 0o600, 0o400
"""Modes of all that a desk writes: a preparation is nobody else's business."""

_REPLACE_TRIES = 50
_REPLACE_PAUSE = 0.02

_CLIPBOARD_COMMANDS = {
    "darwin": (("pbcopy",),),
    "win32": (("clip.exe",),),
    "linux": (
        ("wl-copy",),
        ("xclip", "-selection", "clipboard"),
        ("xsel", "--clipboard", "--input"),
        ("clip.exe",),
    ),
}


def user_workspace() -> Path:
    """Return the folder of a user's own workspace, where none was named and none is above."""
    return Path.home() / "Briefing"


def take_newest_zones() -> None:
    """Have `zoneinfo` read the zones of the package where the system's are older.

    Governments change their clocks at weeks' notice, and systems are updated when they are. The
    version stands in the first line of the system's tzdata.zi ("# version 2026a", IANA).
    """
    import zoneinfo

    import tzdata  # type: ignore[import-untyped]  # its one constant is text

    for folder in zoneinfo.TZPATH:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            with (Path(folder) / "tzdata.zi").open(encoding="ascii") as file:
                _, _, version = file.readline().strip().rpartition(" ")
            if version < tzdata.IANA_VERSION:
                zoneinfo.reset_tzpath(to=())
            return


def log_fault(folder: Path | None = None) -> Path:
    """Add the exception being handled to a data folder's log of faults, or to the person's own.

    Return the log's path.
    """
    path = folder / "faults.log" if folder else Path.home() / ".briefing-faults.log"
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, PRIVATE_FILE)
        entry = f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{traceback.format_exc()}\n"
        with contextlib.closing(os.fdopen(descriptor, "ab")) as file:
            file.write(entry.encode("utf-8", "backslashreplace"))
    return path


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner opens, with what is missing above it."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def sync_file(descriptor: int) -> None:
    """Force a file's bytes to the disk itself; OSError where it can't be done.

    On macOS fsync leaves them in the drive's cache (Apple, fsync(2)), so F_FULLFSYNC is asked for.
    """
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to the disk, so that a new name survives a power cut (POSIX)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def open_new(path: Path) -> int:
    """Open a file to write it from its beginning, for its owner alone, and return it."""
    flags = os.O_CREAT | os.O_WRONLY | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, PRIVATE_FILE)


def write_all(descriptor: int, content: bytes) -> None:
    """Write all of some bytes to a file; OSError where only a part of them went in."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that at every moment either the old or the new one is there, whole."""
    temporary = path.with_name(f".{path.name}.new")
    descriptor = open_new(temporary)
    try:
        write_all(descriptor, content)
        sync_file(descriptor)
    except OSError:
        os.close(descriptor)
        temporary.unlink(missing_ok=True)
        raise
    os.close(descriptor)
    replace(temporary, path)
    sync_folder(path.parent)


def seal(path: Path) -> None:
    """Make a file one that its owner can only read.

    Not on Windows, which neither removes such a file nor renames over it.
    """
    if os.name != "nt":
        path.chmod(SEALED_FILE)


def replace(source: Path, target: Path) -> None:
    """Rename over what is there; on Windows wait while a reader holds it open."""
    for remaining in reversed(range(_REPLACE_TRIES)):
        try:
            source.replace(target)
        except PermissionError:
            if os.name != "nt" or not remaining:
                raise
            time.sleep(_REPLACE_PAUSE)
        else:
            return


_NETWORK_DRIVES = {
    **dict.fromkeys(("nfs", "nfs4"), "NFS"),
    **dict.fromkeys(("cifs", "smb3", "smbfs"), "SMB"),
    **dict.fromkeys(("afpfs", "afs", "ceph", "davfs", "fuse.davfs2", "glusterfs", "webdav"), ""),
    "fuse.sshfs": "SSHFS",
    "fuse.rclone": "rclone",
}
"""What the system calls file systems that stand on another computer, and what people do."""


def network_drive(folder: Path) -> str:
    """Return what kind of network drive a folder is on; "" for a disk of one's own, or unknown.

    There a lock may hold back nobody, and what is synced may not be on any disk.
    """
    real = folder.resolve()
    if sys.platform == "win32":
        return _network_share(real)
    within = [(mount, kind) for mount, kind in _mounts() if real.is_relative_to(mount)]
    if not within:
        return ""
    kind = max(within, key=lambda found: len(found[0].parts))[1]
    return _NETWORK_DRIVES[kind] or kind if kind in _NETWORK_DRIVES else ""


def _mounts() -> Iterator[tuple[Path, str]]:
    """Yield where each file system is mounted, and its kind."""
    if sys.platform == "darwin":
        # mount(8) writes: //ida@nas/share on /Volumes/share (smbfs, nodev, nosuid)
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            listed = subprocess.run(["/sbin/mount"], capture_output=True, check=True, timeout=2)
            for line in listed.stdout.decode(errors="replace").splitlines():
                if found := re.fullmatch(r".+? on (/.*) \((\w+)[,)].*", line):
                    yield Path(found[1]), found[2]
        return
    with contextlib.suppress(OSError):
        # proc(5), mountinfo: the mount point stands fifth, the kind after a lone hyphen.
        for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines():
            before, _, after = line.partition(" - ")
            mount = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), before.split()[4])
            yield Path(mount), after.split()[0]


def _network_share(folder: Path) -> str:
    if folder.drive.startswith("\\\\"):
        return "SMB"
    import ctypes

    remote = 4  # DRIVE_REMOTE, as GetDriveTypeW has it.
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")  # type: ignore[attr-defined]
    return "SMB" if kind == remote else ""


def copy_to_clipboard(text: str) -> bool:
    """Hand text to the system's own clipboard tool; False where there is none or it fails."""
    for command in _CLIPBOARD_COMMANDS.get(sys.platform, ()):
        tool = shutil.which(command[0])
        if tool is None:
            continue
        encoding = "utf-16" if command[0] == "clip.exe" else "utf-8"
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            subprocess.run(  # noqa: S603 - a fixed command, the text on its standard input
                [tool, *command[1:]],
                input=text.encode(encoding, "replace"),
                check=True,
                timeout=2,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            return True
    return False


class Clipboard(NamedTuple):
    """What was copied last; what is not there is empty."""

    html: bytes
    text: bytes


def clipboard() -> Clipboard | None:
    """Return what the system's own tools say was copied last; None where none is installed."""
    found = [
        (ways, tool)
        for ways in _PASTE_COMMANDS.get(sys.platform, ())
        if (tool := shutil.which(ways.tool)) is not None
    ]
    for ways, tool in found:
        html = _page(_printed([tool, *ways.html])) if ways.html else b""
        text = _printed([tool, *ways.text]) if ways.text else b""
        if html.strip() or text.strip():
            return Clipboard(html, text)
    return Clipboard(b"", b"") if found else None


class _Ways(NamedTuple):
    """How a tool is asked for what was copied, as a page and as text; () for not at all."""

    tool: str
    html: tuple[str, ...]
    text: tuple[str, ...]


_AS_UTF8 = "[Console]::OutputEncoding=[Text.Encoding]::UTF8;"
_POWERSHELL = ("-NoProfile", "-NonInteractive", "-STA", "-Command")
_WINDOWS = _Ways(
    "powershell.exe",
    (*_POWERSHELL, f"{_AS_UTF8}Get-Clipboard -Raw -TextFormatType Html"),
    (*_POWERSHELL, f"{_AS_UTF8}Get-Clipboard -Raw"),
)
_PASTE_COMMANDS = {
    "darwin": (
        _Ways("osascript", ("-e", "the clipboard as «class HTML»"), ()),
        _Ways("pbpaste", (), ("-Prefer", "txt")),
    ),
    "win32": (_WINDOWS,),
    "linux": (
        _Ways("wl-paste", ("-n", "-t", "text/html"), ("-n", "-t", "text")),
        _Ways(
            "xclip",
            ("-o", "-selection", "clipboard", "-t", "text/html"),
            ("-o", "-selection", "clipboard", "-t", "UTF8_STRING"),
        ),
        _Ways("xsel", (), ("--clipboard", "--output")),
        _WINDOWS,
    ),
}


def _printed(command: list[str]) -> bytes:
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        return subprocess.run(  # noqa: S603 - a fixed command
            command,
            check=True,
            timeout=_CLIPBOARD_PATIENCE,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # pbpaste writes in the encoding of the locale.
            env={**os.environ, "LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else None,
        ).stdout
    return b""


_CLIPBOARD_PATIENCE = 5
"""Seconds: PowerShell alone takes one or two to start."""


def _page(printed: bytes) -> bytes:
    """Return a page without what the system writes around it.

    AppleScript writes hex digits. Windows writes a header, and with it what stood around the words
    (Microsoft, "HTML Clipboard Format").
    """
    if hexadecimal := re.search(rb"\xc2\xabdata HTML([0-9A-Fa-f]*)\xc2\xbb", printed):
        return bytes.fromhex(hexadecimal[1].decode("ascii"))
    if printed.startswith(b"Version:"):
        copied = printed.partition(b"<!--StartFragment-->")[2]
        return copied.rpartition(b"<!--EndFragment-->")[0] or copied
    return printed


def open_address(address: str) -> bool:
    """Open a web or mail address or a file with the program the system has for it.

    What the program would take for an option of its own is not opened.
    """
    command = {"darwin": "open", "win32": "explorer"}.get(sys.platform, "xdg-open")
    tool = shutil.which(command)
    if tool is None or not address.strip() or address.strip().startswith("-"):
        return False
    with contextlib.suppress(OSError):
        subprocess.Popen(  # noqa: S603 - the address is one argument, no shell
            [tool, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return True
    return False


def person_name() -> str:
    """Return the name that the system knows its user by; empty where it knows none."""
    with contextlib.suppress(ImportError, KeyError, OSError):
        import pwd

        return pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
    return os.environ.get("USERNAME", "")


def zone_key() -> str:
    """Return the IANA key of the system's zone; "UTC" where it can't be told."""
    return next((key for key in _zone_keys() if _is_zone(key)), "UTC")


def _zone_keys() -> Iterator[str]:
    yield os.environ.get("TZ", "").lstrip(":")
    with contextlib.suppress(OSError, UnicodeError):
        yield Path("/etc/timezone").read_text(encoding="utf-8").strip()
    with contextlib.suppress(OSError):
        yield Path("/etc/localtime").resolve().as_posix().partition("/zoneinfo/")[2]


def _is_zone(key: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(key)
    except (OSError, ValueError, KeyError):
        return False
    return True


def language() -> str:
    """Return the two letters of the system's language; "en" where none is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = re.match(r"[a-z]{2}(?![a-z])", os.environ.get(name, "").lower())
        if code:
            return code[0]
    return "en"


_LETTER_PAPER = {"US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "PA", "SV", "NI", "DO", "PR"}


def paper() -> str:
    """Return the paper of the system's country: "Letter" or "A4" (CLDR, measurement data)."""
    locale = os.environ.get("LC_PAPER") or os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return "Letter" if locale[3:5].upper() in _LETTER_PAPER else "A4"

"""The program that `sandbox.py` puts in front of a Lean command. It imports nothing but the standard library.

It starts the command in a sandbox and stays beside it, for three things that no setting of the kernel does:

- It ends the command when its own parent is gone. The kernel's own means, PR_SET_PDEATHSIG, fires when the parent's
  *thread* ends, so a command started from a short-lived thread would die with that thread. Between this script, which
  has one thread, and its child it is safe, and there it is used.
- It bounds memory that is really used, and the number of processes. Lean reserves 1 GB of addresses for each thread, so
  RLIMIT_AS and RLIMIT_DATA cannot tell a harmless Lean from a tactic that fills the memory; RLIMIT_NPROC counts what
  the user runs elsewhere, and does not bind root.
- It ends everything the command started, even what left the process group.

What the system does not allow is left out without a word; `--probe` prints what remains. Elsewhere than on Linux only
the resource limits remain.
"""

# Every start of Lean waits for this script's: pathlib would double that, typing, contextlib or signal add a third each.
# What is needed only beside the running command is imported then.
# ruff: noqa: PTH110, PTH112, PTH123, PTH208, SIM105

from __future__ import annotations

import ctypes
import os
import resource
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

POLL_SECONDS = 0.2
LIMIT_STATUS = 125  # the exit status after a limit on memory or processes was passed
_CANNOT_START_STATUS = 127
_USER, _NETWORK, _IPC = 0x10000000, 0x40000000, 0x08000000  # unshare(2)
_PDEATHSIG, _CHILD_SUBREAPER, _NO_NEW_PRIVS = 1, 36, 38  # prctl(2)
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # Landlock's system calls, the same on every machine
_WRITE_FILE, _CHANGE_DIRECTORY, _REFER, _TRUNCATE = 1 << 1, 0b1_1111_1111 << 4, 1 << 13, 1 << 14
_READ_FILE, _READ_DIRECTORY = 1 << 0 | 1 << 2, 1 << 3  # running a program is reading, too
# What every program reads of the system. Of /etc, where secrets are kept, only what the dynamic linker needs.
_SYSTEM = (
    "/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/nix/store", "/proc", "/sys", "/etc/ld.so.cache",
    "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/localtime", "/dev/zero", "/dev/random",
    "/dev/urandom",
)  # fmt: skip
_SIGKILL, _SIGPIPE, _SIGXFSZ = 9, 13, 25
_LIBC = ctypes.CDLL(None, use_errno=True)


class Options:
    """The command line: limits, then `--probe` or `-- COMMAND ...`; `--writable` and `--readable` may come often."""

    def __init__(self, arguments: list[str]) -> None:
        self.memory_bytes = 0
        self.cpu_seconds = 0
        self.file_bytes = 0
        self.num_processes = 0
        self.writable: list[str] = []
        self.readable: list[str] = []
        self.command: list[str] = []
        rest = iter(arguments)
        for name in rest:
            if name == "--memory":
                self.memory_bytes = int(next(rest))
            elif name == "--cpu":
                self.cpu_seconds = int(next(rest))
            elif name == "--file":
                self.file_bytes = int(next(rest))
            elif name == "--processes":
                self.num_processes = int(next(rest))
            elif name == "--writable":
                self.writable.append(next(rest))
            elif name == "--readable":
                self.readable.append(next(rest))
            elif name == "--":
                self.command = list(rest)
            else:
                assert name == "--probe", name


def main(arguments: list[str]) -> NoReturn:
    """Run the command and exit with its status, 128 + n after signal n."""
    options = Options(arguments)
    parent = os.getppid()
    if os.getsid(0) != os.getpid():
        os.setsid()
    if sys.platform != "linux":
        _run(options, _limit_resources(options))
    _LIBC.prctl(_CHILD_SUBREAPER, 1, 0, 0, 0)
    active = ["ended with its parent", *_enter_namespaces()]
    is_alive, alive = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(alive)
        _die_with(is_alive)
        if os.getpid() in descendants(os.getppid()):
            active += ["memory"] * bool(options.memory_bytes) + ["processes"] * bool(options.num_processes)
        _run(options, [*active, *_limit_resources(options), *_confine_files(options)])
    os.close(is_alive)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):  # otherwise nobody would see the command close them
        os.dup2(nowhere, descriptor)
    _supervise(child, parent=parent, options=options)


def _supervise(child: int, *, parent: int, options: Options) -> NoReturn:
    import signal

    signals = {signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    _reap(child)  # It may have ended before the signal could be heard.
    next_look = time.monotonic() + POLL_SECONDS
    while True:
        arrived = signal.sigtimedwait(signals, POLL_SECONDS)
        if arrived is not None and arrived.si_signo != signal.SIGCHLD:
            _end(128 + arrived.si_signo)
        if os.getppid() != parent:
            _end(128 + _SIGKILL)
        if arrived is not None:
            _reap(child)
        if time.monotonic() >= next_look:  # also while children die all the time
            _look(options)
            next_look = time.monotonic() + POLL_SECONDS


def _look(options: Options) -> None:
    """End everything if it uses more than it may."""
    processes = descendants(os.getpid())
    if options.num_processes and len(processes) > options.num_processes:
        os.write(2, f"ended: it started more than {options.num_processes} processes\n".encode())
        _end(LIMIT_STATUS)
    if options.memory_bytes and sum(map(own_memory, processes)) > options.memory_bytes:
        os.write(2, f"ended: it used more than {options.memory_bytes >> 20} MB of memory\n".encode())
        _end(LIMIT_STATUS)


def _reap(child: int) -> None:
    """Bury dead children; if the command is among them, end what it left behind and exit with its status."""
    try:
        while True:
            process, status = os.waitpid(-1, os.WNOHANG)
            if process == 0:
                return
            if process == child:
                code = os.waitstatus_to_exitcode(status)
                _end(code if code >= 0 else 128 - code)
    except ChildProcessError:
        pass


def _end(status: int) -> NoReturn:
    """Kill all descendants, orphans too: this process is their reaper."""
    try:
        while True:
            for process in descendants(os.getpid()):
                try:
                    os.kill(process, _SIGKILL)
                except ProcessLookupError:
                    pass
            os.waitpid(-1, 0)
    except ChildProcessError:
        os._exit(status)


def descendants(process: int) -> list[int]:
    """The processes that this one started, and what they started; empty where there is no /proc."""
    found: list[int] = []
    try:
        for thread in os.listdir(f"/proc/{process}/task"):
            with open(f"/proc/{process}/task/{thread}/children") as file:
                found += map(int, file.read().split())
    except OSError:  # it may end while we look
        pass
    return found + [deeper for child in found for deeper in descendants(child)]


def own_memory(process: int) -> int:
    """Bytes of memory that the process alone is to blame for: compiled modules, which are mapped files, are not."""
    kilobytes = 0
    try:
        with open(f"/proc/{process}/status") as file:
            for line in file:
                if line.startswith(("RssAnon:", "RssShmem:", "VmSwap:")):
                    kilobytes += int(line.split()[1])
    except OSError:
        pass
    return kilobytes << 10


def _enter_namespaces() -> list[str]:
    """Cut the network off; where the system allows user namespaces this needs no privileges."""
    waiting, ready = os.pipe()
    target = os.getpid()
    helper = os.fork()
    if helper == 0:
        # Only a process outside can give a superuser's sandbox all users, and so the files that root may read.
        os.close(ready)
        if os.read(waiting, 1):
            _map_users(target)
        os._exit(0)
    os.close(waiting)
    has_user = _LIBC.unshare(_USER | _NETWORK | _IPC) == 0
    has_network = has_user or _LIBC.unshare(_NETWORK | _IPC) == 0
    os.write(ready, b"1" if has_user else b"")
    os.close(ready)
    os.waitpid(helper, 0)
    return ["no network"] if has_network else []


def _map_users(process: int) -> None:
    """Keep every user's and group's number in the new namespace; an ordinary user may keep only their own."""
    for kind, own in (("uid", os.geteuid()), ("gid", os.getegid())):
        with open(f"/proc/self/{kind}_map") as file:
            known = [line.split() for line in file]
        everyone = "".join(f"{inside} {inside} {count}\n" for inside, _, count in known)
        try:
            _write(f"/proc/{process}/{kind}_map", everyone)
        except OSError:
            try:
                if kind == "gid":
                    _write(f"/proc/{process}/setgroups", "deny")
                _write(f"/proc/{process}/{kind}_map", f"{own} {own} 1\n")
            except OSError:
                pass


def _die_with(is_alive: int) -> None:
    """Die with the parent, which holds the other end of the pipe; it may be gone before this call."""
    _LIBC.prctl(_PDEATHSIG, _SIGKILL, 0, 0, 0)
    os.set_blocking(is_alive, False)
    try:
        os.read(is_alive, 1)
        os._exit(128 + _SIGKILL)
    except BlockingIOError:
        pass


def _limit_resources(options: Options) -> list[str]:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    active = ["no core dumps"]
    if options.cpu_seconds:
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        seconds = options.cpu_seconds if most == resource.RLIM_INFINITY else min(options.cpu_seconds, most)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, most))
        active.append("processor time")
    if options.file_bytes:
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        size = options.file_bytes if most == resource.RLIM_INFINITY else min(options.file_bytes, most)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        active.append("file size")
    try:  # if memory runs out all the same, this is to go first
        _write("/proc/self/oom_score_adj", "1000")
    except OSError:
        pass
    return active


def _confine_files(options: Options) -> list[str]:
    """Landlock: files change only below `writable`, and where `readable` says something, nothing else is read.

    Without TCP, and without signals to processes outside.
    """
    _LIBC.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    version = _LIBC.syscall(_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return []
    on_files = _WRITE_FILE | (_TRUNCATE if version >= 3 else 0)
    reading = (_READ_FILE | _READ_DIRECTORY) if options.readable else 0
    everything = on_files | _CHANGE_DIRECTORY | (_REFER if version >= 2 else 0) | reading
    handled = [everything] + [0b11] * (version >= 4) + [0b11] * (version >= 6)
    attributes = (ctypes.c_uint64 * len(handled))(*handled)
    rules = _LIBC.syscall(_CREATE_RULESET, ctypes.byref(attributes), ctypes.sizeof(attributes), 0)
    places = [(path, everything) for path in (os.devnull, *options.writable)]
    if reading:
        places += [(path, reading) for path in (*_SYSTEM, *options.readable) if os.path.exists(path)]
    for path, allowed in places:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        access = allowed if os.path.isdir(path) else allowed & (on_files | _READ_FILE)
        rule = access.to_bytes(8, sys.byteorder) + descriptor.to_bytes(4, sys.byteorder)
        if _LIBC.syscall(_ADD_RULE, rules, 1, rule, 0) != 0:
            return []
    if _LIBC.syscall(_RESTRICT_SELF, rules, 0) != 0:
        return []
    return ["files read-only", "other files hidden"] if reading else ["files read-only"]


def _run(options: Options, active: list[str]) -> NoReturn:
    """Become the command, or print what protects it."""
    for number in (_SIGPIPE, _SIGXFSZ):  # Python ignores them, and the command would inherit that
        _LIBC.signal(number, None)
    if not options.command:
        os.write(1, "\n".join(active).encode())
        os._exit(0)
    try:
        os.execvp(options.command[0], options.command)
    except OSError as error:
        os.write(2, f"cannot start {options.command[0]}: {error.strerror}\n".encode())
        os._exit(_CANNOT_START_STATUS)


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)

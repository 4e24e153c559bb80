"""What a tactic cannot do: each protection is tried out, where the system offers it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from prover.lean.sandbox import Limits, available_protections, sandboxed, terminate_tree
from prover.lean.toolchain import Lean

PROTECTIONS = available_protections()
NOBODY = 65534
SLEEP = "import time; time.sleep(600)"
# Prints its process number and sleeps, after leaving parent, process group and session behind.
ESCAPE = f"import os\nif os.fork() == 0:\n  os.setsid()\n  print(os.getpid(), flush=True)\n  {SLEEP}\n{SLEEP}"
# Starts a sandboxed sleeper from a thread that ends at once, prints its process number, and waits.
PARENT = f"""
import subprocess, sys, threading, time
from prover.lean.sandbox import Limits, sandboxed
def start():
    script = "import os; print(os.getpid(), flush=True); {SLEEP}"
    subprocess.Popen(sandboxed([sys.executable, "-c", script], limits=Limits()))
thread = threading.Thread(target=start)
thread.start()
thread.join()
{SLEEP}
"""


def needs(protection: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(protection not in PROTECTIONS, reason=f"this system offers no protection {protection!r}")


def run(script: str, *, limits: Limits | None = None) -> subprocess.CompletedProcess[str]:
    command = sandboxed([sys.executable, "-c", script], limits=limits or Limits())
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until_gone(process: int) -> None:
    deadline = time.monotonic() + 30
    while is_running(process):
        assert time.monotonic() < deadline, f"process {process} is still there"
        time.sleep(0.02)


def test_command_keeps_streams_arguments_and_status() -> None:
    """The prover talks to Lean through the sandbox and reads its exit status."""
    script = "import sys; print(sys.stdin.read(), *sys.argv[1:]); print('oops', file=sys.stderr); sys.exit(3)"
    command = sandboxed([sys.executable, "-c", script, "--memory", "a b", "--"], limits=Limits(memory_bytes=1 << 30))
    result = subprocess.run(command, input="in", capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stdout, result.stderr) == (3, "in --memory a b --\n", "oops\n")


def test_death_by_signal_is_told() -> None:
    """A crashed Lean must not look like one that reported errors."""
    assert run("import os; os.abort()").returncode == 128 + signal.SIGABRT


def test_command_that_cannot_start_is_named() -> None:
    """A wrong --lean flag must be told from a Lean that failed."""
    result = subprocess.run(sandboxed(["/nonexistent/lean"], limits=Limits()), capture_output=True, text=True)
    assert result.returncode == 127
    assert result.stderr == "cannot start /nonexistent/lean: No such file or directory\n"


@needs("memory")
def test_memory_hog_is_killed_and_says_so() -> None:
    """One runaway tactic would otherwise push the user's whole session out of memory."""
    result = run(f"hog = b'x' * {1 << 30}\n{SLEEP}", limits=Limits(memory_bytes=200 << 20))
    assert result.returncode == 125
    assert result.stderr == "ended: it used more than 200 MB of memory\n"


@needs("memory")
def test_memory_of_children_counts() -> None:
    """Lean's server does its work in child processes."""
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', \"hog = b'x' * {1 << 30}; {SLEEP}\"])"
    assert run(script, limits=Limits(memory_bytes=200 << 20)).returncode == 125


@needs("processor time")
def test_endless_computation_is_ended() -> None:
    """A tactic may loop without ever looking at Lean's own limits."""
    assert run("while True: pass", limits=Limits(cpu_seconds=1)).returncode == 128 + signal.SIGXCPU


@needs("no network")
@pytest.mark.parametrize(
    "action",
    [
        "socket.create_connection(('127.0.0.1', {port}), timeout=5)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', {port}))",
    ],
)
def test_network_is_out_of_reach(action: str) -> None:
    """A proof from elsewhere could send the user's files away."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        script = f"import socket\n{action.format(port=server.getsockname()[1])}\nprint('sent')"
        free = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
        assert free.stdout == "sent\n"
        confined = run(script)
    assert confined.stdout == ""
    assert "Error: [Errno" in confined.stderr


@needs("files read-only")
@pytest.mark.parametrize(
    "action",
    [
        "open(p + '/new', 'w')",
        "open(p + '/old', 'a')",
        "os.truncate(p + '/old', 0)",
        "os.remove(p + '/old')",
        "os.rename(p + '/old', p + '/new')",
        "os.mkdir(p + '/new')",
        "os.symlink('old', p + '/new')",
        "os.rmdir(p + '/empty')",
    ],
)
def test_files_change_only_where_allowed(tmp_path: Path, action: str) -> None:
    """A tactic must not touch the user's files, and Lean must be able to write what it compiles."""
    for name in ("inside", "outside"):
        (tmp_path / name / "empty").mkdir(parents=True)
        (tmp_path / name / "old").write_text("text")
    limits = Limits(writable=(tmp_path / "inside",))
    script = f"import os; p = {{!r}}; assert open(p + '/old').read() == 'text'; {action}"
    outside = run(script.format(str(tmp_path / "outside")), limits=limits)
    assert "PermissionError" in outside.stderr or "Read-only" in outside.stderr
    assert sorted(path.name for path in (tmp_path / "outside").iterdir()) == ["empty", "old"]
    assert (tmp_path / "outside" / "old").read_text() == "text"
    assert run(script.format(str(tmp_path / "inside")), limits=limits).returncode == 0


@needs("other files hidden")
def test_secrets_are_not_read(tmp_path: Path) -> None:
    """A proof from elsewhere could put the user's keys into its messages, which land in logs and reports."""
    for name in ("mine", "secret"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    python = (Path(sys.executable).resolve().parents[1], Path(sys.prefix))
    limits = Limits(readable=(*python, tmp_path / "mine"))
    script = "import os, pathlib; p = pathlib.Path({!r}); print({})"
    for action in ("(p / 'file').read_text()", "list(p.iterdir())"):
        assert run(script.format(str(tmp_path / "mine"), action), limits=limits).returncode == 0
        secret = run(script.format(str(tmp_path / "secret"), action), limits=limits)
        assert "PermissionError" in secret.stderr
        assert secret.stdout == ""
    for place in ("/etc/shadow", "/root", f"/proc/{os.getpid()}/environ"):
        assert "PermissionError" in run(f"import os; print(os.listdir({place!r}) or 0)", limits=limits).stderr or (
            "Error" in run(f"print(open({place!r}, 'rb').read())", limits=limits).stderr
        )


def test_environment_holds_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tactics can read the environment, and keys of paid services are kept there."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-1")
    monkeypatch.setenv("GITHUB_ACCESS_TOKEN", "t")
    monkeypatch.setenv("LANG", "C.UTF-8")
    environment = Lean(command=("lean",), version="4.35.0", origin="path", key="").environment()
    assert not {"OPENAI_API_KEY", "GITHUB_ACCESS_TOKEN"} & environment.keys()
    assert environment["LANG"] == "C.UTF-8"


@needs("file size")
def test_disk_is_not_filled_by_a_file(tmp_path: Path) -> None:
    """A full disk stops all other runs on the machine."""
    limits = Limits(writable=(tmp_path,), file_bytes=1 << 20)
    script = f"f = open({str(tmp_path / 'big')!r}, 'wb')\nwhile True: f.write(bytes(1 << 16))"
    assert run(script, limits=limits).returncode != 0
    assert (tmp_path / "big").stat().st_size <= 1 << 20


@needs("processes")
@pytest.mark.parametrize("child", [SLEEP, "import os; os._exit(0)"])
def test_fork_bomb_is_ended(child: str) -> None:
    """A machine full of processes can be helped by a restart only."""
    script = (
        f"import os, time\nwhile True:\n  if os.fork() == 0:\n    os.fork() or os.fork(); {child}\n  time.sleep(0.005)"
    )
    result = run(script, limits=Limits(num_processes=20))
    assert result.returncode == 125
    assert result.stderr == "ended: it started more than 20 processes\n"


def ordinary_python() -> str | None:
    """A Python that a user without rights can start; root's own may lie in root's home."""
    for program in (sys.executable, "/usr/bin/python3"):
        with contextlib.suppress(OSError):
            if subprocess.run([program, "-c", ""], user=NOBODY, group=NOBODY, extra_groups=[]).returncode == 0:
                return program
    return None


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become another user")
def test_sandbox_is_as_tight_for_an_ordinary_user(tmp_path: Path) -> None:
    """Nobody should have to be root to be safe; and tests run as root say nothing about ordinary users."""
    python = ordinary_python()
    if python is None:
        pytest.skip("no Python here can be started by an ordinary user")
    tmp_path.chmod(0o777)
    for parent in tmp_path.parents[: len(tmp_path.parents) - 2]:
        parent.chmod(parent.stat().st_mode | 0o011)
    (tmp_path / "secret").write_text("secret")
    numbers = ["--memory", str(1 << 30), "--cpu", "60", "--file", str(1 << 20), "--processes", "20"]
    supervisor = sandboxed(["x"], limits=Limits())[:5]
    command = [python, *supervisor[1:], *numbers, "--readable", str(Path(python).resolve().parents[1])]

    def run_as_nobody(*words: str) -> subprocess.CompletedProcess[str]:
        whole = [*command, *words]
        return subprocess.run(whole, user=NOBODY, group=NOBODY, extra_groups=[], capture_output=True, text=True)

    assert set(run_as_nobody("--probe").stdout.split("\n")) >= set(PROTECTIONS)
    actions = [
        ("files read-only", f"open({str(tmp_path / 'new')!r}, 'w')"),
        ("other files hidden", f"print(open({str(tmp_path / 'secret')!r}).read())"),
        ("no network", "import socket; socket.create_connection(('127.0.0.1', 9), timeout=5)"),
    ]
    for protection, action in actions:
        if protection in PROTECTIONS:
            result = run_as_nobody("--", python, "-I", "-S", "-c", action)
            assert "Error: [Errno" in result.stderr, protection
            assert result.stdout == ""
    assert not (tmp_path / "new").exists()


def test_no_core_file_is_left() -> None:
    """A crashing Lean would fill the user's directory with gigabytes."""
    assert run("import resource; print(resource.getrlimit(resource.RLIMIT_CORE))").stdout == "(0, 0)\n"


@needs("ended with its parent")
def test_command_outlives_the_thread_that_started_it_but_not_the_process() -> None:
    """After kill -9 of the prover no Lean may go on computing; and a worker thread's end must not kill its Lean."""
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        sleeper = int(parent.stdout.readline())
        time.sleep(0.5)  # long enough for the thread to be gone and for the supervisor to have looked several times
        assert is_running(sleeper)
        parent.kill()
        wait_until_gone(sleeper)


@needs("ended with its parent")
def test_killed_supervisor_takes_the_command_along() -> None:
    """Whatever is killed, no Lean stays behind."""
    command = sandboxed([sys.executable, "-c", f"import os; print(os.getpid(), flush=True); {SLEEP}"], limits=Limits())
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        sleeper = int(process.stdout.readline())
        process.kill()
        wait_until_gone(sleeper)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only the process group can be ended")
def test_terminate_tree_finds_what_left_the_group() -> None:
    """A tactic can start a process that hides from its parent."""
    command = sandboxed([sys.executable, "-c", ESCAPE], limits=Limits())
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        hidden = int(process.stdout.readline())
        terminate_tree(process)
        assert process.returncode is not None
        assert not is_running(hidden)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no reaper")
def test_what_a_finished_command_left_behind_is_ended() -> None:
    """The same, when Lean itself has ended."""
    script = f"import os\nif os.fork() == 0:\n  os.setsid()\n  {SLEEP}\nprint(os.getpid())"
    assert run(script).returncode == 0  # it waits for the end of the output, which the sleeper holds open


def test_terminate_tree_ends_a_process_that_refuses() -> None:
    """Also what was started without the sandbox, and after it has ended already."""
    script = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(600)"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        terminate_tree(process)
        assert process.returncode == -signal.SIGKILL
        terminate_tree(process)


@pytest.mark.lean
def test_lean_works_under_all_limits_at_once(tiny_lean: Lean, tmp_path: Path) -> None:
    """A sandbox in which Lean cannot run is of no use: it maps files, reserves memory, starts threads and workers."""
    source, target = tmp_path / "Example.lean", tmp_path / "Example.olean"
    source.write_text("theorem t : Truth := Truth.intro")
    limits = Limits(memory_bytes=1 << 30, cpu_seconds=60, writable=(tmp_path,))
    command = sandboxed([*tiny_lean.command, "-R", str(tmp_path), "-o", str(target), str(source)], limits=limits)
    subprocess.run(command, env=tiny_lean.environment(), check=True, timeout=60)
    assert target.is_file()

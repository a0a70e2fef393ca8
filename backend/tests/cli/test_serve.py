"""The server as a host starts it: another process, told to stop by a signal."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx2

import app
from tests.cli.conftest import Run


def test_a_new_host_needs_nothing_but_the_command(server: subprocess.Popen[str], tmp_path: Path) -> None:
    assert server.stdout
    address = server.stdout.readline().split()[-1]

    ready = httpx2.get(f"{address}/ready")
    account = {"email": "ada@example.com", "password": "Correct-Horse-7", "full_name": "Ada Byron"}
    registered = httpx2.post(f"{address}/api/v1/auth/register", json=account)

    assert ready.status_code == 200
    assert "server" not in ready.headers
    assert registered.status_code == 201
    assert (tmp_path / "var" / "jobwise.db").exists()

    server.send_signal(signal.SIGTERM)
    assert server.wait(15) in {0, -signal.SIGTERM}
    _, log = server.communicate()
    assert "Traceback" not in log


def test_an_open_connection_does_not_hold_up_the_end(server: subprocess.Popen[str]) -> None:
    assert server.stdout
    address = server.stdout.readline().split()[-1]
    with httpx2.Client() as client:
        client.get(f"{address}/health")
        server.send_signal(signal.SIGINT)
        assert server.wait(15) == 0


def test_a_port_that_is_taken_is_told_in_one_line(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", str(taken.getsockname()[1]))

    assert result.exit_code == 1
    assert "Cannot listen at 127.0.0.1" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_start_that_is_refused_is_told_in_one_sentence(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "app.main", "serve", "--port", "0"],
        env={
            "PYTHONPATH": str(Path(app.__file__).parents[1]),
            "JOBWISE_DATA_DIR": str(tmp_path / "var"),
            "JOBWISE_LLM_PROVIDER": "openai",
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert "jobwise: JOBWISE_LLM_PROVIDER is openai, and OPENAI_API_KEY is not set\n" in ended.stderr
    assert "Traceback" not in ended.stderr

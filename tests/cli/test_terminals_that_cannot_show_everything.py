from pathlib import Path

import pytest


@pytest.mark.parametrize("words", [["treatments"], ["treatments", "oxygen"], ["--help"]])
def test_letters_that_an_encoding_lacks_become_question_marks(surcease, words, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = surcease(*words)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.isascii()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_in_one_line(surcease):
    with Path("/dev/full").open("wb") as full:
        done = surcease("treatments", capture_output=False, stdout=full, stderr=-1)
    assert done.returncode == 1
    assert done.stderr == b"surcease: No space left on device\n"

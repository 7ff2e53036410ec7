from surcease import __version__


def test_the_version_is_said_and_nothing_else(surcease):
    done = surcease("--version", text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"surcease {__version__}\n", "")

import subprocess

from needs import npm_package, program

VENDOR = "src/surcease/web/static/vendor"


def built(root, *options):
    npm_package("esbuild")
    command = [program("node"), "tools/charts/build.js", *options]
    return subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)  # noqa: S603


def test_the_bundle_is_what_its_sources_make(root):
    done = built(root, "--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_bundle_carries_the_licence_of_every_package_in_it(root):
    text = (root / VENDOR / "vega.licences.txt").read_text(encoding="utf-8")
    licences = text.split(f"\n{'-' * 80}\n\n")
    assert len(licences) > 20
    assert all("Permission" in each or "Redistribution" in each for each in licences)
    assert {"vega-interpreter", "d3-scale"} <= {each.split()[0] for each in licences}

from surcease.analysis.analyze import analyze
from surcease.analysis.fitted import fit_diary
from surcease.cli.commands.warm_up import small_diary


def test_it_says_when_the_engine_is_ready(surcease):
    done = surcease("warm-up", text=True)
    assert (done.returncode, done.stdout) == (0, "Ready: the engine is compiled.\n")


def test_its_diary_has_something_of_all_that_an_analysis_looks_at():
    diary = small_diary()
    arrays = fit_diary(diary).arrays
    assert (len(arrays.pulses), len(arrays.regimens)) == (1, 1)
    counts = arrays.problem.counts
    assert min(counts) < 0 < max(counts)
    assert 0 in counts
    assert all(attack.intensity and attack.duration_min for attack in diary.attacks)


def test_its_diary_has_attacks_enough_to_ask_how_bad_they_are():
    severity = analyze(small_diary()).answers.severity
    assert all(each.intensity.change for each in severity.values())

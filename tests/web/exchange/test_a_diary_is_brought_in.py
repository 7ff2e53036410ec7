"""As a new user does it, on a phone: questions, a file, a look at it, and back out again."""

from zipfile import ZipFile

from surcease.diary import read_diary
from web.seen import PHONE, screenshot, window

LOG = """Date,Time,Pain,Type,Medication,Preventive,Notes
2024-03-04,08:00,7,,Oxygen,Verapamil 240 mg,"=HYPERLINK(""http://example.org"")"
2024-03-06,02:10,9,,Imigran inj,Verapamil 240 mg,
2024-03-06,08:00,7,,Elixir,Verapamil 240 mg,I want to die
2024-03-07,08:00,7,Migraine,,,
a note,,,,,,
"""
BROKEN = (b"PK\x03\x04 no workbook", b"\x00\xff", b"")


def test_a_new_user_brings_a_diary_in_and_takes_it_out(live, browser, tmp_path):
    log = tmp_path / "my log.csv"
    log.write_text(LOG, encoding="utf-8")
    with window(browser, PHONE, timezone_id="Europe/Copenhagen") as shown:
        phone = shown.open(live.new_link())
        answer_three_questions(phone, live)
        add_with_answers(phone, live, log)
        nothing_is_new_the_second_time(phone, live, log)
        everything_goes_out_and_comes_in_as_it_was(phone, live, tmp_path)
        what_speaks_of_not_wanting_to_live_stays(phone, live, tmp_path)
        take_it_back(phone, live)
        for content in BROKEN:
            what_cannot_be_read_is_told(phone, live, tmp_path / "diary.xlsx", content)
    assert "Elixir" not in live.stderr
    assert "HYPERLINK" not in live.stderr


def answer_three_questions(phone, live):
    phone.goto(f"{live.origin}/welcome/")
    assert phone.input_value("select[name=zone]") == "Europe/Copenhagen"
    screenshot(phone, "first-run")
    phone.fill("#treatment-1", "Sumatriptan injection")
    phone.fill("#amount-1", "6")
    phone.fill("#unit-1", "mg")
    phone.get_by_role("button", name="One more").click()
    phone.fill("#treatment-2", "Verapamil")
    phone.select_option("#how-2", "daily")
    phone.fill("#amount-2", "240")
    phone.fill("#unit-2", "mg")
    phone.fill("#since-2", "2024-03-01")
    phone.get_by_role("button", name="Start, and bring in a diary").click()
    assert phone.url.endswith("/import/")


def add_with_answers(phone, live, log):
    said = look_at(phone, live, log)
    screenshot(phone, "import-preview")
    assert "3 attacks" in said
    assert "2 rows are left out" in said
    assert "not a date" in said
    phone.check("input[name=wrote_all][value=yes]")
    phone.select_option("select[name='name-1-means']", "oxygen")
    phone.check("input[name=count_type]")
    phone.get_by_role("button", name="Look again").click()
    assert "4 attacks" in phone.inner_text("main")
    phone.get_by_role("button", name="Add to my diary").click()
    screenshot(phone, "import-done")
    assert "It is in your diary" in phone.inner_text("main")
    assert_nothing_kept(live)


def nothing_is_new_the_second_time(phone, live, path):
    assert "Nothing in it is new" in look_at(phone, live, path)
    put_away(phone, live)


def everything_goes_out_and_comes_in_as_it_was(phone, live, tmp_path):
    path = exported(phone, live, tmp_path, everything=True)
    diary = read_diary(path)
    assert len(diary.attacks) == 4
    assert {dose.treatment for dose in diary.doses} == {"oxygen", "sumatriptan_sc"}
    assert diary.attacks[2].notes == "I want to die"
    with ZipFile(path) as archive:
        assert b"\n=" not in archive.read("attacks.csv")
        assert b",=" not in archive.read("attacks.csv")
    nothing_is_new_the_second_time(phone, live, path)


def what_speaks_of_not_wanting_to_live_stays(phone, live, tmp_path):
    diary = read_diary(exported(phone, live, tmp_path, everything=False))
    assert len(diary.attacks) == 4
    assert not any("die" in attack.notes for attack in diary.attacks)


def take_it_back(phone, live):
    phone.goto(f"{live.origin}/import/")
    phone.get_by_role("link", name="Take back").click()
    phone.get_by_role("button", name="Take it back").click()
    assert "4 attacks" in phone.inner_text("main")
    phone.get_by_role("link", name="Back").click()
    assert "Take back" not in phone.inner_text("main")


def what_cannot_be_read_is_told(phone, live, path, content):
    path.write_bytes(content)
    look_at(phone, live, path)
    assert phone.get_by_role("alert").inner_text()
    put_away(phone, live)


def look_at(phone, live, path):
    phone.goto(f"{live.origin}/import/")
    phone.set_input_files("#files", path)
    phone.get_by_role("button", name="Look inside").click()
    phone.wait_for_selector("h1:has-text('Look at it first')")
    return phone.inner_text("main")


def put_away(phone, live):
    phone.get_by_role("button", name="Do not add it").click()
    phone.wait_for_url("**/import/")
    assert_nothing_kept(live)


def assert_nothing_kept(live):
    assert not list((live.data / "uploads").iterdir())


def exported(phone, live, tmp_path, *, everything):
    phone.goto(f"{live.origin}/export/")
    if everything:
        phone.check("input[name=all]")
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Save the diary").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path

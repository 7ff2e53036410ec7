import pytest

from surcease.cli.report_file import check_place, write_page
from surcease.diary import DiaryError

PAGE = "<!doctype html>\n<p>old</p>\n"


def test_an_older_page_may_be_replaced(tmp_path):
    report = tmp_path / "report.html"
    report.write_text(PAGE)
    check_place(report)
    write_page(report, "<!doctype html>\nnew")
    assert report.read_text() == "<!doctype html>\nnew"


def test_a_diary_is_never_replaced_by_a_report(tmp_path):
    diary = tmp_path / "attacks.csv"
    diary.write_text("started_at\n2024-03-04T02:10\n")
    with pytest.raises(DiaryError, match="no report; choose another name"):
        check_place(diary)
    assert diary.read_text().startswith("started_at")


def test_a_folder_takes_no_report(tmp_path):
    with pytest.raises(DiaryError, match="is a folder"):
        check_place(tmp_path)


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DiaryError, match="file: "):
        check_place(tmp_path / "file" / "report.html")


def test_a_disk_that_refuses_is_an_error_that_names_the_file(tmp_path):
    with pytest.raises(DiaryError, match=r"gone/report\.html: No such file"):
        write_page(tmp_path / "gone" / "report.html", PAGE)


def test_the_place_is_looked_at_before_anything_is_fitted(analyze, small_diary):
    folder = small_diary()
    result = analyze(folder, "--html", folder / "attacks.csv")
    assert isinstance(result.exception, DiaryError)
    assert result.stdout == ""

"""docs/reference/fhir-profile.md shows what the code makes."""

from surcease.exchange.fhir.codes import codes


def test_the_page_shows_the_resources_of_the_code(tool):
    page = tool("fhir-profile-docs")
    text = page["PAGE"].read_text(encoding="utf-8")
    assert text == page["with_examples"](text)


def test_every_extension_is_explained():
    assert codes()["extensions"].keys() == codes()["extension_words"].keys()

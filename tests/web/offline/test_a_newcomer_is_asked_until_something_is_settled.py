"""The page that a browser keeps invites a newcomer as the server's own page does."""

from __future__ import annotations

import pytest

from surcease.web.record.kinds import SETTINGS
from web.live import Live
from web.log.pages import Log, without_server
from web.made import said
from web.seen import PHONE


@pytest.fixture
def newcomer(tmp_path, browser):
    """An app without entries, on a phone that has kept its page."""
    live = Live(tmp_path / "data")
    try:
        with without_server(browser, PHONE) as window:
            log = Log(window.open(live.new_link()))
            log.kept()
            yield live, log
    finally:
        live.kill()


def test_the_invitation_stays_on_the_page_that_is_kept(newcomer):
    live, log = newcomer
    invitation = log.page.get_by_role("link", name="Three questions")
    assert log.page.reload().from_service_worker
    invitation.wait_for()
    live.client().act(said(SETTINGS, kind="settings", zone="Europe/Berlin"))
    log.reload()
    invitation.wait_for(state="hidden")


def test_the_page_that_is_kept_says_where_one_is(newcomer):
    _, log = newcomer
    assert log.page.reload().from_service_worker
    assert log.page.locator('nav [aria-current="page"]').inner_text() == "Log"

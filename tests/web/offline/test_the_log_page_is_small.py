import gzip
import re

LARGEST_BYTES = 60 * 1024


def test_the_log_page_is_at_most_60_kb_compressed_in_all(live):
    client = live.client()
    worker = client.get("/service-worker.js")[1]
    files = re.findall(r'"(/static/[^"]+)"', worker)
    page = [client.get(path)[1] for path in ("/", "/shell", "/log/state", *files)]
    assert len(files) > 20
    sizes = [len(gzip.compress(text.encode())) for text in (worker, *page)]
    assert sum(sizes) <= LARGEST_BYTES, sum(sizes)


def test_what_a_browser_keeps_changes_its_name_with_its_content(live):
    client = live.client()
    worker = client.get("/service-worker.js")[1]
    assert re.search(r'"digest": "[0-9a-f]{16}"', worker)
    assert "csrfmiddlewaretoken" not in client.get("/shell")[1]

from surcease.reports.html.page import render_html

__all__ = ["render_html"]

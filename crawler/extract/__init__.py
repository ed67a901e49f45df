"""Turns a page into an article or a reason against it: the only home of trafilatura."""

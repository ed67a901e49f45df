"""Keeps, compares and finds articles. Imports neither scrapy nor trafilatura, and nothing of `crawler`."""

"""Fetches portals and turns pages into articles. Imports `archive`, never the other way round."""

__version__ = "0.1.0"

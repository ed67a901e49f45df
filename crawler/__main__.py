"""`python -m crawler` is `jianxun`."""

from crawler.cli import main

main()

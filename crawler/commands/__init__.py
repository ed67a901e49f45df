"""The commands of `jianxun`, each a few lines around a function of the package; `crawler.cli` finds them."""

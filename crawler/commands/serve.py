"""`serve`."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.commands import options


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0: any that is free.")
@click.option("--allow-host", "named", metavar="NAME", multiple=True, help="Also answer when called by this host name.")
@click.option(
    "--sql/--no-sql", default=None, help="Whether readers may write queries of their own [default: only at a loopback address]."
)
@click.option("--print", "printed", is_flag=True, help="Print the line with which plain Datasette serves the same, and end.")
@options.config
@options.data
def serve(
    host: str, port: int, named: tuple[str, ...], sql: bool | None, printed: bool, config_path: Path | None, data: str | None
) -> None:
    """Show the archive in a browser, read-only, also while a run writes it."""
    from archive.serving.server import datasette_for, listen, plain_line
    from crawler.config import data_directory, read_config

    directory = data_directory(read_config(config_path), data)
    if printed:
        click.echo(plain_line(directory, host, port, named, sql))
        return
    import uvicorn

    app = datasette_for(directory, host, named, sql).app()
    sock = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"http://{shown}:{sock.getsockname()[1]}/  (Ctrl-C ends it)", err=True)
    config = uvicorn.Config(app, log_level="warning", lifespan="on", server_header=False, timeout_keep_alive=15)
    uvicorn.Server(config).run(sockets=[sock])

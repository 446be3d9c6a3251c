"""Running the desk: on this machine, or for users on a network, then by HTTPS only."""

import ipaddress
from pathlib import Path

from fastapi import FastAPI

from reportedly.desk.desk import Desk

HOST = "127.0.0.1"


def serve(
    app: FastAPI, *, port: int, host: str = HOST, certificate: Path | None = None, key: Path | None = None
) -> None:
    """Serve until interrupted. Raises ``ValueError`` where this address must not be served like this."""
    import os

    import uvicorn

    desk: Desk = app.state.desk
    refuse_open(host, log_in=desk.door.log_in, encrypted=certificate is not None)
    level = "warning" if os.environ.get("REPORTEDLY_DEBUG") else "critical"  # a fault of ours is said in one line
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level=level,
        server_header=False,
        access_log=False,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )


def refuse_open(host: str, *, log_in: bool, encrypted: bool) -> None:
    """Raises ``ValueError`` for an address other than loopback without users, or without encryption."""
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        raise ValueError(f"{host}: not an address of this machine (like 127.0.0.1 or 0.0.0.0)") from None
    if not loopback and not (log_in and encrypted):
        raise ValueError(
            f"{host}: other addresses than loopback are served to users who log in, and by HTTPS "
            "(--name, --certificate and --key)"
        )

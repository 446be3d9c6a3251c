"""Running the desk on this machine."""

import ipaddress

from fastapi import FastAPI

HOST = "127.0.0.1"


def serve(app: FastAPI, *, port: int, host: str = HOST) -> None:
    """Serve until interrupted. Without users to log in there is no other address than loopback.

    Raises ``ValueError`` for any other.
    """
    import os

    import uvicorn

    refuse_others(host)
    level = "warning" if os.environ.get("REPORTEDLY_DEBUG") else "critical"  # a fault of ours is said in one line
    uvicorn.run(app, host=host, port=port, log_level=level, server_header=False, access_log=False)


def refuse_others(host: str) -> None:
    """Raises ``ValueError`` unless the address is a loopback address."""
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise ValueError(f"{host}: the desk has no log-in, so it serves the loopback address only")

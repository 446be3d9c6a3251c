"""The desk: web pages and a REST API over one ledger, for one person on one machine.

`application` makes the web application, `serve` runs it on the loopback address. See ``docs/reference/desk.md``.
"""

from reportedly.desk.app import application
from reportedly.desk.serving import serve

__all__ = ["application", "serve"]

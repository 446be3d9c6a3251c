"""Claims become incidents: which claims, in which reports and languages, are about one happening in the world."""

from reportedly.incidents.linking import Link, link, reasons

__all__ = ["Link", "link", "reasons"]

"""A static site of incidents that an editor chose and signed off: pages that need no script and load nothing.

`files` makes it of an `Outgoing`; `place` writes it into a folder and takes away what it no longer has.
"""

from reportedly.publish.site.pages import files
from reportedly.publish.site.placing import ours, place

__all__ = ["files", "ours", "place"]

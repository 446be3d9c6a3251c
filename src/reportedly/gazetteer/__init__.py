"""The embedded world gazetteer: looked up from disk, nothing built at start."""

from reportedly.gazetteer.gazetteer import Entry, Gazetteer, open_gazetteer
from reportedly.gazetteer.geometry import distance_km

__all__ = ["Entry", "Gazetteer", "distance_km", "open_gazetteer"]

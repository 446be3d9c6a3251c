"""Reports in: bytes from a file, standard input or an address become records.

`load` is the way in. Each format has a file of its own under `formats`; `fetch` is the only door to the network.
"""

from reportedly.reports.intake import load, load_with_bytes
from reportedly.reports.material import InputProblem, Intake, Limits, Overrides

__all__ = ["InputProblem", "Intake", "Limits", "Overrides", "load", "load_with_bytes"]

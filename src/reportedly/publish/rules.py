"""How long a claim waits, and how coarse its place becomes. A pack can lengthen a wait; nothing can shorten one."""

from datetime import timedelta

from msgspec import Struct

from reportedly.lineage.embargo import Wait

MILITARY = timedelta(hours=12)
CIVILIAN = timedelta(hours=3)
LEAST_KM = 1.0


class Rules(Struct, frozen=True, kw_only=True):
    """Waiting times after an event and the coarseness of places, in kilometres: at least the house's."""

    military: timedelta = MILITARY
    civilian: timedelta = CIVILIAN
    coarse_km: float = LEAST_KM

    def lengthened(
        self, *, military: timedelta = MILITARY, civilian: timedelta = CIVILIAN, coarse_km: float = LEAST_KM
    ) -> "Rules":
        """These rules, or what a pack asks for where that is longer or coarser."""
        return Rules(
            military=max(self.military, military, MILITARY),
            civilian=max(self.civilian, civilian, CIVILIAN),
            coarse_km=max(self.coarse_km, coarse_km, LEAST_KM),
        )

    def wait(self, kind: Wait) -> timedelta:
        """How long a claim of this kind waits; never less than the house's least, however the rules were made."""
        longer = max(self.military, MILITARY)
        return longer if kind == "military" else min(max(self.civilian, CIVILIAN), longer)

"""Who may use a desk that others can reach: users with roles, sessions, tokens for programs, and who changed what.

All of it is one file beside the ledger (``desk.db``, readable by its owner only), so that no backup or export of a
ledger holds a password or a session.
"""

from reportedly.desk.people.roles import LOCAL, ROLES, Person, Role
from reportedly.desk.people.store import Refused, Store

__all__ = ["LOCAL", "ROLES", "Person", "Refused", "Role", "Store"]

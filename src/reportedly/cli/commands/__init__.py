"""The commands. A module here has ``register(app)`` and is found by being here."""

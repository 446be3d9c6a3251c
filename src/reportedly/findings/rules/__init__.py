"""One file a rule. Each has ``CODES``, ``find`` and, where a stronger finding makes it superfluous, ``YIELDS_TO``."""

"""Which account descends from which: how alike two claims are in place, time, figure, wording and source.

The measures are shared by two rooms above: ``incidents`` (do two claims tell of one happening?) and ``findings`` (can
both hold, and do they stand on one leg?). Nothing here decides; every measure says what it compared.
"""

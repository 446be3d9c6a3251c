"""Weights of traits and steps of right and total, learned from annotated readings: what `claims.confidence` ships.

Traits are weighed by logistic regression with a Gaussian prior. Its scores become shares by counting: each reading is
scored with weights from other incidents, and readings in order of score are pooled until the share of right rises from
step to step (isotonic regression, Ayer et al. 1955) and no step holds fewer than ``SMALLEST``.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from reportedly.claims.confidence import Scale, Step
from reportedly.claims.traits import Traits

PRIOR = 6.0
"""Precision of the prior: how strongly a weight is held near zero."""
SMALLEST = 100
"""Fewest readings on a step."""
FOLDS = 8


class Case(Protocol):
    """A reading of known outcome."""

    @property
    def incident(self) -> str: ...
    @property
    def found(self) -> Traits: ...
    @property
    def right(self) -> bool: ...


def fit(cases: Sequence[Case]) -> Scale:
    """The scale of one slot: weights over all cases, steps over scores that each case got while held out."""
    base, weights = _weigh(cases)
    return Scale(base=base, weights=weights, steps=_steps(_held_out_scores(cases)))


def _weigh(cases: Sequence[Case]) -> tuple[float, dict[str, float]]:
    """Intercept and weights, rounded to what the file holds."""
    import numpy as np
    from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

    names = sorted({trait for case in cases for trait in case.found})
    column = {name: n for n, name in enumerate(names, 1)}
    seen = np.zeros((len(cases), len(names) + 1))
    seen[:, 0] = 1.0
    for row, case in enumerate(cases):
        seen[row, [column[trait] for trait in case.found]] = 1.0
    right = np.array([case.right for case in cases], dtype=float)
    held = np.full(len(names) + 1, PRIOR)
    held[0] = 0.0

    def loss(w: Any) -> tuple[Any, Any]:
        scores = seen @ w
        value = np.logaddexp(0.0, scores).sum() - right @ scores + (held * w * w).sum() / 2
        return value, seen.T @ (1.0 / (1.0 + np.exp(-scores)) - right) + held * w

    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    return round(float(best[0]), 3), {name: round(float(best[n]), 3) for name, n in column.items()}


def _held_out_scores(cases: Sequence[Case]) -> list[tuple[float, bool]]:
    fold = {incident: n % FOLDS for n, incident in enumerate(sorted({c.incident for c in cases}))}
    scores: list[tuple[float, bool]] = []
    for k in range(FOLDS):
        rest = [c for c in cases if fold[c.incident] != k]
        if not rest:
            return [(0.0, c.right) for c in cases]  # one incident alone tells nothing of others
        scale = Scale(*_weigh(rest), steps=())
        scores += [(scale.score(c.found), c.right) for c in cases if fold[c.incident] == k]
    return scores


def _steps(scores: Sequence[tuple[float, bool]]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for score, right in sorted(scores):
        steps.append(Step(score, int(right), 1))
        while len(steps) > 1 and (_share(steps[-2]) >= _share(steps[-1]) or steps[-2].upto == steps[-1].upto):
            _pool(steps, len(steps) - 2)
    while len(steps) > 1 and min(s.total for s in steps) < SMALLEST:
        k = min(range(len(steps)), key=lambda n: steps[n].total)
        left, right_ = steps[k - 1 : k], steps[k + 1 : k + 2]
        near = not right_ or bool(left and _share(steps[k]) - _share(left[0]) <= _share(right_[0]) - _share(steps[k]))
        _pool(steps, k - 1 if near else k)
    return tuple(steps)


def _pool(steps: list[Step], k: int) -> None:
    """Makes one step of two neighbours."""
    a, b = steps[k], steps.pop(k + 1)
    steps[k] = Step(b.upto, a.right + b.right, a.total + b.total)


def _share(step: Step) -> float:
    return step.right / step.total

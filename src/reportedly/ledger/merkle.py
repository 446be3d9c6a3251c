"""Merkle trees of RFC 6962, section 2.1: roots, proofs that an entry is in, proofs that nothing before was changed.

A leaf is SHA-256(0x00 || data), a node SHA-256(0x01 || left || right); a tree of n leaves splits at the largest power
of two below n. All hashes are bytes. `verify_*` follow RFC 9162, sections 2.1.3.2 and 2.1.4.2.
"""

from collections.abc import Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()


def leaf(data: bytes) -> bytes:
    """The hash of one leaf."""
    return sha256(b"\0" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return sha256(b"\1" + left + right).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The head of a tree over leaf hashes: level by level, an odd one moves up as it is."""
    if not leaves:
        return EMPTY
    level = list(leaves)
    while len(level) > 1:
        above = [node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0]


def _split(size: int) -> int:
    return 1 << ((size - 1).bit_length() - 1)


def inclusion(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The proof that leaf ``index`` (from 0) is in the tree, lowest first."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return []
    k = _split(len(leaves))
    if index < k:
        return [*inclusion(leaves[:k], index), root(leaves[k:])]
    return [*inclusion(leaves[k:], index - k), root(leaves[:k])]


def consistency(leaves: Sequence[bytes], earlier: int) -> list[bytes]:
    """The proof that the tree of the first ``earlier`` leaves is the beginning of this one."""
    if not 0 < earlier <= len(leaves):
        raise IndexError(earlier)
    return _subproof(leaves, earlier, True)


def _subproof(leaves: Sequence[bytes], earlier: int, whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if whole else [root(leaves)]
    k = _split(len(leaves))
    if earlier <= k:
        return [*_subproof(leaves[:k], earlier, whole), root(leaves[k:])]
    return [*_subproof(leaves[k:], earlier - k, False), root(leaves[:k])]


def verify_inclusion(hashed: bytes, index: int, size: int, proof: Sequence[bytes], head: bytes) -> bool:
    """Whether the proof leads from a leaf hash to the head of a tree of ``size`` leaves."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, hashed
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node(step, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and found == head


def verify_consistency(earlier: int, size: int, earlier_head: bytes, head: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that a tree of ``earlier`` leaves is the beginning of a tree of ``size`` leaves."""
    if earlier == size:
        return not proof and earlier_head == head
    if not 0 < earlier < size or not proof:
        return False
    path = list(proof)
    if earlier & (earlier - 1) == 0:
        path.insert(0, earlier_head)
    at, last = earlier - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first = second = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            first, second = node(step, first), node(step, second)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            second = node(second, step)
        at, last = at >> 1, last >> 1
    return last == 0 and first == earlier_head and second == head

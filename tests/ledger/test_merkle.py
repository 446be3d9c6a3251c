"""The tree of RFC 6962: known answers, and proofs of every size."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import merkle

# The inputs and roots with which certificate-transparency implementations test themselves.
DATA = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [merkle.leaf(bytes.fromhex(data)) for data in DATA]


@pytest.mark.parametrize("size", range(1, 9))
def test_known_roots(size: int) -> None:
    assert merkle.root(LEAVES[:size]).hex() == ROOTS[size - 1]


def test_the_root_of_nothing() -> None:
    assert merkle.root([]) == sha256(b"").digest()


def leaves(size: int) -> list[bytes]:
    return [merkle.leaf(str(n).encode()) for n in range(size)]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 7, 8, 9, 16, 21])
def test_every_leaf_is_shown_to_be_in_and_no_other(size: int) -> None:
    tree = leaves(size)
    head = merkle.root(tree)
    for index in range(size):
        proof = merkle.inclusion(tree, index)
        assert merkle.verify_inclusion(tree[index], index, size, proof, head)
        assert not merkle.verify_inclusion(merkle.leaf(b"x"), index, size, proof, head)
        assert not merkle.verify_inclusion(tree[index], index, size, [*proof, head], head)
        assert size == 1 or not merkle.verify_inclusion(tree[index], (index + 1) % size, size, proof, head)


@given(st.integers(1, 40), st.data())
def test_every_beginning_is_shown_to_be_one_and_no_other(size: int, data: st.DataObject) -> None:
    earlier = data.draw(st.integers(1, size))
    tree = leaves(size)
    proof = merkle.consistency(tree, earlier)
    first, head = merkle.root(tree[:earlier]), merkle.root(tree)
    assert merkle.verify_consistency(earlier, size, first, head, proof)
    wrong = merkle.root([merkle.leaf(b"x"), *tree[1:earlier]])
    assert not merkle.verify_consistency(earlier, size, wrong, head, proof)
    if earlier < size:
        assert not merkle.verify_consistency(earlier, size, first, merkle.root([*tree[:-1], tree[0]]), proof)

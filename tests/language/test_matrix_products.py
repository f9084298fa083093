"""Products with the fast code: those of thinc but for the last bits, and each row the same whatever is beside it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from thinc.api import NumpyOps, get_current_ops

from newsgraph.language.model import matrix_products
from newsgraph.language.model.matrix_products import FastOps, fast_code, fast_products


def numbers(*shape: int) -> Any:
    return np.random.default_rng(7).standard_normal(shape, np.float32)


@pytest.mark.parametrize(("inner", "columns"), [(288, 288), (96, 1024), (64, 101)])
def test_a_row_is_the_same_whatever_rows_are_beside_it(inner: int, columns: int) -> None:
    ops, x, y = FastOps(), numbers(501, inner), numbers(columns, inner)
    whole = ops.gemm(x, y, trans2=True)
    assert whole.shape == (501, columns) and np.allclose(whole, NumpyOps().gemm(x, y, trans2=True), atol=1e-4)
    for start, stop in ((0, 1), (1, 2), (5, 18), (7, 7), (3, 99), (95, 384), (1, 501)):
        assert np.array_equal(ops.gemm(x[start:stop], y, trans2=True), whole[start:stop])


def test_matrices_may_be_turned_or_lie_apart_and_the_product_goes_where_it_is_asked_to() -> None:
    x, y, out = numbers(20, 97), numbers(20, 30), np.empty((97, 30), np.float32)
    assert FastOps().gemm(x, y, trans1=True, out=out) is out
    assert np.allclose(out, x.T @ y, atol=1e-4)
    apart, turned = x[::2, ::3], y[:10, ::-1].T
    assert np.allclose(FastOps().gemm(apart, turned, trans1=True, trans2=True), apart.T @ turned.T, atol=1e-4)


@pytest.mark.parametrize("shape", [(1, 1, 1), (1, 7, 1), (9, 1, 5), (1, 1, 8), (8, 1, 1), (0, 4, 3)])
def test_a_matrix_may_be_a_row_a_column_or_nothing(shape: tuple[int, int, int]) -> None:
    x, y = numbers(*shape[:2]), numbers(*shape[1:])
    assert np.allclose(FastOps().gemm(x, y), x @ y, atol=1e-5)
    assert np.allclose(FastOps().gemm(x.T.copy(), y.T.copy(), trans1=True, trans2=True), x @ y, atol=1e-5)


def test_matrices_that_do_not_fit_have_no_product() -> None:
    for out in (None, np.empty((3, 6), np.float32)):
        with pytest.raises(ValueError, match=r"."):
            FastOps().gemm(numbers(3, 4), numbers(5, 6), out=out)
    with pytest.raises(ValueError, match=r"."):
        FastOps().gemm(numbers(3, 4), numbers(4, 6), out=np.empty((2, 6), np.float32))


@pytest.mark.parametrize("inner", [96, 288, 600])
def test_all_codes_round_alike(inner: int, monkeypatch: pytest.MonkeyPatch) -> None:
    best = fast_code()
    monkeypatch.setattr(matrix_products, "_CODES", matrix_products._CODES[-1:])
    usual = fast_code.__wrapped__()
    if best is None or usual is None:
        pytest.skip("BLIS has no fast code for this processor")
    x, y = numbers(77, inner), numbers(inner, 50)
    assert np.array_equal(best.multiply(x, y, False, False, None), usual.multiply(x, y, False, False, None))


@pytest.mark.parametrize("side", [1, 2])
def test_windows_are_rows_one_behind_the_other(side: int) -> None:
    code = fast_code()
    if code is None:
        pytest.skip("BLIS has no fast code for this processor")
    rows, weights, out = numbers(30, 96), numbers(70, 96 * (2 * side + 1)), np.empty((30 - 2 * side, 70), np.float32)
    code.multiply_windows(rows, weights, out)
    windows = np.hstack([rows[shift : shift + len(out)] for shift in range(2 * side + 1)])
    assert np.array_equal(out, code.multiply(windows, weights, False, True, None))


def test_the_fast_code_is_taken_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = get_current_ops()
    for found, expected in ((object(), FastOps), (None, NumpyOps)):
        monkeypatch.setattr(matrix_products, "fast_code", lambda found=found: found)
        with fast_products():
            assert type(get_current_ops()) is expected
        assert get_current_ops() is usual


def test_a_processor_that_can_do_no_code_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix_products, "__cpu_features__", {})
    assert fast_code.__wrapped__() is None
    monkeypatch.setattr(matrix_products, "fast_code", lambda: None)
    x, y = numbers(4, 3), numbers(3, 2)
    assert np.allclose(FastOps().gemm(x, y), x @ y, atol=1e-5), "thinc's own"

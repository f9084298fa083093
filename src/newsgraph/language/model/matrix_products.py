"""The matrix products of a model with the fastest code that BLIS has for the processor.

spaCy multiplies matrices with BLIS, which has code of its own for some processors and takes slow code of no special
kind for those that it does not know, AMD's since Zen 3 among them; of Intel's newer ones it knows that they are like
Haswell, and not that they have registers of 512 bits. So the code is asked for by name, through the interface for
experts (https://github.com/flame/blis/blob/master/docs/BLISTypedAPI.md). A row of a product is the same whatever rows
are beside it, and to the last bit the same with either code.
"""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Iterator
from functools import cache
from typing import Any

import blis.cy
import numpy as np
from numpy._core._multiarray_umath import __cpu_features__  # type: ignore[import-not-found]  # what np.show_runtime() prints
from thinc.api import NumpyOps, get_current_ops, registry, use_ops

NAME = "newsgraph_fast"
_CODES = (("skx", ("AVX512F", "AVX512DQ", "AVX512BW", "AVX512VL", "AVX512VBMI2")), ("haswell", ("AVX2", "FMA3")))
"""Codes of BLIS, the fastest first, and what they ask of a processor: for `skx` one that is newer than Skylake, since
that slows down when it uses wide registers."""
_DEPTH = 256
"""How many products are added up at a time: what the code for Haswell does, so that all codes round alike."""
_ASKED = (
    "bli_arch_query_id", "bli_arch_string", "bli_gks_lookup_nat_cntx", "bli_info_get_int_type_size_str",
    "bli_sgemm_ex",
)  # fmt: skip
"""What is asked of BLIS, which not every build lets out."""
_LAST = b"generic"
"""What BLIS calls a processor that it does not know, the last of its names."""

_Place = tuple[int, int, int]
"""Where a matrix begins in memory, and how many numbers its rows and its columns are apart."""


@registry.ops(NAME)
class FastOps(NumpyOps):  # type: ignore[misc]
    """What thinc computes with, but with the fast code for products."""

    name = NAME

    def gemm(
        self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """The product of two matrices, each turned before if asked."""
        code = fast_code()
        if code is None or x.dtype != np.float32 or y.dtype != np.float32:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        return code.multiply(np.ascontiguousarray(x), np.ascontiguousarray(y), trans1, trans2, out)


class FastCode:
    """BLIS as its Python package has it, with the code for one processor."""

    def __init__(self, library: ctypes.CDLL, code: int) -> None:
        size, step, place = ctypes.c_int64, ctypes.c_int64, ctypes.c_void_p
        matrix = (place, step, step)
        self._product = library.bli_sgemm_ex
        self._product.restype = None
        self._product.argtypes = [
            ctypes.c_int, ctypes.c_int, size, size, size, place, *matrix, *matrix, place, *matrix, place, place,
        ]  # fmt: skip
        self._code = code
        self._one, self._zero = ctypes.byref(ctypes.c_float(1.0)), ctypes.byref(ctypes.c_float(0.0))

    def multiply(self, x: np.ndarray, y: np.ndarray, turned: bool, other_turned: bool, out: Any) -> np.ndarray:
        """The product of two tables of floats, each turned before if asked."""
        (rows, inner), (same, columns) = x.shape[:: -1 if turned else 1], y.shape[:: -1 if other_turned else 1]
        found: np.ndarray = np.empty((rows, columns), np.float32) if out is None else out
        fits = found.shape == (rows, columns) and found.dtype == np.float32 and found.flags.c_contiguous
        if inner != same or not fits:
            raise ValueError(f"no product of {rows} × {inner} and {same} × {columns} in {found.shape}")
        self._multiply((rows, inner, columns), _matrix(x, turned), _matrix(y, other_turned), _matrix(found, False))
        return found

    def multiply_windows(self, x: np.ndarray, y: np.ndarray, out: np.ndarray) -> None:
        """The product of windows over the rows of a table with a table that is turned before.

        A window is as many numbers of `x` as a row of `y` has, from the first of a row on: a few whole rows, one behind
        the other. All tables lie in one piece, of floats; `out` has a row for each window.
        """
        (rows, columns), inner = out.shape, y.shape[1]
        self._multiply((rows, inner, columns), _matrix(x, False), _matrix(y, True), _matrix(out, False))

    def _multiply(self, sizes: tuple[int, int, int], x: _Place, y: _Place, out: _Place) -> None:
        rows, inner, columns = sizes
        for start in range(0, max(1, inner), _DEPTH):
            self._product(
                0, 0, rows, columns, min(_DEPTH, inner - start),
                self._one, x[0] + 4 * start * x[2], *x[1:], y[0] + 4 * start * y[1], *y[1:],
                self._one if start else self._zero, *out, self._code, None,
            )  # fmt: skip


def _matrix(table: np.ndarray, turned: bool) -> _Place:
    """Where a table is that lies in one piece, and how far its rows and columns, or these when turned, are apart."""
    step = max(1, table.shape[1])
    return (table.ctypes.data, 1, step) if turned else (table.ctypes.data, step, 1)


@contextlib.contextmanager
def fast_products() -> Iterator[None]:
    """Let the models that are loaded meanwhile multiply with the fast code, where there is one."""
    plain = type(get_current_ops()) is NumpyOps
    with use_ops(NAME) if plain and fast_code() is not None else contextlib.nullcontext():
        yield


@cache
def fast_code() -> FastCode | None:
    """The fastest code for this processor; None where BLIS has none, or is not built as expected."""
    library = ctypes.CDLL(blis.cy.__file__)
    if not all(hasattr(library, name) for name in _ASKED):
        return None
    library.bli_arch_string.restype = library.bli_info_get_int_type_size_str.restype = ctypes.c_char_p
    library.bli_gks_lookup_nat_cntx.restype = ctypes.c_void_p
    if library.bli_info_get_int_type_size_str() != b"64":
        return None
    library.bli_arch_query_id()  # makes BLIS ready
    names: list[bytes] = []
    while not names or names[-1] != _LAST:
        names.append(library.bli_arch_string(len(names)))
    for code, needed in _CODES:
        if hasattr(library, f"bli_cntx_init_{code}") and all(__cpu_features__.get(feature) for feature in needed):
            return FastCode(library, library.bli_gks_lookup_nat_cntx(names.index(code.encode())))
    return None

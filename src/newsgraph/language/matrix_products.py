"""The matrix products of a model with the fast code of BLIS, on processors that BLIS does not know.

spaCy multiplies matrices with BLIS, which has code of its own for some processors and takes slow code of no special
kind for all others, AMD's since Zen 3 among them: half of the time of reading goes there. Its code for Haswell needs
nothing that these do not have, and takes a third of that time; so it is asked for by name, through the interface for
experts (https://github.com/flame/blis/blob/master/docs/BLISTypedAPI.md). A row of a product is the same whatever rows
are beside it, with either code.
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
_CODE = b"haswell"
_NEEDED = ("AVX2", "FMA3")
"""What that code asks of a processor."""
_UNKNOWN = b"generic"
"""What BLIS calls a processor that it does not know."""
_ASKED = (
    "bli_arch_query_id", "bli_arch_string", "bli_cntx_init_haswell", "bli_gks_lookup_nat_cntx",
    "bli_info_get_int_type_size_str", "bli_sgemm_ex",
)  # fmt: skip
"""What is asked of BLIS, which not every build lets out."""


@registry.ops(NAME)
class FastOps(NumpyOps):  # type: ignore[misc]
    """What thinc computes with, but with the fast code for products."""

    name = NAME

    def gemm(
        self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """The product of two matrices, each turned before if asked."""
        blis_of_python = _blis()
        if blis_of_python is None or x.dtype != np.float32 or y.dtype != np.float32:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        return blis_of_python.multiply(np.ascontiguousarray(x), np.ascontiguousarray(y), trans1, trans2, out)


class _Blis:
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
        self._one, self._zero = ctypes.c_float(1.0), ctypes.c_float(0.0)

    def multiply(self, x: np.ndarray, y: np.ndarray, turned: bool, other_turned: bool, out: Any) -> np.ndarray:
        """The product of two tables of floats, each turned before if asked."""
        (rows, inner), (same, columns) = x.shape[:: -1 if turned else 1], y.shape[:: -1 if other_turned else 1]
        found: np.ndarray = np.empty((rows, columns), np.float32) if out is None else out
        fits = found.shape == (rows, columns) and found.dtype == np.float32 and found.flags.c_contiguous
        if inner != same or not fits:
            raise ValueError(f"no product of {rows} × {inner} and {same} × {columns} in {found.shape}")
        self._product(
            0, 0, rows, columns, inner, ctypes.byref(self._one), *_matrix(x, turned), *_matrix(y, other_turned),
            ctypes.byref(self._zero), *_matrix(found, False), self._code, None,
        )  # fmt: skip
        return found


def _matrix(table: np.ndarray, turned: bool) -> tuple[int, int, int]:
    """Where a table is that lies in one piece, and how far its rows and columns, or these when turned, are apart."""
    step = max(1, table.shape[1])
    return (table.ctypes.data, 1, step) if turned else (table.ctypes.data, step, 1)


@contextlib.contextmanager
def fast_products() -> Iterator[None]:
    """Let the models that are loaded meanwhile multiply with the fast code, where BLIS would take the slow one."""
    plain = type(get_current_ops()) is NumpyOps
    with use_ops(NAME) if plain and _blis() is not None else contextlib.nullcontext():
        yield


@cache
def _blis() -> _Blis | None:
    """BLIS with the fast code; None where it knows the processor, or has no such code, or is not built as expected."""
    if not all(__cpu_features__.get(feature) for feature in _NEEDED):
        return None
    library = ctypes.CDLL(blis.cy.__file__)
    if not all(hasattr(library, name) for name in _ASKED):
        return None
    library.bli_arch_string.restype = library.bli_info_get_int_type_size_str.restype = ctypes.c_char_p
    library.bli_gks_lookup_nat_cntx.restype = ctypes.c_void_p
    names = [library.bli_arch_string(number) for number in range(library.bli_arch_query_id() + 1)]
    if library.bli_info_get_int_type_size_str() != b"64" or names[-1] != _UNKNOWN or _CODE not in names:
        return None
    return _Blis(library, library.bli_gks_lookup_nat_cntx(names.index(_CODE)))

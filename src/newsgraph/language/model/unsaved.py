"""What a pipeline of `load_pipeline` says when it is to be saved: its model has other layers than spaCy would make."""

from typing import NoReturn

from newsgraph.errors import ModelError

_REMEDY = (
    "a pipeline of load_pipeline can't be saved, for its model is changed to read faster: call load_pipeline where you "
    "need it, or save a spaCy model of your own with newsgraph's components, as docs/howto/layers.md shows"
)


class Unsaved:
    """A component of such a pipeline."""

    def to_disk(self, *args: object, **options: object) -> NoReturn:
        """Say that the pipeline can't be saved, and what to do instead.

        Raises:
            ModelError: always.
        """
        raise ModelError(_REMEDY)

    def to_bytes(self, *args: object, **options: object) -> NoReturn:
        """Say the same of `nlp.to_bytes`.

        Raises:
            ModelError: always.
        """
        raise ModelError(_REMEDY)

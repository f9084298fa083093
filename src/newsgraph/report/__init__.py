"""Notes on quality for a run: what was read, what was found in it, what is missing, what to look at."""

from newsgraph.report.quality import Quality, assess

__all__ = ["Quality", "assess"]

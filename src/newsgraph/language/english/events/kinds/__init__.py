"""Of which kind an event is in its clause: promised, demanded, part of another, or nothing of its kind at all."""

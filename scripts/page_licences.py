"""Write the licences of what the page's script is bundled from; run it after `make page` has installed them."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

VIEW = Path(__file__).parents[1] / "src" / "newsgraph" / "view"
SCRIPT = VIEW / "javascript"


def bundled() -> dict[str, str]:
    """Module and version → its licence, of all that is no tool of development."""
    packages = json.loads((SCRIPT / "package-lock.json").read_text("utf-8"))["packages"]
    return {
        f"{path.removeprefix('node_modules/')} {package['version']}": package["license"]
        for path, package in packages.items() if path and not package.get("dev")
    }  # fmt: skip


def main() -> None:
    """Each text once, under the modules that it is of."""
    texts: dict[str, list[str]] = defaultdict(list)
    for module, licence in bundled().items():
        (file,) = (SCRIPT / "node_modules" / module.split()[0]).glob("LICENSE*")
        texts[file.read_text("utf-8").strip()].append(f"{module} ({licence})")
    parts = ["page.js, and with it each page that newsgraph writes, holds parts of these.\n"]
    parts += [f"{', '.join(modules)}\n\n{text}\n" for text, modules in texts.items()]
    rule = "-" * 80
    (VIEW / "assets" / "LICENSES.txt").write_text(f"\n{rule}\n\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()

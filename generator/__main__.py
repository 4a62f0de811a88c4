"""``python -m generator`` is ``gongkai``."""

from __future__ import annotations

import sys

from generator import again


def main() -> None:
    """Run the command line, unless all there is to say was said before."""
    if again.said(sys.argv[1:]):
        sys.exit(0)
    from generator.cli import main as commands

    commands()


if __name__ == "__main__":
    main()

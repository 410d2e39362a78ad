"""``python -m qualitycheck``."""

from qualitycheck.cli import main

if __name__ == "__main__":
    main()

"""`python -m sitegen`, and the command `sitegen`."""

from typing import NoReturn


def main() -> NoReturn:
    """As `cli.main`, which is imported here alone: the workers of a build import this module, and need no command line."""
    try:
        from sitegen.cli import main as run
    except KeyboardInterrupt:  # before the command line could say so itself
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()

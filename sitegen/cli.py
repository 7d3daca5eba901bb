"""Command line: arguments in, exit code out; the only place that prints.

Exit codes: 0 done; 1 faults in the content, nothing published; 2 faults, the sound figures published
(--keep-going); 64 misuse; 73 the output directory, port or cluster cannot be used; 74 the disk or a worker failed;
130 interrupted.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TextIO

import click

from sitegen import __version__
from sitegen.build import run
from sitegen.build.cache import Cache
from sitegen.build.cluster import NoCluster
from sitegen.build.outcome import Outcome
from sitegen.build.pool import collect_seldom
from sitegen.build.progress import Progress, progress_for
from sitegen.build.report import FORMATS, count, summary, too_large
from sitegen.config import check_base_url
from sitegen.publish.staging import Refused

CACHE = ".sitegen-cache"
_SCHEDULER = re.compile(r"(?:(?:tcp|tls|ucx|ws|wss)://)?[^\s/]+:[0-9]{1,5}")
OK, FAULTS, PARTIAL, MISUSE, CANNOT_CREATE, IO_ERROR, INTERRUPTED = 0, 1, 2, 64, 73, 74, 130

_CONTENT = click.argument("content", default="content", type=click.Path(exists=True, file_okay=False))
_BASE_URL = click.option("--base-url", default="", metavar="URL",
                         help="Address the site will have, such as https://name.github.io/repo/.")
_JOBS = click.option("--jobs", "-j", type=click.IntRange(1, 256), default=None, metavar="N",
                     help="Processes to work with; default: one a core.")
_KEEP_GOING = click.option("--keep-going", is_flag=True,
                           help="Publish the sound figures even where others have faults (exit code 2).")
_QUIET = click.option("--quiet", "-q", is_flag=True, help="Say nothing but faults.")
_CACHE = click.option("--cache", default=CACHE, show_default=True, metavar="DIR",
                      help="Directory that keeps results between builds.")
_NO_CACHE = click.option("--no-cache", is_flag=True, help="Keep and use no results of other builds.")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and exits with its code."""
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()  # where they were closed
    for stream in (sys.stdout, sys.stderr):
        _speak_to_all(stream)
    try:
        code = commands.main(arguments, prog_name="sitegen", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else OK)
    except click.exceptions.Abort:
        _say("interrupted; the old site stands")
        _forget_unsaid()
        os._exit(INTERRUPTED)  # and not by `sys.exit`, which waits for workers that may be gone
    except click.ClickException as e:
        e.show()
        sys.exit(MISUSE)
    except BrokenPipeError:
        _forget_unsaid()
        sys.exit(OK)
    except OSError as e:
        with contextlib.suppress(OSError):  # what is full may be where it would be said
            _say(_failure(e))
        _forget_unsaid()
        sys.exit(IO_ERROR)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sitegen")
def commands() -> None:
    """Turns a directory of pathway-figure files into a public website.

    CONTENT holds figures/<figid>.md and data/<figid>-genes.tsv (or a PFOCR checkout's _figures and
    _data), and may hold organisms/, pages/ and site.toml.
    """


@commands.command()
@_CONTENT
@click.option("--out", "-o", default="_site", show_default=True, metavar="DIR", help="Directory of the built site.")
@_BASE_URL
@_JOBS
@_KEEP_GOING
@_QUIET
@_CACHE
@_NO_CACHE
@click.option("--scheduler", default="", metavar="URL", help="Work on the Dask cluster of this scheduler (tcp://HOST:PORT).")
def build(
    content: str, out: str, base_url: str, jobs: int | None, keep_going: bool, quiet: bool, cache: str, no_cache: bool,
    scheduler: str,
) -> int:
    """Build the site of CONTENT (default: content).

    The site is made beside DIR and takes its place at the end: a failed or killed build leaves the
    old one whole.  Exit code 0: done; 1: faults, nothing published; 64 and more: misuse.
    """
    if scheduler and not _SCHEDULER.fullmatch(scheduler):  # a client of Dask takes a minute to end after such a one
        raise click.BadParameter(f"{scheduler!r} is not tcp://HOST:PORT", param_hint="--scheduler")

    def work(progress: Progress) -> Outcome:
        return run.build(content, out, base_url=base_url, jobs=jobs or os.cpu_count() or 1, keep_going=keep_going,
                         cache=None if no_cache else cache, progress=progress, scheduler=scheduler)

    return _finished(work, content, base_url, quiet, keep_going)


@commands.command()
@_CONTENT
@click.option("--out", "-o", default="_export", show_default=True, metavar="DIR", help="Directory of the files.")
@_BASE_URL
@_JOBS
@_KEEP_GOING
@_QUIET
@_CACHE
@_NO_CACHE
def export(
    content: str, out: str, base_url: str, jobs: int | None, keep_going: bool, quiet: bool, cache: str, no_cache: bool
) -> int:
    """Write all of CONTENT as tables and gene sets, for a release.

    Tables of figures, genes, chemicals, diseases and relations (TSV, packed with gzip) and gene sets
    by organism (GMT).  A small collection's site has them at downloads/; for a large one this makes them.
    """
    from sitegen.build.export import export as write_files  # what only this command needs

    def work(progress: Progress) -> Outcome:
        return write_files(content, out, base_url=base_url, jobs=jobs or os.cpu_count() or 1, keep_going=keep_going,
                           cache=None if no_cache else cache, progress=progress)

    return _finished(work, content, base_url, quiet, keep_going)


def _finished(work: Callable[[Progress], Outcome], content: str, base_url: str, quiet: bool, keep_going: bool) -> int:
    """Does the work, says how it ended, and gives the exit code."""
    if base_url:
        _, fault = check_base_url(base_url)
        if fault:
            raise click.BadParameter(f"{base_url!r} is {fault}" if fault.startswith("not") else fault, param_hint="--base-url")
    progress = progress_for(sys.stderr, quiet)
    collect_seldom()
    try:
        outcome = work(progress)
    except (Refused, NoCluster) as e:
        progress.close()
        _say(f"sitegen: {e}")
        return CANNOT_CREATE
    except OSError as e:
        progress.close()
        _say(f"{_failure(e)}; the old site stands")
        return IO_ERROR
    finally:
        progress.close()
    if outcome.forgotten and not quiet:
        _say("sitegen: the cache cannot be written, and keeps nothing for the next build; --cache DIR names another place")
    faults = [p for p in outcome.problems if p.severity == "error"]
    click.echo(FORMATS["text"](faults, content), err=True, nl=False)
    if not quiet:
        click.echo(summary(outcome.totals))
        if advice := too_large(outcome.totals):
            click.echo(advice)
        if outcome.totals.warnings:
            click.echo(f"`sitegen check {content}` lists the warnings.")
    if not faults:
        return OK
    if not outcome.published and not quiet:
        _say("nothing was published" + ("" if keep_going else "; --keep-going publishes the figures without faults"))
    return PARTIAL if outcome.published else FAULTS


@commands.command()
@_CONTENT
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="text", show_default=True,
              help="text: a line a fault; github: workflow annotations; json: a list of objects.")
@_JOBS
def check(content: str, form: str, jobs: int | None) -> int:
    """List every fault and warning of CONTENT, and write nothing.

    A line is `path:line:column: CODE message`, its hint below.  Codes with E are faults, with W
    warnings; the exit code is 1 where there is a fault.
    """
    progress = progress_for(sys.stderr, quiet=not sys.stderr.isatty())
    try:
        problems = run.check(content, jobs or os.cpu_count() or 1, progress)
    finally:
        progress.close()
    click.echo(FORMATS[form](problems, content), nl=False)
    faults, warnings = count(problems)
    _say(f"{faults} fault{'' if faults == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}")
    return FAULTS if faults else OK


@commands.command()
@_CONTENT
@click.option("--sample", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="Figures to look at.")
@click.option("--seed", default="", metavar="TEXT", help="Another text chooses another sample.")
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="text", show_default=True,
              help="As of `sitegen check`.")
def pictures(content: str, sample: int, seed: str, form: str) -> int:
    """Ask the hosts of the pictures for a sample of them.

    A site shows pictures that others serve, from the first address of [images] urls that has them.  This
    says how many of the sample each address has; the exit code is 1 where one is served nowhere.
    """
    from sitegen.build.pictures import look_at_pictures
    from sitegen.hosts import refusal

    look = look_at_pictures(content, sample, seed, refusal)
    click.echo(FORMATS[form](look.problems, content), nl=False)
    for template, served in look.served:
        _say(f"{served} of {look.figures}: {template}")
    return FAULTS if look.problems else OK


@commands.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--write", "content", type=click.Path(exists=True, file_okay=False), metavar="CONTENT",
              help="Write data/<figid>-relations.tsv for the figures of CONTENT that have none, for a curator to correct.")
def relations(file: str | None, content: str | None) -> int:
    """Read relations from captions.

    FILE holds lines {"figid", "caption", "mentions"?: [words]}; for each a line {"figid", "edges":
    [{"source", "target", "type", "polarity", "hedged", "evidence"}]} is printed.
    """
    if (file is None) == (content is None):
        raise click.UsageError("give either FILE or --write CONTENT")
    if content is not None:
        from sitegen.build.relation_tables import write_relation_tables  # here and below: what only this command needs

        written, problems = write_relation_tables(content)
        click.echo(FORMATS["text"](problems, content), err=True, nl=False)
        faulty = count(problems)[0] > 0
        why = "" if written or faulty else ": figures that have relations keep them, and the other captions state none"
        _say(f"{written} table{'' if written == 1 else 's'} written{why}")
        return FAULTS if faulty else OK
    from sitegen.relations.lines import relations_of_lines

    faults = []
    with click.open_file(file or "-", encoding="utf-8", errors="replace") as lines:
        for line in relations_of_lines(lines, file or "-"):
            if isinstance(line, str):
                # half of a surrogate pair can be said in JSON only by its escape, as it was
                click.echo(line.encode("utf-8", "backslashreplace").decode("utf-8"))
            else:
                faults.append(line)
    click.echo(FORMATS["text"](faults), err=True, nl=False)
    return FAULTS if faults else OK


@commands.command()
def schema() -> int:
    """Print the JSON Schema of a figure's front matter, for editors."""
    from sitegen.content.schema import figure_schema

    click.echo(json.dumps(figure_schema(), indent=2, ensure_ascii=False))
    return OK


@commands.command()
@_CONTENT
@click.option("--port", "-p", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="PORT",
              help="Port on this machine; 0 takes a free one.")
@_JOBS
@_CACHE
def serve(content: str, port: int, jobs: int | None, cache: str) -> int:
    """Show CONTENT in a browser and follow every saved file.

    The page reloads when a figure, table, template or stylesheet is saved, and shows the faults of the
    content with file and line.
    """
    from sitegen.serve.watch import NoPort
    from sitegen.serve.watch import serve as serve_content  # the watcher is not needed to build

    try:
        serve_content(content, port, jobs or os.cpu_count() or 1, cache, _say)
    except NoPort as e:
        _say(f"sitegen: {e}")
        return CANNOT_CREATE
    return OK


@commands.group()
def cache() -> None:
    """Look at the results kept between builds, or remove them.

    Removing them changes a build's time, never its bytes.
    """


@cache.command()
@click.option("--cache", "root", default=CACHE, show_default=True, metavar="DIR")
def info(root: str) -> int:
    """Say what the cache holds."""
    usage = Cache(root).usage()
    for kind, entries, size in usage:
        click.echo(f"{kind:<10} {entries:>8,} entries {size / 1e6:>10,.1f} MB")
    click.echo(f"{'in all':<10} {sum(u.entries for u in usage):>8,} entries {sum(u.size for u in usage) / 1e6:>10,.1f} MB")
    return OK


@cache.command()
@click.option("--cache", "root", default=CACHE, show_default=True, metavar="DIR")
def clear(root: str) -> int:
    """Remove every result."""
    Cache(root).clear()
    return OK


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


def _speak_to_all(stream: TextIO) -> None:
    """Files and programs get UTF-8 whatever the machine's locale is; what cannot be written is written as an escape.

    That may be a letter that a terminal has not, or a byte of a directory's name that is no UTF-8.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _forget_unsaid() -> None:
    """What a stream cannot take is forgotten: Python would try again as it ends, and exit with a code of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _failure(error: OSError) -> str:
    return f"sitegen: {error.filename or 'the system'}: {error.strerror or error}"


def _say(line: str) -> None:
    click.echo(line, err=True)

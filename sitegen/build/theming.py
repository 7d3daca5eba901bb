"""The templates and assets of a build: the built-in ones with a collection's own over them, and what is wrong with those."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.config import Config
from sitegen.content.reader import read
from sitegen.content.theme import Theme, overridden, read_theme
from sitegen.pages.assets import asset_problems
from sitegen.pages.frame import Site
from sitegen.places import Place
from sitegen.problems import Problem
from sitegen.tomlplaces import places

_SETTINGS = "site.toml"


def look_of(content: str, config: Config) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme that a collection's settings ask for, and what is wrong with its files, templates not yet looked into."""
    theme = read_theme()
    directory = config.theme.directory
    if not directory:
        return theme, ()
    theme, problems = overridden(theme, content, directory)
    line, column = _place(content) if any(p.path == _SETTINGS for p in problems) else (0, 0)
    problems = tuple(p._replace(line=line, column=column) if p.path == _SETTINGS else p for p in problems)
    return theme, (*problems, *at_home(theme, asset_problems(theme.assets, theme.places)))


def theme_problems(content: str, config: Config) -> tuple[Problem, ...]:
    """All that is wrong with a collection's theme and can be told without making the collection's pages."""
    theme, problems = look_of(content, config)
    return (*problems, *template_faults(theme, config))


def template_faults(theme: Theme, config: Config) -> tuple[Problem, ...]:
    """The faults of a collection's own templates: each is compiled, and pages of invented figures are made of them."""
    own = theme.own_templates
    if not own:
        return ()
    from sitegen.pages.environment import make_environment  # brings Jinja2, which a build of nothing new does without
    from sitegen.pages.template_check import template_problems, trial_problems

    env = make_environment(theme.templates, own)
    faults = template_problems(env, own, theme.templates)
    site = Site(config, {path: path for path in theme.assets}, ())
    return at_home(theme, faults or trial_problems(env, site))


def at_home(theme: Theme, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of templates and assets at the files of the content that these are, each once.

    A fault in a template fails every page that is made from it, and names the page at its end.
    """
    found: dict[tuple[object, ...], Problem] = {}
    for p in problems:
        place = theme.places.get(p.path.removeprefix("templates/"), p.path)
        said = p.message.rpartition(" (for ")[0] or p.message
        found.setdefault((place, p.line, p.column, p.code, said), p._replace(path=place))
    return tuple(found.values())


def _place(content: str) -> Place:
    """Where the setting that names the theme has its value."""
    source = read(content, _SETTINGS)
    return places("" if isinstance(source, Problem) else source.text).value("theme", "directory")

"""Settings: what is accepted, what is refused and which key was probably meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import SECTIONS, Config, check_base_url, parse_config, with_base_url


def faults(text: str) -> list[tuple[int, str, str, str]]:
    return [(p.line, p.code, p.message, p.hint) for p in parse_config(text)[1]]


def test_no_settings_are_the_defaults() -> None:
    assert parse_config("") == (Config(), ())
    assert Config().site.base == "https://example.org/"


def test_every_section_can_be_given() -> None:
    config, problems = parse_config(
        '[site]\ntitle = "T"\nbase_url = "https://a.b/c"\n[source]\nurl = "https://a.b/{path}"\n'
        '[images]\nurls = ["https://a.b/{pmcid}/{filename}"]\n[publish]\ntables = false\nmax_mentions = 0\n[paging]\nyears = 7\n'
    )
    assert problems == ()
    assert (config.site.title, config.site.base, config.source.url) == ("T", "https://a.b/c/", "https://a.b/{path}")
    assert config.images.urls == ("https://a.b/{pmcid}/{filename}",)
    assert (config.publish.tables, config.publish.max_mentions) == (False, 0)
    assert (config.paging.years, config.paging.organisms) == (7, 100)


@pytest.mark.parametrize(("text", "line", "message", "hint"), [
    ("[site]\ntitel = 'x'\n", 2, "unknown setting [site] titel", "Did you mean 'title'?"),
    ("[site]\n\nbaseurl = 'x'\n", 3, "unknown setting [site] baseurl", "Did you mean 'base_url'?"),
    ("[Site]\n", 1, "unknown setting [Site]", "Did you mean 'site'?"),
    ("[source]\npath = 'x'\n", 2, "unknown setting [source] path", "Known here: url, raw, report."),
    ("title = 'x'\n", 1, "unknown setting 'title'", "It belongs below a line [site]."),
    ("[publish]\ntables = true\n'table' = true\n", 3, "unknown setting [publish] table", "Did you mean 'tables'?"),
    ("[site.more]\nx = 1\n", 1, "unknown setting [site] more", ""),
    (f"[{'x' * 5000}]\n", 1, f"unknown setting [{'x' * 79}", ""),
])
def test_unknown_settings_are_refused(text: str, line: int, message: str, hint: str) -> None:
    (found,) = faults(text)
    assert found[1:3] == ("E502", message)
    if hint and "title = 'x'" not in text[:9]:
        assert (found[0], found[3]) == (line, hint)


@pytest.mark.parametrize("value", [
    "[site]\ntitle = 3", "[site]\ntitle = ['x']", "[site]\nbase_url = 'example.net'", "[site]\nlicense = 'CC0'",
    "[site]\nlicense = 'javascript:alert(1)'", "[site]\ndate = 2020-01-01", "[site]\ndate = '2020-13-01'",
    "[site]\ndate = '2023-02-29'", "[site]\ncitation_date = '2020-04-31'", "[site]\ndate = '0000-01-01'",
    "[site]\ndate = '2020'",
    "[site]\ncitation_date = '20'", "[site]\nlanguage = 'e'", "[site]\nlanguage = '\"><script>'",
    "[source]\nurl = 'https://a.b/'",
    "[source]\nraw = 'https://a.b/{pmcid}/{path}'", "[source]\nreport = 'https://a.b/?title={path}'",
    "[source]\nreport = 'https://a.b/?title={figid}&pmc={pmcid}'", "[images]\nurls = ['https://a.b/{path}/{filename}']",
    "[source]\nraw = '{path}'", "[source]\nurl = 'https://a.b/{path}/{other}'", "[source]\nurl = 'https://a.b/\"{path}'",
    "[images]\nurls = []", "[images]\nurls = 'https://a.b/{filename}'", "[images]\nurls = ['https://a.b/{pmcid}']",
    "[images]\nurls = [1]",
    "[site]\ntitle = 'a\u0085\u202eb'", '[site]\ntitle = "a\\u0000"', '[site]\ntitle = "a\\u0008"', '[site]\ntitle = "\\u000B"',
    '[site]\ntagline = "\\uFFFF"', '[theme]\ndirectory = "a\\u0000b"', "[site]\ncitation_doi = 'not a doi'",
    "[site]\ncitation_doi = 'https://doi.org/10.1/x'", '[images]\nurls = ["https://a.b/{filename}\\u202e"]',
    "[site]\nlicense = 'https://[x'", "[site]\ncreator_url = 'https://'", "[site]\npublisher_url = 'https://a:99999999/'",
    "[source]\nraw = 'https://[/{path}'", "[images]\nurls = ['https://[x/{filename}']",
    "[publish]\ntables = 1", "[publish]\ntables = 'yes'", "[publish]\nmax_mentions = -1", "[paging]\nyears = 0",
    "[paging]\nyears = true",
    "[paging]\nyears = 1.5", "[paging]\nyears = 1000000000", "site = 3", "images = []",
])
def test_wrong_values_are_refused_and_the_default_holds(value: str) -> None:
    config, (problem,) = parse_config(value)
    assert problem.code == "E503" and problem.line == (1 if "\n" not in value else 2)
    assert config == Config()


@pytest.mark.parametrize("date", ["2020-01-31", "1999-12-01"])
def test_dates(date: str) -> None:
    assert faults(f"[site]\ndate = '{date}'\ncitation_date = '{date[:4]}'\nlanguage = 'pt-BR'\n") == []


@pytest.mark.parametrize(("text", "line", "column"), [
    ("[site\n", 1, 6), ("[site]\ntitle = x\n", 2, 9), ("[site]\ntitle = 'a'\ntitle = 'b'\n", 3, 1), ("[site]\n[site]\n", 2, 2),
    ("[site]\r\ntitle = 'a'\r\n  title = 'b'\r\n", 3, 3), ("[site.x]\n[site]\n x = 1\n", 3, 2), ("x = {a = 1, a = 2}", 1, 13),
    ("[site]\ntitle = 'a", 2, 9), ('[site]\ntitle = """a\nb\n', 2, 9), ("[images]\nurls = [\n", 2, 8), ("[site]\ntitle =", 2, 1),
    ("y = 1\nx = " + "9" * 10_000, 2, 5), ("y = 1\nx = " + "[" * 20_000, 2, 106), ("[site]\ntitle = '\x00'", 2, 10),
])
def test_what_is_not_toml(text: str, line: int, column: int) -> None:
    config, (problem,) = parse_config(text)
    assert config == Config() and (problem.code, problem.line, problem.column) == ("E501", line, column)


@pytest.mark.parametrize(("text", "code", "line", "column"), [
    ("[site]\n  titel = 'x'\n", "E502", 2, 3), ("[ 'Site' ]\n", "E502", 1, 3), ("site.titel = 'x'\n", "E502", 1, 6),
    ("[site.more.and]\n", "E502", 1, 7), ("site = {titel = 'x'}", "E502", 1, 9), ("[[site]]\n", "E503", 1, 3),
    ("[site]\n title  =  3 # no\n", "E503", 2, 12), ("[site]\r\ntitle = 'a'\r\ndate\t= 'b'\r\n", "E503", 3, 8),
    ('[site]\ntitle = """\ndate = 3"""\ndate = 3', "E503", 4, 8), ("[site]\n# date = 3\n'date' = 3", "E503", 3, 10),
    ("[images]\nurls = [ # two\n  'https://a.b/{filename}',\n  'no']", "E503", 4, 3), ("[images]\nurls = []", "E503", 2, 8),
    ("[images]\nurls = ['https://a.b/{filename}', 1]", "E503", 2, 35),
])
def test_a_fault_stands_at_its_key_or_value(text: str, code: str, line: int, column: int) -> None:
    (problem,) = parse_config(text)[1]
    assert (problem.code, problem.line, problem.column) == (code, line, column)


@pytest.mark.parametrize("text", [
    "x = " + "9" * 10_000, "x = " + "[" * 20_000, "a." * 5_000 + "b = 1", "x = 2020-99-99", "\x00",
    "x = \"\ud800\"",
])
def test_hostile_toml_is_a_fault(text: str) -> None:
    assert parse_config(text)[1]


@given(st.text() | st.text(st.sampled_from(list("[]{}='\"\n.,#site 0-:tlubr_")), max_size=80))
def test_parsing_never_raises(text: str) -> None:
    config, problems = parse_config(text)
    assert isinstance(config, Config)
    assert all(p.code in ("E501", "E502", "E503") and p.line >= 1 and p.path == "site.toml" for p in problems)


@given(st.sampled_from(sorted(SECTIONS)), st.text(min_size=1).filter(str.isprintable), st.text())
def test_any_text_as_a_value_is_kept_or_told(section: str, key: str, value: str) -> None:
    quoted = '"' + "".join(f"\\U{ord(c):08X}" for c in value if not 0xD800 <= ord(c) < 0xE000) + '"'
    name = '"' + "".join(f"\\U{ord(c):08X}" for c in key) + '"'
    parse_config(f"[{section}]\n{name} = {quoted}\n")
    parse_config(f"[site]\nbase_url = {quoted}\ndate = {quoted}\n[source]\nurl = {quoted}\n[images]\nurls = [{quoted}]\n")


# base URLs


@pytest.mark.parametrize(("url", "base"), [
    ("https://example.net", "https://example.net/"), ("https://example.net/", "https://example.net/"),
    ("https://name.github.io/repo", "https://name.github.io/repo/"), ("https://name.github.io/repo/",
    "https://name.github.io/repo/"),
    ("HTTPS://Example.NET/Repo//", "https://example.net/Repo/"), ("http://localhost:8000", "http://localhost:8000/"),
    ("http://127.0.0.1:8000/a/b", "http://127.0.0.1:8000/a/b/"), ("https://example.net/a%20b/é",
    "https://example.net/a%20b/%C3%A9/"),
    ("http://[::1]:80/x", "http://[::1]:80/x/"),
])
def test_base_urls(url: str, base: str) -> None:
    assert check_base_url(url) == (base, None)
    config, fault = with_base_url(Config(), url)
    assert fault is None and config.site.base_url == config.site.base == base


@pytest.mark.parametrize("url", [
    "", "/", "example.net", "//example.net/", "ftp://example.net/", "javascript:alert(1)", "https://", "https:///x",
    "https://a b/", "https://a/b c",
    "https://a/?q", "https://a/#f", "https://user@a/", "https://user:pw@a/", "https://a:99999/", "https://a:x/", "https://a:0/",
    "https://a/\"x",
    "https://a/<x>", "https://a/\n", "https://a/\\b", "https://[::1", "https://a/{x}", "file:///etc", "https://a\t/",
    "https://a/\udcff", "https://\udcff/", "https://a/\u202e",
])
def test_what_is_no_base_url(url: str) -> None:
    base, fault = check_base_url(url)
    assert fault and base == url
    assert with_base_url(Config(), url) == (Config(), fault)


@given(st.text())
def test_an_accepted_base_url_can_stand_in_an_attribute(url: str) -> None:
    for text in (url, f"https://{url}", f"https://example.net/{url}"):
        base, fault = check_base_url(text)
        if fault is None:
            assert base.startswith(("http://", "https://")) and base.endswith("/")
            assert not set(base) & set(" \"'<>\\^`{|}\n\t#?") - set("'")

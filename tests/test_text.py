"""Text forms and the one door for output."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.model.routes import href, is_portable
from sitegen.once import once_of
from sitegen.output import Output, output
from sitegen.text import fold_name, shorten, slug, squeeze, tidy_word


@pytest.mark.parametrize("names", [
    ("IL6", "IL-6", "il 6", "Il6", "IL\u20116", "(IL-6)"),
    ("NFkB", "NF-κB", "NF-kappa B", "NFKB", "nf κ b"),
    ("TGFb", "TGF-β", "TGF-beta", "TGFβ", "TGF BETA"),
    ("IFNG", "IFN-γ", "IFN-gamma"),
    ("PPARa", "PPARα", "PPAR-alpha"),
    ("GSK-3β", "GSK3B"),
    ("β-catenin", "beta-catenin", "b catenin"),
])
def test_spellings_of_one_name_fold_to_one_form(names: tuple[str, ...]) -> None:
    assert len({fold_name(n) for n in names}) == 1


@pytest.mark.parametrize(("one", "other"), [("IL6", "IL16"), ("AKT1", "AKT2"), ("p38", "p53"), ("RAS", "RAF"), ("CD4", "CD40")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


PIECES = ("al", "alpha", "α", "lambda", "pha", "b", "be", "eta", "ta", "β", "´", "-", "A")


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
@example("αlpha")
@example("alambdapha")
@example("A´")
def test_folding_twice_changes_nothing(name: str) -> None:
    once = fold_name(name)
    assert fold_name(once) == once


@pytest.mark.parametrize("hidden", ["eta", "alpha", "lambda"])
def test_letters_that_hide_in_letters_are_folded_one_after_another(hidden: str) -> None:
    """Each name that falls away makes the next one: of a text of any length this ends, and soon."""
    once = fold_name("b" + hidden * 50_000)
    assert len(once) <= 200 and fold_name(once) == once


@given(st.text())
def test_folding_ignores_case_spaces_and_hyphens(name: str) -> None:
    assert fold_name(f" {name} ") == fold_name(name) == fold_name(f"-{name}-")


@pytest.mark.parametrize(("word", "tidy"), [
    ("(IL-6R)", "IL-6R"), ("PLC,", "PLC"), ("  p38  MAPK ", "p38 MAPK"), ("PI(3)K", "PI(3)K"), ("Su(var)3-9", "Su(var)3-9"),
    ("E(spl)", "E(spl)"), ("(AKT", "AKT"), ("AKT)", "AKT"), ("NF-κB.", "NF-κB"), ("...", "..."), ("", ""), ("-", "-"),
])
def test_words_are_tidied(word: str, tidy: str) -> None:
    assert tidy_word(word) == tidy


@given(st.text())
def test_a_tidied_word_is_never_lost(word: str) -> None:
    assert bool(tidy_word(word)) == bool(squeeze(word))


@pytest.mark.parametrize(("text", "expected"), [
    ("Homo sapiens", "homo_sapiens"), ("Saccharomyces cerevisiae S288C", "saccharomyces_cerevisiae_s288c"),
    ("SARS-CoV-2", "sars_cov_2"), ("  Köln  ", "koln"), ("NF-κB", "nf_kb"), ("../../etc", "etc"), ("日本", ""), ("", ""),
])
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_a_name_that_any_file_system_keeps(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789_")


@pytest.mark.parametrize(("text", "limit", "expected"), [
    ("short", 10, "short"), ("exactly ten", 11, "exactly ten"), ("one two three four", 12, "one two…"),
    ("a" * 20, 10, "a" * 9 + "…"),
    ("first, second", 8, "first…"), ("  many \n spaces ", 20, "many spaces"), ("", 5, ""),
])
def test_texts_are_shortened_at_a_word(text: str, limit: int, expected: str) -> None:
    assert shorten(text, limit) == expected


@given(st.text(), st.integers(2, 50))
def test_a_shortened_text_fits(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


@given(st.text(st.sampled_from("ab \n\u00a0")), st.integers(2, 9))
def test_of_a_long_text_what_is_left_out_does_not_count(text: str, limit: int) -> None:
    assert shorten(text, limit) == shorten(" ".join(text.split()), limit)


def test_squeeze_takes_every_kind_of_space() -> None:
    assert squeeze(" a\u00a0b\u2009c\u202fd\r\n\te ") == "a b c d e"


@given(st.text() | st.text(st.sampled_from("ab \t\x1c\x85\u3000")))
def test_a_squeezed_text_has_its_words_with_a_space_between_them(text: str) -> None:
    assert squeeze(text) == " ".join(text.split())


# output


@pytest.mark.parametrize("path", [
    "", "/", "/etc/passwd", "..", "../a", "a/../b", "a/..", "./a", "a/.", "a//b", "a/", "a\\b", "..\\a", "C:/a", "C:\\a", "a:b",
    "a*b", "a?b", "a|b", "a<b", 'a"b', "a\x00b", "a\nb", "a\x7fb", "con", "CON.html", "aux/x", "x/nul.txt", "com1.html",
    "LPT9", "a.", "a ",
    "a./b", "x" * 256, "é" * 128, "\x1b[0m",
])
def test_a_path_that_could_leave_the_site_or_harm_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"safe output path|too long"):
        output(path, b"")


@pytest.mark.parametrize("path", [
    "index.html", "figures/PMC10028837__nihpp-2023.03.03.530734v1-f0001.html", "genes/H1-0.html", "genes/Su(var)3-9.html",
    "a/b/c.txt", "...a", "a..b", "console.html", "x" * 255, "genes/β.html",
])
def test_a_safe_path_is_kept(path: str) -> None:
    assert output(path, "ä") == Output(path, b"\xc3\xa4")
    assert output(path, b"x") == Output(path, b"x")


NAMES = st.sampled_from(["a", "Z9", "con", "NUL", "com1", ".", "-", "~", "_", "/", " ", "β", "\n"])


@given(st.lists(NAMES, max_size=8).map("".join))
def test_a_path_of_usual_names_is_judged_as_any_other(path: str) -> None:
    """A space at its start makes a path's first name an unusual one, which is looked at part by part."""
    assert is_portable(f"x/{path}") == is_portable(f" x/{path}")


@given(st.text())
def test_an_accepted_path_stays_below_the_root(path: str) -> None:
    """Joined to any root as a file system does it, it is neither absolute nor has a way up."""
    if is_portable(path):
        parts = path.replace("\\", "/").split("/")
        assert not path.startswith("/") and "\0" not in path
        assert all(p not in ("", ".", "..") for p in parts) and len(parts) == path.count("/") + 1


@given(st.text(min_size=1))
def test_a_link_to_any_path_is_percent_encoded(path: str) -> None:
    """Whatever a symbol holds, the link is ASCII and has no character that ends an attribute, a query or a fragment."""
    try:
        link = href(path)
    except UnicodeEncodeError:
        return  # a lone surrogate is no text
    assert link.isascii()
    assert not set(link) & set(" \"<>?#\\^`{|}\t\r\n\x00")


@pytest.mark.parametrize(("path", "link"), [
    ("genes/HLA-DRB1*15:01.html", "genes/HLA-DRB1*15:01.html"), ("genes/a b.html", "genes/a%20b.html"),
    ("genes/50%.html", "genes/50%25.html"),    ("genes/β.html", "genes/%CE%B2.html"), ("index.html", ""),
    ("figures/index.html", "figures/"), ("a/myindex.html", "a/myindex.html"),
    ("x?y#z.html", "x%3Fy%23z.html"),
])
def test_links(path: str, link: str) -> None:
    assert href(path) == link


def test_answers_are_forgotten_where_they_are_too_many() -> None:
    asked: list[str] = []
    length = once_of(2)(lambda word: asked.append(word) or len(word))  # type: ignore[func-returns-value]
    assert [length(w) for w in ("a", "a", "bb", "ccc", "a")] == [1, 1, 2, 3, 1] and asked == ["a", "bb", "ccc", "a"]

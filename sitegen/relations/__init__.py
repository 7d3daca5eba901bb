"""Relations read from a caption's text; pure.

    caption
      → sentences        tokens.sentences     where each begins and ends
      → tokens           tokens.sentence      words with marks; worth says whether the sentence can state anything
                         tokens.clean         brackets, labels, phrases read as one word
      → tags             tagging.tags         noun, verb, small word, by the neighbours
      → chunks           tagging.chunks       noun phrases, verb groups, small words
      → phrases          phrases.phrase       which name a noun phrase holds (names.naming), and its sign
      → groups           groups.noun_groups   "A, B and C", "loss of A", and the arrows that nouns state
      → clauses          clauses.clauses      who is the subject of which verb, a module for each family of patterns
      → arrows           renaming             short names, chains
      → confidence       confidence           what the pattern and the two names have earned
      → relations        choice               the surest of those that say the same, above the threshold

`reader` puts these steps together.  `lexis` holds what the steps know of words, read from `data/*.toml`; `lexicon` learns the
names of a collection, `lines` reads files of captions.  docs/relations.md tells the rules, and how to add one.
"""

from __future__ import annotations

from sitegen.relations.reader import read_caption

__all__ = ["read_caption"]

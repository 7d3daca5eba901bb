"""A figure page's markup: one Dataset, the picture and the paper it was read from.

A collection of 91,117 figures cannot spend 5 kB a page on markup, so a document has a required part and
takes in more, in a fixed order, while it stays within `Site.target_bytes`:

 - always: what Bioschemas requires of a Dataset (the head of the description and the first keywords at
   least), the creator, every given value that is valid, the paper with its identifiers, the picture's
   address and credit;
 - then, in this order: what kind of identifier its own is, the first download, the catalogue, technique and
   number of genes, the organisms, old and foreign names, three mentions, the other downloads, the other
   keywords, the paper's date and the picture's format, the breadcrumb, the whole description, the other
   mentions up to `max_mentions`;
 - then what the page says elsewhere or what no profile asks for: publisher, corpus, classifier score,
   journal, links of paper and picture, the citation of the collection, the organisms of genes, the caption.

Nodes stand where they are first named, not in a list with references to them: the same graph in fewer
bytes.  Never written: `author` (the data holds the first author alone), the paper's `headline` (its name
again) and `keywords`' members as terms (`mentions` holds those).
"""

from __future__ import annotations

from itertools import islice
from typing import Any, NamedTuple

from sitegen.jsonld import nodes
from sitegen.jsonld.budget import SMALLEST, Budget
from sitegen.jsonld.context import FigureContext, Site
from sitegen.jsonld.description import cut, describe
from sitegen.jsonld.embed import size
from sitegen.jsonld.given import NO_KEYWORD, Given, Note, distinct, read_given
from sitegen.jsonld.mentions import about, add_ranges, mentions
from sitegen.jsonld.naming import dataset_name
from sitegen.jsonld.nodes import Node
from sitegen.jsonld.paper import paper_date, paper_details, paper_node
from sitegen.jsonld.picture import picture_details, picture_format, picture_node
from sitegen.model.figure import Figure
from sitegen.model.routes import figure_path
from sitegen.text import slug

DESCRIPTION_HEAD = 120
"""Characters of a long description that are always kept."""
KEYWORDS_HEAD = 6
MENTIONS_HEAD = 3
TECHNIQUES = ["optical character recognition", "named entity recognition"]
_ORDER = (
    "@type", "@id", nodes.CONFORMS_TO, "name", "alternateName", "description", "identifier", "url",
    "mainEntityOfPage", "sameAs", "license", "isAccessibleForFree", "keywords", "creator", "publisher",
    "datePublished", "version", "includedInDataCatalog", "isPartOf", "isBasedOn", "citation", "image",
    "measurementTechnique", "variableMeasured", "about", "mentions", "distribution",
)
_MERGED = ("alternateName", "isBasedOn", "citation", "about", "mentions", "distribution")


class Markup(NamedTuple):
    """A figure's JSON-LD document, the dataset's name and licence in it, which the page must show, and notes for the author."""

    document: Node
    name: str
    license: str | Node
    notes: tuple[Note, ...]


def figure_markup(figure: Figure, context: FigureContext) -> Markup:
    """The JSON-LD document of a figure page, with the name it uses and what was wrong with given values.

    Notes name the key below `schema-jsonld`; the caller places each as a problem with code W203.
    """
    site = context.site
    given, notes = read_given(figure, site.base_url)
    name = dataset_name(figure, context.name_repeats, context.number_repeats)
    description = describe(figure, given.description)
    keywords = given.keywords
    first = list(islice(distinct(keywords), KEYWORDS_HEAD))
    if not first:
        keywords = (*figure.organisms, NO_KEYWORD)
        first = list(islice(distinct(keywords), KEYWORDS_HEAD))
    article = paper_node(figure.paper)
    image = picture_node(figure, site.images[0]) if site.images else None
    dataset: Node = {
        **_identity(figure, site, name),
        "description": cut(description, DESCRIPTION_HEAD, DESCRIPTION_HEAD // 2),
        "license": given.license or site.license,
        "keywords": first,
        "creator": _creator(figure, site, given),
        "citation": [article],
    }
    if image is not None:
        dataset["isBasedOn"] = [image]
    merged = {k: _listed(v) for k, v in given.rest.items() if k in _MERGED}
    dataset |= {k: v for k, v in given.rest.items() if k not in merged}
    graph = [dataset]
    budget = Budget(site.target_bytes - size(nodes.document(graph)) - (size(merged) if merged else 0))
    _add_wanted(budget, figure, context, dataset, given)
    budget.fill(dataset, "keywords", distinct(keywords))
    budget.put(article, "datePublished", paper_date(figure.paper))
    if image is not None:
        budget.put(image, "encodingFormat", picture_format(figure))
    if context.trail:
        trail = nodes.breadcrumb(context.trail, figure.label)
        if budget.take(size(trail) + 1):
            graph.append(trail)
    _lengthen(budget, dataset, description)
    budget.fill(dataset, "mentions", mentions(figure), site.max_mentions)
    _add_details(budget, figure, context, graph, article, image, description, given)
    for key, values in merged.items():
        held = dataset.get(key, [])
        dataset[key] = [*held, *(v for v in values if v not in held)]
    graph[0] = {key: dataset[key] for key in (*_ORDER, *dataset) if key in dataset}
    return Markup(nodes.document(graph), name, dataset["license"], notes)


def _identity(figure: Figure, site: Site, name: str) -> Node:
    page = site.base_url + figure_path(figure.figid)
    return {
        "@type": "Dataset",
        "@id": page + "#dataset",
        nodes.CONFORMS_TO: nodes.profile(nodes.DATASET_PROFILE),
        "name": name,
        "identifier": figure.figid,
        "url": page,
    }


def _creator(figure: Figure, site: Site, given: Given) -> Node | list[Node]:
    if not given.creators:
        return {"@type": "Organization", "@id": site.creator_id, "name": site.creator.name}
    found = []
    for i, creator in enumerate(given.creators, 1):
        own = creator["name"] == site.creator.name
        name = slug(creator["name"]) or f"{figure.figid}-{i}"
        address = site.creator_id if own else f"{site.base_url}#by-{name}"
        found.append({"@type": creator["@type"], "@id": address, **creator})
    return found if len(found) > 1 else found[0]


def _add_wanted(budget: Budget, figure: Figure, context: FigureContext, dataset: Node, given: Given) -> None:
    site = context.site
    downloads = [{"@type": "DataDownload", "contentUrl": d.url, "encodingFormat": d.encoding_format}
                 for d in context.downloads]
    named = {"@type": "PropertyValue", "name": "PFOCR figure ID", "value": figure.figid}
    if budget.take(size(named) - size(figure.figid)):
        dataset["identifier"] = named
    budget.put(dataset, "datePublished", site.released)
    budget.put(dataset, "version", site.version)
    budget.fill(dataset, "distribution", downloads, 1)
    budget.put(dataset, "includedInDataCatalog", {"@type": "DataCatalog", "@id": site.catalog_id, "name": site.name})
    if "measurementTechnique" not in given.rest:
        budget.fill(dataset, "measurementTechnique", TECHNIQUES, 1)
    if "variableMeasured" not in given.rest:
        budget.fill(dataset, "variableMeasured", _variables(figure), 1)
    budget.fill(dataset, "about", about(figure, context.taxa))
    budget.fill(dataset, "alternateName", (a for a in distinct(figure.aliases) if a != dataset["name"]))
    budget.put(dataset, "sameAs", given.same_as)
    budget.put(dataset, "isAccessibleForFree", True)
    budget.fill(dataset, "mentions", mentions(figure), min(MENTIONS_HEAD, site.max_mentions))
    budget.fill(dataset, "distribution", downloads)


def _lengthen(budget: Budget, dataset: Node, whole: str) -> None:
    head = dataset["description"]
    if budget.left < SMALLEST or head == whole:
        return
    room = budget.left + size(head)
    text = whole
    if size(text) > room:
        limit = len(whole.encode("utf-8")[:room - 4].decode("utf-8", "ignore"))
        text = cut(whole, max(DESCRIPTION_HEAD, limit), DESCRIPTION_HEAD // 2)
    if budget.take(size(text) - size(head)):
        dataset["description"] = text


def _add_details(budget: Budget, figure: Figure, context: FigureContext, graph: list[Node], article: Node,
                 image: Node | None, description: str, given: Given) -> None:
    if budget.left < SMALLEST:
        return
    site, dataset = context.site, graph[0]
    publisher = nodes.publisher(site)
    budget.put(dataset, "publisher", {"@type": "Organization", "@id": site.publisher_id, "name": publisher.name})
    budget.put(dataset, "isPartOf", site.corpus_id)
    if "measurementTechnique" not in given.rest:
        budget.fill(dataset, "measurementTechnique", TECHNIQUES)
    if "variableMeasured" not in given.rest:
        budget.fill(dataset, "variableMeasured", _variables(figure))
    for node, download in zip(dataset.get("distribution", ()), context.downloads, strict=False):
        budget.put_all(node, [("name", download.name), ("contentSize", download.size and f"{download.size} B"),
                              ("sha256", download.sha256)])
    reference = {"@id": article["@id"]}
    budget.fill(dataset, "isBasedOn", [reference] if image is None else [image, reference])
    if site.citation:
        budget.fill(dataset, "citation", [article, nodes.article(site.citation)])
    budget.put_all(article, paper_details(figure.paper))
    if image is not None:
        budget.put_all(image, picture_details(figure, dataset["name"], description))
        address = dataset["url"] + "#figure"
        if budget.take(2 * len(address) + 28):
            named = {"@type": image["@type"], "@id": address, **image}
            image.clear()
            image.update(named)
            dataset.setdefault("image", {"@id": address})
    budget.put(dataset, "mainEntityOfPage", dataset["url"])
    ranged, taxa = add_ranges(figure, dataset)
    if ranged and budget.take(size(ranged) + size(taxa) - size(dataset["mentions"])):
        dataset["mentions"] = ranged
        graph[1:1] = taxa


def _variables(figure: Figure) -> list[Node]:
    count = len({g.gene_id for g in figure.genes})
    found: list[Node] = [{"@type": "PropertyValue", "name": "NCBI genes mentioned", "value": count}]
    if figure.score is not None and 0 <= figure.score <= 1:
        found.append({"@type": "PropertyValue", "name": "pathway figure classifier score", "value": figure.score,
                      "minValue": 0, "maxValue": 1})
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]

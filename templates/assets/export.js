// A diagram as a file, from what the page holds.  sitegen/exports writes the same: tested.
import { geneId } from "./address.js";
import { rows } from "./figurepage.js";
import { save } from "./tools.js";

const FORBIDDEN = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\p{NChar}\ufeff]/gu;
const line = (text) => text.replace(FORBIDDEN, "").replace(/[\s\x85]+/g, " ").trim();
const FROM = "αβγδεϵζηθικĸλμνξοπρσςτυφχωψ", TO = "a b g d e e z h th i k k l u n x o p r s s t y f c o ps".split(" ");
const SIGNS = { activation: "+", expression: "+", inhibition: "-", repression: "-" };
const GENE = "https://www.ncbi.nlm.nih.gov/gene/";

// As fold_name: IL-6 is il 6, NF-κB is NFkB.
export const fold = (name) =>
  name.normalize("NFKC").toLowerCase()
    .replace(/[\s\u00ad\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d_./,()[\]{}:;*'"+]+/g, "")
    .replace(/alpha|beta|gamma|delta|epsilon|zeta|theta|kappa|lambda|sigma|omega/g, (m) => (m == "theta" ? "th" : m[0]))
    .replace(/[α-ωϵĸ]/g, (c) => TO[FROM.indexOf(c)] ?? c);

export function network(ident, title, organism, relations, people, elsewhere = new Map()) {
  const known = new Map(), places = new Map(), nodes = [];
  people.forEach((p, i) => [fold(p.label), ...p.names].forEach((n) => known.has(n) || known.set(n, i)));
  const node = ({ kind, genes = [], xref = null }, label) => nodes.push({ label, kind, genes, xref });
  const place = (end) => {
    const label = line(end) || "?", folded = fold(label) || label;
    const one = /[A-Z0-9]s$/.test(label) ? known.get(fold(label.slice(0, -1))) : undefined, key = known.get(folded) ?? one ?? folded;
    if (!places.has(key)) {
      places.set(key, nodes.length);
      node(typeof key == "number" ? people[key] : { kind: elsewhere.get(key) ?? "process" }, label);
    }
    return places.get(key);
  };
  const edges = relations.map((r) => ({ ...r, source: place(r.source), target: place(r.target) }));
  const labels = new Set(nodes.map((n) => n.label));
  people.forEach((p, i) => {
    const label = line(p.label) || "?";
    if (places.has(i) || labels.has(label)) return;
    labels.add(label);
    node(p, label);
  });
  return { ident, title: line(title), organism: line(organism), nodes, edges };
}

const own = (r) => SIGNS[r.type] ?? "0";
const word = (r) => r.type + (r.polarity == own(r) ? "" : `(${r.polarity})`) + (r.hedged ? "?" : "");
const label = (net, i) => net.nodes[i].label;
const width = (n) => Math.min(Math.max(8 * [...n.label].length + 20, 80), 240);

// Centres: as given, the others in a grid below.
const positions = (nodes, given) => {
  const rest = nodes.map((_, i) => i).filter((i) => !given.has(i)), columns = Math.ceil(Math.sqrt(rest.length)) || 1;
  const widest = rest.length ? Math.max(...rest.map((i) => width(nodes[i]))) : 80;
  const top = Math.max(-30, ...[...given.values()].map((p) => p[1])) + 90, all = new Map(given);
  rest.forEach((i, k) => all.set(i, [60 + widest / 2 + (k % columns) * (widest + 60), top + Math.floor(k / columns) * 90]));
  return nodes.map((_, i) => all.get(i));
};

export function sif(net) {
  const lines = [...new Set(net.edges.map((e) => `${label(net, e.source)}\t${word(e)}\t${label(net, e.target)}`))];
  const used = new Set(net.edges.flatMap((e) => [e.source, e.target])), end = lines.length ? "\n" : "\t\n";
  return lines.map((l) => l + "\n").join("") + net.nodes.map((n, i) => (used.has(i) ? "" : n.label + end)).join("");
}

export function dot(net) {
  const quote = (text) => `"${text.replace(/["\\]/g, "\\$&")}"`;
  const shapes = { gene: "box", family: "box3d", chemical: "ellipse", disease: "octagon" };
  const heads = { binding: "dot", conversion: "onormal" };
  return [
    `digraph ${quote(net.ident)} {`,
    `  graph [label=${quote(net.title)}, rankdir=TB];`,
    '  node [fontname="Helvetica"];',
    ...net.nodes.map((n, i) => `  n${i} [label=${quote(n.label)}, shape=${shapes[n.kind] ?? "plaintext"}${n.xref?.[0] == "ncbigene" ? `, URL=${quote(GENE + n.xref[1])}` : ""}];`),
    ...net.edges.map((e) => `  n${e.source} -> n${e.target} [arrowhead=${{ "+": "normal", "-": "tee" }[e.polarity] ?? heads[e.type] ?? "vee"}, class=${quote(e.type)}${e.hedged ? ", style=dashed" : ""}${e.evidence ? `, tooltip=${quote(line(e.evidence))}` : ""}];`),
    "}\n",
  ].join("\n");
}

const discrete = (attribute, type, map) =>
  ({ type: "DISCRETE", definition: { attribute, type, map: map.map(([v, vp]) => ({ v, vp })) } });

export function cx2(net, given = new Map()) {
  const spots = positions(net.nodes, given), d = { d: "string" };
  const about = { name: net.title || net.ident, figure: net.ident, ...(net.organism && { organism: net.organism }) };
  const aspects = {
    attributeDeclarations: [{
      networkAttributes: Object.fromEntries(Object.keys(about).map((k) => [k, d])),
      nodes: { name: { d: "string", a: "n" }, represents: { d: "string", a: "r" }, type: d, ncbigene: { d: "list_of_string" } },
      edges: { name: d, interaction: { d: "string", a: "i" }, polarity: d, hedged: { d: "boolean" }, evidence: d },
    }],
    networkAttributes: [about],
    nodes: net.nodes.map((n, id) => ({
      id, x: spots[id][0], y: spots[id][1],
      v: {
        n: n.label, ...(n.xref && { r: n.xref[1].includes(":") ? n.xref[1] : n.xref.join(":") }), type: n.kind,
        ...(n.genes.length && { ncbigene: n.genes }),
      },
    })),
    edges: net.edges.map((e, id) => ({
      id, s: e.source, t: e.target,
      v: {
        name: `${label(net, e.source)} (${e.type}) ${label(net, e.target)}`, i: e.type, polarity: e.polarity,
        hedged: e.hedged, ...(e.evidence && { evidence: line(e.evidence) }),
      },
    })),
    visualProperties: [{
      default: {
        network: { NETWORK_BACKGROUND_COLOR: "#FFFFFF" },
        node: { NODE_SHAPE: "round-rectangle", NODE_WIDTH: 90, NODE_HEIGHT: 28, NODE_BACKGROUND_COLOR: "#FFFFFF", NODE_BORDER_WIDTH: 1 },
        edge: { EDGE_TARGET_ARROW_SHAPE: "arrow", EDGE_WIDTH: 1.5, EDGE_LINE_COLOR: "#555555" },
      },
      nodeMapping: { NODE_LABEL: { type: "PASSTHROUGH", definition: { attribute: "name", type: "string" } } },
      edgeMapping: {
        EDGE_TARGET_ARROW_SHAPE: discrete("polarity", "string", [["+", "triangle"], ["-", "tee"], ["0", "arrow"]]),
        EDGE_LINE_STYLE: discrete("hedged", "boolean", [[true, "dashed"]]),
      },
    }],
  };
  const held = Object.entries(aspects).filter(([, items]) => items.length);
  return "[\n" + [
    { CXVersion: "2.0", hasFragments: false },
    { metaData: held.map(([name, items]) => ({ elementCount: items.length, name })) },
    ...held.map(([name, items]) => ({ [name]: items })),
    { status: [{ error: "", success: true }] },
  ].map((part) => JSON.stringify(part)).join(",\n") + "\n]\n";
}

const text = (s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const xml = (s) => text(s).replace(/"/g, "&quot;");

const ports = ([ax, ay], [bx, by]) => {
  const dx = bx - ax, dy = by - ay, x = Math.sign(dx), y = Math.sign(dy);
  if (!dx && !dy) return [[1, 0], [0, -1]];
  return dy && Math.abs(dy) >= Math.floor(Math.abs(dx) / 2) ? [[0, y], [0, -y]] : [[x, 0], [-x, 0]];
};

export function gpml(net, given = new Map()) {
  const spots = positions(net.nodes, given);
  const types = { gene: "GeneProduct", family: "GeneProduct", chemical: "Metabolite", disease: "Disease" };
  const heads = { conversion: "Conversion", binding: "Binding", transport: "Translocation", expression: "TranscriptionTranslation" };
  const head = (r) => (r.polarity == "-" ? "Inhibition"
    : r.type == "conversion" && r.polarity == "+" ? "Catalysis" : heads[r.type] ?? (r.polarity == "+" ? "Stimulation" : "Directed"));
  const point = (id, i, arrow, [x, y]) =>
    `<Point elementId="${id}" arrowHead="${arrow}" x="${spots[i][0] + (x * width(net.nodes[i])) / 2}" y="${spots[i][1] + y * 12}" elementRef="n${i}" relX="${x}" relY="${y}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Pathway xmlns="http://pathvisio.org/GPML/2021" title="${xml(net.title || net.ident)}"${net.organism && ` organism="${xml(net.organism)}"`} source="${xml(net.ident)}">`,
    `<Graphics boardWidth="${Math.max(0, ...net.nodes.map((n, i) => spots[i][0] + width(n) / 2)) + 60}" boardHeight="${Math.max(0, ...spots.map((p) => p[1])) + 60}"/>`,
    "<DataNodes>",
    ...net.nodes.map((n, i) => `<DataNode elementId="n${i}" textLabel="${xml(n.label)}" type="${types[n.kind] ?? "Undefined"}">${n.xref ? `<Xref identifier="${xml(n.xref[1])}" dataSource="${n.xref[0]}"/>` : ""}<Graphics centerX="${spots[i][0]}" centerY="${spots[i][1]}" width="${width(n)}" height="24"/>${n.kind == "family" && n.genes.length ? `<Comment source="NCBI Gene">${n.genes.join(" ")}</Comment>` : ""}</DataNode>`),
    "</DataNodes>",
    "<Interactions>",
    ...net.edges.map((e, i) => {
      const [a, b] = ports(spots[e.source], spots[e.target]);
      return `<Interaction elementId="e${i}"><Waypoints>${point(`e${i}a`, e.source, "Undirected", a)}${point(`e${i}b`, e.target, head(e), b)}</Waypoints><Graphics lineStyle="${e.hedged ? "Dashed" : "Solid"}"/>${e.evidence ? `<Comment source="evidence">${text(line(e.evidence))}</Comment>` : ""}<Property key="relation" value="${word(e)}"/></Interaction>`;
    }),
    "</Interactions>",
    "</Pathway>\n",
  ].join("\n");
}

// The drawing with its looks.
const LOOK = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "paint-order", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "rx"];
export function svg(drawing) {
  drawing.style.zoom = 1; // WebKit divides computed lengths by it
  const copy = drawing.cloneNode(true), copies = copy.getElementsByTagName("*"), { width, height } = drawing.viewBox.baseVal;
  [drawing, ...drawing.querySelectorAll("*")].forEach((el, i) => {
    const to = i ? copies[i - 1] : copy, look = getComputedStyle(el), above = i ? getComputedStyle(el.parentNode) : {};
    if (!el.closest("defs")) for (const name of LOOK) if (look[name] != above[name]) to.setAttribute(name, look[name]);
    for (const name of ["class", "data-r", "style", "aria-describedby"]) to.removeAttribute(name);
    if (el.localName == "a") to.setAttribute("href", new URL(el.getAttribute("href"), document.baseURI).href);
  });
  drawing.style.zoom = "";
  let fill, behind = drawing;
  do fill = getComputedStyle(behind).backgroundColor;
  while (/, 0\)$/.test(fill) && (behind = behind.parentElement));
  for (const el of copy.querySelectorAll("[data-reach]")) el.remove();
  copy.prepend(document.createElementNS(copy.namespaceURI, "rect"));
  for (const [el, given] of [[copy.firstChild, { fill: behind ? fill : "#fff", stroke: "none" }], [copy, {}]])
    for (const [k, v] of Object.entries({ width, height, ...given })) el.setAttribute(k, v);
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(copy) + "\n";
}

export function people(page) {
  const found = new Map();
  for (const list of page.querySelectorAll(".genes details"))
    for (const { word: label, links } of rows(list)) {
      const key = fold(label) || label;
      const genes = [...new Set(links.map((a) => geneId(a.href)).filter(Boolean))];
      if (!found.has(key)) found.set(key, { label, kind: "gene", names: [key], genes });
      const p = found.get(key);
      if (genes.length > 1) p.kind = "family";
      p.symbols = [...(p.symbols ?? []), ...links.map((a) => a.textContent).filter((s) => !/^gene \d+$/.test(s))];
    }
  for (const p of found.values()) {
    if (p.kind == "family") continue;
    p.names.push(...p.symbols.map(fold));
    if (p.genes.length) p.xref = ["ncbigene", p.genes[0]];
  }
  for (const [id, kind, source, form] of [["chemicals", "chemical", "chebi", "CHEBI:"], ["diseases", "disease", "doid", "DOID:"]])
    for (const head of page.querySelectorAll(`.genes > #${id}`))
      for (const { word: label, name: called, links } of rows(head.parentNode)) {
        const key = fold(label) || label, at = links.map((a) => a.href);
        if (found.has(key)) continue;
        const own = at.find((l) => l.includes(`/${source}:`)), mesh = at.find((l) => l.includes("/mesh/")), name = fold(called);
        found.set(key, {
          label, kind, names: name ? [key, name] : [key],
          xref: own ? [source, form + own.split(`/${source}:`)[1]] : mesh ? ["mesh", mesh.split("/mesh/")[1]] : null,
        });
      }
  return [...found.values()];
}

// A verb of one word begins as its type does; data-k has the others.
const TYPES = [...Object.keys(SIGNS), "phosphorylation", "dephosphorylation", "binding"];
export const relations = (page) =>
  [...page.querySelectorAll("ol.relations > li")].map((li, i) => {
    const verb = li.querySelector("a, b"), [, may, start] = /^(may )?(.{4})/.exec(verb.textContent);
    const [, type, sign] = /^(\w+)(?:\((.)\))?/.exec(li.dataset.k ?? TYPES.find((t) => t.startsWith(start)));
    return {
      source: verb.previousSibling.data, target: verb.nextSibling.data, type, polarity: sign ?? own({ type }), hedged: !!may,
      evidence: (li.querySelector("q")?.textContent ?? [...page.querySelectorAll(`#caption [data-r~="${i}"]`)].map((p) => p.textContent).join("")) || null,
    };
  });

// Where the drawing has nodes; wider apart: boxes are larger elsewhere.
const drawn = (net, drawing) => {
  const spots = new Map(), index = new Map(net.edges.flatMap((e) => [e.source, e.target]).map((i) => [fold(label(net, i)), i]));
  for (const words of drawing.querySelectorAll("text:first-of-type")) {
    const i = index.get(fold(words.textContent)), { x, y, width, height } = words.getBBox();
    if (i !== undefined && !words.closest("[data-r]"))
      spots.set(i, [Math.round((x + width / 2) * 1.5), Math.round((y + height / 2) * 1.5)]);
  }
  return spots;
};

// Genes that other figures' tables know are drawn as such.
const shown = (drawing) =>
  new Map([...drawing.querySelectorAll(":scope > :is(a, g)")].map((n) =>
    [fold((n.querySelector("title") ?? n).textContent), { null: "gene", f: "family" }[n.getAttribute("class")]]));

if (typeof document != "undefined") {
  const section = document.querySelector("section.diagram"), drawing = section?.querySelector("svg");
  if (drawing) {
    const ident = document.querySelector(".facts code").textContent;
    const read = () =>
      network(ident, document.querySelector("h1").textContent, document.querySelector(".kicker [href*=organisms]")?.textContent ?? "", relations(document), people(document), shown(drawing));
    const files = { SVG: () => svg(drawing), DOT: dot, SIF: sif, CX2: cx2, GPML: gpml };
    const bar = document.createElement("p");
    bar.className = "exports";
    bar.append("Download as ");
    for (const [name, make] of Object.entries(files)) {
      const button = document.createElement("button");
      button.textContent = name;
      button.onclick = save(() => { const net = read(); return make(net, drawn(net, drawing)); }, `${ident}.${name.toLowerCase()}`);
      bar.append(button, " ");
    }
    section.append(bar);
  }
}

// What the relations of all figures say of a gene, or of anything else that several draw, and on demand the sentences.
import { figurePage } from "./address.js";
import { quote } from "./query.js";
import { Reader, open, rows, statementsAt, tableOf, yearOf } from "./store.js";
import { term } from "./tokens.js";
import { button, element as el, figures, number, saveTable, unread } from "./tools.js";

const VERBS = ["promotes", "inhibits", "acts on", "binds"];
const PASSIVE = ["Promoted\u00a0by", "Inhibited\u00a0by", "Acted\u00a0on\u00a0by"];
const GROUPS = [[0, 1], [1, 1], [2, 1], [0, 0], [1, 0], [2, 0], [3, 0]]; // verb, and whether the name receives it
const KINDS = ["gene", "gene", "gene", "family", "chemical", "disease", "process"];
const PAGE = 1, OTHER_PAGE = 2, FIRST = 12, STEP = 10;

// What the file says by name: { name, isGene, all }, where `all` reads the statements
// [{ subject, isGene, verb, received, kind, name, page, said: [[document, hedged, relation]] }], `kind`, `name` and `page` of the other end.
function readStatements(bytes) {
  const r = new Reader(bytes), found = new Map();
  for (let names = r.number(); names; names--) {
    const subject = r.text(), isGene = r.number() <= OTHER_PAGE, size = r.number(), at = r.at;
    found.set(subject, { name: subject, isGene, all: () => { r.at = at; return list(r).map((s) => ({ subject, isGene, ...s })); } });
    r.at = at + size;
  }
  return found;
}

function list(r) {
  return Array.from({ length: r.number() }, () => {
    const code = r.number(), kind = r.number(), name = r.text();
    const page = kind === OTHER_PAGE ? r.text() : kind === PAGE ? name : "";
    let document = 0;
    const said = Array.from({ length: r.number() }, () => {
      const step = r.number();
      return [(document += step >> 1), step & 1, r.number()];
    });
    return { verb: code >> 1, received: code & 1, kind: KINDS[kind], name, page, said };
  });
}

const hedged = ({ said }) => said.every(([, hedged]) => hedged);
let start, opened;

/** What figures say of a name, as it is spelt there; undefined where they say nothing. */
export async function saidOf(directory, asked) {
  start = await open(directory);
  const told = await statementsAt(term(asked), readStatements);
  return told?.get(asked) ?? [...told?.values() ?? []].find(({ name }) => term(name) === term(asked));
}

/** A page of a gene, a chemical or a disease says at its end what figures say of it. */
export async function tell(list) {
  const said = await saidOf(document.querySelector("form.find").action, list.dataset.genes ?? list.dataset.name);
  if (said) document.querySelector("main").append(section(said));
}

const words = ({ subject, verb, received, name }) => (received ? [name, VERBS[verb], subject] : [subject, VERBS[verb], name]);

/** The section that says it. */
export function section({ name, isGene, all: read }) {
  opened = undefined;
  const all = read(), documents = new Set(all.flatMap(({ said }) => said.map(([d]) => d))), body = el("tbody");
  for (const [verb, received] of GROUPS) {
    const some = all.filter((s) => s.verb === verb && s.received === received);
    some.sort((a, b) => b.said.length - a.said.length || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.name < b.name ? -1 : 1));
    if (some.length) body.append(el("tr", {}, el("th", { scope: "row", textContent: received ? PASSIVE[verb] : capital(VERBS[verb]) }), el("td", {}, choices(some))));
  }
  const saving = button("Save as TSV", saveTable(`${name}-relations.tsv`, () => everything(all)));
  return el("section", {},
    el("h2", { id: "relations", textContent: `What figures say of ${name}` }),
    el("p", { className: "quiet", textContent: `Relations of ${name}${isGene ? ", or of a word that stands for it," : ""} in ${figures(documents.size)}: read from captions, or given. Numbers count figures; each opens the sentences.${all.some(hedged) ? " Dashed: stated with caution." : ""}` }),
    el("table", {}, body), el("p", { className: "send" }, saving));
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

// A button a statement; those beyond the first wait behind one more.
function choices(some) {
  const line = el("div", { className: "pages" });
  line.style.margin = "0"; // the line of a table has room of its own
  const add = (list) => line.append(...list.map((s) => {
    const one = button(`${s.name} (${number(s.said.length)})`, () => press(one, s));
    one.setAttribute("aria-expanded", "false");
    one.title = `${words(s).join(" ")}${hedged(s) ? ", stated with caution" : ""}: ${figures(s.said.length)}`;
    if (hedged(s)) one.style.borderStyle = "dashed";
    return one;
  }));
  add(some.slice(0, FIRST));
  if (some.length > FIRST) {
    const others = button(`${number(some.length - FIRST)} more`, () => {
      others.remove();
      add(some.slice(FIRST));
      line.children[FIRST].focus();
    });
    line.append(others);
  }
  return line;
}

// Opens the sentences of a statement below its line, or closes them.
function press(one, s) {
  const again = opened?.one === one;
  opened?.row.remove();
  opened?.one.setAttribute("aria-expanded", "false");
  opened?.one.removeAttribute("aria-current");
  opened = undefined;
  if (again) return;
  const items = el("ol", { className: "relations figs" }), [source, verb, target] = words(s);
  const there = s.page ? `../genes/${encodeURIComponent(s.page)}.html` : `../search/?q=${encodeURIComponent(quote(s.name))}`;
  const named = (name) => (name === s.name ? el("a", { href: there, textContent: name }) : name);
  const told = el("div"), next = el("button", { type: "button", textContent: "More", hidden: true });
  const more = async () => {
    const some = s.said.slice(items.children.length, items.children.length + STEP), read = await rows(some.map(([d]) => d));
    const lines = some.map(([d, , relation], i) => line(read[i], d, relation, s));
    items.append(...lines);
    next.hidden = items.children.length >= s.said.length;
    return lines[0];
  };
  const row = el("tr", {}, el("td", { colSpan: 2 }, el("h3", {}, named(source), ` ${verb} `, named(target), `: ${figures(s.said.length)}`), items, told, next));
  one.closest("tr").after(row);
  one.setAttribute("aria-expanded", "true");
  one.setAttribute("aria-current", "true");
  opened = { one, row };
  const go = () => {
    told.replaceChildren();
    return more().catch((e) => unread(told, "The index", e, go));
  };
  next.onclick = () => go().then((first) => first?.querySelector("a").focus());
  go();
}

function line({ figid, title }, document, relation, s) {
  const names = [...(s.isGene ? [s.subject] : []), ...(s.kind === "gene" ? [s.name] : [])];
  const li = el("li", {}, el("a", { href: figurePage(figid, names), textContent: title }), " ", el("small", { textContent: yearOf(start.years, document) || "" }));
  sentence(figurePage(figid), relation).then((textContent) => { if (textContent) li.append(el("q", { textContent })); }).catch(() => {}); // without it the link stands
  return li;
}

// What a figure's page gives as evidence of a relation: beside the relation, or marked in the caption.
async function sentence(href, relation) {
  const page = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html");
  const beside = page.querySelectorAll("ol.relations > li")[relation]?.querySelector("q");
  return beside?.textContent ?? [...page.querySelectorAll(`#caption [data-r~="${relation}"]`)].map((e) => e.textContent).join("");
}

// All that figures say, a line a figure, as a table.
async function everything(all) {
  const told = await tableOf(all.flatMap(({ said }) => said.map(([d]) => d)));
  return [["source", "relation", "target", "kind", "hedged", "year", "figid", "url"], ...all.flatMap((s) => s.said.map(([d, hedge]) =>
    [...words(s), s.kind, hedge ? "yes" : "no", yearOf(start.years, d) || "", told(d)[0], figurePage(told(d)[0])]))];
}

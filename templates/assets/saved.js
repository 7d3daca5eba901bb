// The page of saved figures, docs/saved.md: the reader's own, or those that an address names after `#`.  The build puts `IMAGES` and
// `GENE_LIST` before this file, as before figure.js.
import { figurePage } from "./address.js";
import { figureOf } from "./fetched.js";
import { figureRows, geneCount, geneRows, gmt, organismsOf, sharedGenes, tally } from "./gathered.js";
import { MOST, allowed, keep, saveButton, saved } from "./mine.js";
import { bibtex, papers, ris } from "./papers.js";
import { fallbacks } from "./picture.js";
import { compact, spelled } from "./sharing.js";
import { button, copy, counted, element as el, figures as several, number, save, saveTable, say } from "./tools.js";

const byId = (id) => document.getElementById(id);
const AT_ONCE = 4, PAGE = 25, GENES = 500; // pages read at once, lines of the table of genes, genes in an address
const OWN = { last: "last saved first", first: "first saved first" }, GIVEN = { first: "as they were shared" };
const ORDERS = { year: "newest first", title: "by title", genes: "most genes first" };
const text = new Intl.Collator("en");
const known = new Map(), lines = new Map(), ghosts = new Map(), busy = new Set();
let shared, genesShown = PAGE, reading, stop;

// The list of the page, old ids as what they are now.
const listed = () => [...new Set((shared?.figids ?? saved()).map((figid) => known.get(figid)?.figid ?? figid))];
const readFigures = () => ordered().map((figid) => known.get(figid)).filter((f) => f?.organisms);
const unread = () => listed().filter((figid) => !known.has(figid) || known.get(figid).error);

function ordered() {
  const list = listed(), order = byId("order").value, f = (figid) => known.get(figid) ?? {};
  if (order === "last") return list.reverse();
  if (order === "year") return list.sort((a, b) => (f(b).year || 0) - (f(a).year || 0));
  if (order === "title") return list.sort((a, b) => text.compare(f(a).title ?? "\uffff", f(b).title ?? "\uffff"));
  if (order === "genes") return list.sort((a, b) => (f(b).genes ?? -1) - (f(a).genes ?? -1));
  return list;
}

// Another list than before: the reader's own, or one that is shared.
function begin() {
  const given = new URLSearchParams(location.hash.slice(1)).get("figures");
  shared = given === null ? undefined : spelled(given);
  if (shared) shared.figids = shared.figids.slice(0, MOST);
  stop?.abort();
  reading = undefined;
  lines.clear();
  ghosts.clear();
  const heading = shared ? "Shared figures" : "My figures";
  byId("heading").textContent = heading;
  document.title = document.title.replace(/^[^·]*/, `${heading} `);
  byId("order").replaceChildren(...Object.entries({ ...(shared ? GIVEN : OWN), ...ORDERS }).map(([value, textContent]) => el("option", { value, textContent })));
  byId("clear").hidden = Boolean(shared);
  tell();
  draw();
  load();
}

// What is said above the list.
function tell(...more) {
  if (!shared) return byId("told").replaceChildren(...more);
  const own = saved(), left = listed().filter((figid) => !own.includes(figid) && !known.get(figid)?.gone && !known.get(figid)?.several);
  const strange = shared.strange ? ` ${counted(shared.strange, "part")} of the address cannot be the id of a figure.` : "";
  const first = listed().length ? `A list of ${several(listed().length)} that somebody shared; your own is as it was.` : "This address names no figure.";
  return byId("told").replaceChildren(`${first}${strange} `, left.length ? button("Add all to my figures", () => keep([...saved(), ...left])) : listed().length ? "All of them are in " : "See ",
    left.length ? "" : el("a", { href: location.pathname, textContent: "my figures" }));
}

function draw() {
  const list = ordered(), focused = document.activeElement;
  if (!shared) for (const [figid, { shown }] of [...ghosts]) {
    if (list.includes(figid)) forget(figid);
    else list.splice(shown, 0, figid);
  }
  byId("results").replaceChildren(...list.map((figid) => lines.get(figid) ?? line(figid)));
  if (focused && focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
  byId("empty").hidden = shared || list.length > 0;
  byId("list").hidden = !list.length;
  count();
}

// Of a figure that was removed nothing is to be seen any more: it is back, or the list is another one.
function forget(...figids) {
  for (const figid of figids) if (ghosts.delete(figid)) lines.delete(figid);
}

function count() {
  const some = readFigures(), list = listed(), left = unread().length, missing = list.length - some.length - left, years = some.map((f) => f.year).filter(Boolean).sort();
  const works = papers(some.map((f) => f.work)).length, span = years.length ? `, ${years[0]}${years[0] === years.at(-1) ? "" : ` to ${years.at(-1)}`}` : "";
  const told = [reading ? `Reading ${number(list.length - left)} of ${several(list.length)}… ` : `${several(list.length)}${works ? ` of ${counted(works, "paper")}${span}` : ""}. `];
  if (missing) told.push(`${number(missing)} could not be found. `);
  if (reading) told.push(button("Stop", () => stop.abort()));
  else if (left) told.push(`${number(left)} could not be read. `, button("Read again", load));
  byId("count").replaceChildren(...told);
  byId("results").toggleAttribute("aria-busy", Boolean(reading));
}

function line(figid) {
  const li = el("li"), ghost = ghosts.has(figid) && !listed().includes(figid), f = known.get(figid) ?? {};
  lines.set(figid, li);
  if (ghost) {
    const box = el("div", { className: "quiet" }, `Removed: ${f.title || figid}. `, button("Undo", () => back(figid)));
    box.style.gridColumn = "1 / 3";
    li.append(box);
    return li;
  }
  const link = (properties, ...inside) => (f.gone || f.several ? el("span", properties, ...inside) : el("a", { href: figurePage(figid), ...properties }, ...inside));
  const name = f.title || figid, act = shared ? (f.gone || f.several ? "" : saveButton(figid, name)) : button("Remove", () => remove(figid));
  if (!shared) act.ariaLabel = `Remove: ${name}`;
  li.append(thumb(f, link), el("div", {}, el("h3", {}, link({ textContent: name })), ...told(figid, f, act).map((inside) => el("p", { className: "quiet" }, ...inside))));
  return li;
}

// What is said of a figure, or of why it cannot be shown, with what can be done about it.
function told(figid, f, act) {
  if (f.gone) return [["No figure of this collection has this id now. ", el("a", { href: `../search/?q=${encodeURIComponent(figid)}`, textContent: "Search for it" }), " ", act]];
  if (f.several) return [["This old id belongs to several figures: ", ...f.several.flatMap((other, i) => [i ? ", " : "", el("a", { href: figurePage(other.figid), textContent: other.title })]), " ", act]];
  if (f.error) return [[`The figure could not be read (${f.error}). `, act]];
  if (!f.organisms) return [["Not read yet. ", act]];
  const facts = [f.label, f.species.join(", "), f.year, counted(f.genes, "gene")].filter(Boolean).join(" · ");
  return [[`${facts} `, act], [f.paper], [f.was && `Listed as ${f.was}, its old id.`]].filter(([text]) => text);
}

function thumb(f, link) {
  const a = link({ className: "thumb", tabIndex: -1, ariaHidden: "true" });
  if (!f.image) return a;
  const next = fallbacks(f.image, IMAGES, f.figid.split("__")[0]), img = el("img", { alt: "", loading: "lazy", referrerPolicy: "no-referrer", width: 120, height: 90 });
  img.onerror = () => { const src = next.shift(); if (src) img.src = src; else img.remove(); };
  img.src = f.image;
  a.append(img);
  return a;
}

// Reads the figures of the list that are not known, a few at a time.
function load() {
  if (!reading && unread().length) {
    const tried = new Set(), controller = stop = new AbortController();
    const worker = async () => {
      for (let figid; (figid = unread().find((one) => !tried.has(one))) && !controller.signal.aborted;) {
        tried.add(figid);
        await readOne(figid, controller.signal);
      }
    };
    const mine = reading = Promise.all(Array.from({ length: AT_ONCE }, worker)).finally(() => {
      if (reading !== mine) return; // the page went on to another list
      reading = undefined;
      done();
    });
    count();
  } else if (!reading) done();
  return reading;
}

async function readOne(figid, signal) {
  try {
    const page = await figureOf(figid, signal), f = page.organisms ? { ...page, genes: geneCount(page) } : page;
    if (f.figid && f.figid !== figid) {
      known.set(f.figid, { ...f, was: figid });
      known.set(figid, { ...f, was: figid });
      lines.delete(f.figid);
      if (!shared) keep(listed());
      return draw();
    }
    known.set(figid, f);
  } catch (e) {
    if (signal.aborted) return;
    known.set(figid, { error: e.message });
  }
  const old = lines.get(figid), focused = old?.contains(document.activeElement), fresh = line(figid);
  old?.replaceWith(fresh);
  if (focused) fresh.querySelector("button").focus();
  count();
}

function done() {
  if (shared) tell();
  draw();
  genes();
}

const organism = () => byId("organism").value;

function genes() {
  const some = readFigures(), choice = organism();
  byId("organism").replaceChildren(...organismsOf(some).map(([value, n]) => el("option", { value, textContent: `${value} (${several(n)})`, selected: value === choice })));
  byId("genes").parentElement.hidden = !organism();
  if (!organism()) return;
  const all = tally(some, organism()), common = sharedGenes(all, some.length), more = all.length - genesShown;
  const rank = new URLSearchParams({ genes: common.slice(0, GENES).map((g) => g.symbol).join(","), organism: organism(), words: 1 });
  const ranked = GENE_LIST && common.length > 1 ? [el("a", { href: `../enrichment/#${String(rank).replaceAll("%2C", ",")}`, textContent: `Rank all figures by ${common.length > GENES ? `the first ${GENES}` : "them"}` })] : [];
  byId("common").replaceChildren(some.length > 1 ? `${number(common.length)} of ${counted(all.length, "gene")} are in two of these figures or more. ` : `${counted(all.length, "gene")}. `, ...ranked);
  byId("counts").replaceChildren(...all.slice(0, genesShown).map((g) => el("tr", {}, el("td", {}, el("a", { href: g.href, textContent: g.symbol })),
    el("td", { textContent: g.figids.length }), el("td", { textContent: g.words.join(", ") }))));
  byId("more").hidden = more <= 0;
}

function remove(figid) {
  const list = saved(), place = { shown: ordered().indexOf(figid), kept: list.indexOf(figid) };
  if (!keep(list.filter((other) => other !== figid))) return;
  say("Removed from my figures.");
  ghosts.set(figid, place);
  renew(figid);
  lines.get(figid).querySelector("button").focus();
}

function back(figid) {
  const list = saved();
  list.splice(ghosts.get(figid).kept, 0, figid);
  if (!keep(list)) return;
  say("Back in my figures.");
  renew(figid);
  lines.get(figid).querySelector("button").focus();
}

function renew(figid) {
  lines.delete(figid);
  draw();
}

function clear() {
  const before = saved();
  if (!keep([])) return;
  forget(...ghosts.keys());
  draw();
  const undo = button("Undo", () => {
    if (!keep([...before, ...saved().filter((figid) => !before.includes(figid))])) return;
    tell();
    byId("clear").focus();
  });
  tell(`${several(before.length)} removed. `, undo);
  undo.focus();
}

// All figures of the list as far as they exist: for a file, in which none may be missing without a word.
async function whole() {
  await load();
  if (unread().length) throw new Error(`${several(unread().length)} could not be read`);
  return readFigures();
}

const rows = async () => {
  await load();
  return figureRows(ordered().map((figid) => {
    const f = known.get(figid) ?? { error: "not read" };
    return f.organisms ? { ...f, note: f.was ? `listed as ${f.was}` : "" } : { figid, note: f.gone ? "no figure has this id" : f.several ? `old id of ${f.several.map((one) => one.figid).join(" ")}` : f.error };
  }));
};

const file = (id, name, type, make) => byId(id).addEventListener("click", (e) => save(async () => make(await whole()), name(), type)(e));
const slug = () => organism().toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
const TYPES = { ris: "application/x-research-info-systems", bibtex: "application/x-bibtex", gmt: "text/tab-separated-values" };

byId("link").addEventListener("click", copy(() => `${location.origin}${location.pathname}#figures=${compact(ordered())}`));
byId("tsv").addEventListener("click", saveTable("my-figures.tsv", rows));
file("ris", () => "my-papers.ris", TYPES.ris, (some) => ris(papers(some.map((f) => f.work))));
file("bibtex", () => "my-papers.bib", TYPES.bibtex, (some) => bibtex(papers(some.map((f) => f.work))));
for (const [id, kind] of [["symbols", "symbol"], ["geneids", "id"]])
  file(id, () => `my-figures.${slug()}.${kind === "id" ? "ncbigene" : "symbols"}.gmt`, TYPES.gmt, (some) => gmt(some, organism(), kind));
byId("tally").addEventListener("click", saveTable("my-genes.tsv", async () => geneRows(tally(await whole(), organism()), organism())));
byId("organism").addEventListener("change", () => { genesShown = PAGE; genes(); });
byId("order").addEventListener("change", () => { forget(...ghosts.keys()); draw(); });
byId("clear").addEventListener("click", clear);
byId("more").addEventListener("click", () => {
  const first = genesShown;
  genesShown += 4 * PAGE;
  genes();
  byId("counts").children[first].querySelector("a").focus();
});
for (const change of ["figures", "storage"]) addEventListener(change, () => { // in this tab or in another one
  if (shared) return tell();
  draw();
  if (unread().length) load();
  else if (!reading) genes();
});
if (!allowed()) byId("empty").textContent = "Your browser lets this page keep nothing, so that no figure can be saved. A list that is shared with you can be seen all the same.";
addEventListener("hashchange", () => {
  if (!location.hash || location.hash.includes("figures=")) begin();
  else if (shared) history.replaceState(null, "", `#figures=${compact(shared.figids)}`); // a place on the page is no other list
});
begin();

import assert from "node:assert/strict";
import test from "node:test";

const { SERVICES, TAXA, gpml, profiler } = await import(`${process.env.ASSETS}/send.js`);
const genes = [{ symbol: "TP53", id: "7157" }, { symbol: "HLA-DRA", id: "3122" }];
const service = (name) => SERVICES.find((s) => s.name === name);
const many = Array.from({ length: 900 }, (_, i) => ({ symbol: `G${i}`, id: String(i + 1) }));

test("each site's address, letter by letter", () => {
  const href = (name, organism = "Homo sapiens") => service(name).href(genes, organism);
  assert.equal(href("g:Profiler"), "https://biit.cs.ut.ee/gprofiler/gost?organism=hsapiens&query=7157%0A3122&numeric_namespace=ENTREZGENE_ACC");
  assert.equal(href("STRING"), "https://string-db.org/cgi/network?identifiers=TP53%0dHLA-DRA&species=9606");
  assert.equal(href("STRING", "Mus musculus").split("species=")[1], "10090");
  assert.equal(href("NDEx iQuery"), "https://www.ndexbio.org/iquery/?genes=TP53%2CHLA-DRA");
  assert.equal(href("Drugst.One"), "https://drugst.one/standalone?nodes=TP53,HLA-DRA&autofillEdges=true" +
    "&activateNetworkMenuButtonAdjacentDrugs=true&interactionDrugProtein=NeDRex&licensedDatasets=true");
});

test("Enrichr takes a form", () => {
  assert.equal(service("Enrichr").post, "https://maayanlab.cloud/Enrichr/enrich");
  assert.deepEqual(service("Enrichr").fields(genes, "a figure"), { list: "TP53\nHLA-DRA", description: "a figure" });
});

test("no site is sent more than it takes", () => {
  for (const s of SERVICES.filter((s) => s.href)) {
    const url = s.href(many, "Homo sapiens");
    const sent = s.name === "g:Profiler" ? new URL(url).searchParams.get("query").split("\n") : url.match(/G\d+/g);
    assert.equal(sent.length, s.most, s.name);
  }
});

test("symbols that would change an address are encoded", () => {
  for (const s of SERVICES.filter((s) => s.href)) {
    const url = s.href([{ symbol: "A&b=#c", id: "1" }], "Homo sapiens");
    assert.ok(!url.includes("A&b") && !url.includes("#"), s.name);
  }
});

test("a site is offered for the organisms it serves", () => {
  const offered = (organism) => SERVICES.filter((s) => s.serves(organism)).map((s) => s.name);
  assert.deepEqual(offered("Homo sapiens"), ["g:Profiler", "STRING", "Enrichr", "NDEx iQuery", "Drugst.One"]);
  assert.deepEqual(offered("Danio rerio"), ["g:Profiler", "STRING"]);
  assert.deepEqual(offered("Siproeta stelenes"), ["g:Profiler"]);
  assert.deepEqual(offered("Viruses"), []);
  assert.deepEqual(offered("toString"), []);
});

test("g:Profiler's names of organisms", () => {
  assert.equal(profiler("Homo sapiens"), "hsapiens");
  assert.equal(profiler("Canis lupus familiaris"), "cfamiliaris");
  assert.equal(profiler("Caenorhabditis elegans"), "celegans");
});

test("taxonomy ids are whole numbers, one for a species and its strains, and no other's", () => {
  const species = {};
  for (const [name, id] of Object.entries(TAXA)) (species[id] ??= new Set()).add(name.split(" ").slice(0, 2).join(" "));
  assert.ok(Object.values(species).every((names) => names.size === 1));
  assert.ok(Object.values(TAXA).every(Number.isInteger));
});

test("GPML to paste: one DataNode a gene, markup escaped, ids unique", () => {
  const text = gpml([...genes, { symbol: 'a<"&>', id: "9" }]);
  assert.equal(text.match(/<DataNode /g).length, 3);
  assert.match(text, /xmlns="http:\/\/pathvisio.org\/GPML\/2013a"/);
  assert.match(text, /TextLabel="TP53" GraphId="g7157" Type="GeneProduct"/);
  assert.match(text, /<Xref Database="Entrez Gene" ID="3122" \/>/);
  assert.match(text, /TextLabel="a&lt;&quot;&amp;&gt;"/);
  const places = [...gpml(many).matchAll(/CenterX="([\d.]+)" CenterY="([\d.]+)"/g)].map((m) => `${m[1]} ${m[2]}`);
  assert.equal(new Set(places).size, places.length);
});

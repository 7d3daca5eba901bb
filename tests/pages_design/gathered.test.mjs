import assert from "node:assert/strict";
import test from "node:test";

const { figureRows, geneCount, geneRows, gmt, organismsOf, sharedGenes, tally } = await import(`${process.env.ASSETS}/gathered.js`);
const gene = (symbol, id, ...words) => ({ symbol, id, href: `../genes/${symbol}.html#${id}`, words });
const figure = (figid, organisms, more = {}) => ({
  figid, url: `https://a.example/${figid}`, title: `Title of\t${figid}`, label: "Figure 1", year: "2020", paper: "A paper", journal: "J", doi: "", reference: "R", species: ["Homo sapiens"], note: "",
  organisms: Object.entries(organisms).map(([name, genes]) => ({ name, genes })), ...more,
});
const one = figure("PMC1__a", { "Homo sapiens": [gene("AKT1", "207", "AKT"), gene("TP53", "7157", "p53"), gene("8", "8", "x")], "Mus musculus": [gene("Akt1", "11651", "AKT")] });
const two = figure("PMC2__b", { "Homo sapiens": [gene("TP53", "7157", "TP53", "p53"), gene("MDM2", "4193", "MDM2"), gene("AKT1", "207", "Akt")] });
const none = figure("PMC3__c", {});

test("gene sets, a line for each figure that has some", () => {
  assert.equal(gmt([one, none, two], "Homo sapiens", "symbol"), "PMC1__a\tTitle of PMC1__a\tAKT1\tTP53\nPMC2__b\tTitle of PMC2__b\tTP53\tMDM2\tAKT1\n");
  assert.equal(gmt([one, none, two], "Homo sapiens", "id"), "PMC1__a\tTitle of PMC1__a\t207\t7157\t8\nPMC2__b\tTitle of PMC2__b\t7157\t4193\t207\n");
  assert.equal(gmt([one, none, two], "Danio rerio", "id"), "");
});

test("genes by the number of figures", () => {
  const genes = tally([one, two, none], "Homo sapiens");
  assert.deepEqual(genes.map((g) => [g.symbol, g.figids.length, g.words.join()]), [["AKT1", 2, "AKT,Akt"], ["TP53", 2, "p53,TP53"], ["8", 1, "x"], ["MDM2", 1, "MDM2"]]);
  assert.deepEqual(geneRows(genes.slice(0, 1), "Homo sapiens"), [["gene", "ncbigene_id", "organism", "figures", "words", "figids"], ["AKT1", "207", "Homo sapiens", 2, "AKT; Akt", "PMC1__a PMC2__b"]]);
  assert.deepEqual(sharedGenes(genes, 3).map((g) => g.symbol), ["AKT1", "TP53"]);
  assert.deepEqual(sharedGenes(tally([one], "Homo sapiens"), 1).map((g) => g.symbol), ["AKT1", "TP53"]);
});

test("organisms of most figures first, and genes of all organisms by their ids", () => {
  assert.deepEqual(organismsOf([one, two, none]), [["Homo sapiens", 2], ["Mus musculus", 1]]);
  assert.deepEqual([one, two, none].map(geneCount), [4, 3, 0]);
});

test("a figure that could not be read has its line in the table", () => {
  const [head, row, lost] = figureRows([one, { figid: "PMC9__z", note: "no figure has this id" }]);
  assert.deepEqual(row, ["PMC1__a", "PMC1", "https://a.example/PMC1__a", "Title of\tPMC1__a", "Figure 1", "2020", "A paper", "J", "", "R", "Homo sapiens", 4, "AKT1 TP53 Akt1", ""]);
  assert.equal(lost.length, head.length);
  assert.deepEqual([lost[0], lost.at(-1)], ["PMC9__z", "no figure has this id"]);
});

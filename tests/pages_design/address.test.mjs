import assert from "node:assert/strict";
import test from "node:test";

const { encoded, filled } = await import(`${process.env.ASSETS}/address.js`);
const cases = JSON.parse(process.env.CASES);

test("an address is the one that the program makes", () => {
  for (const [template, pmcid, filename, address] of cases) {
    assert.equal(filled(template, { pmcid: encoded(pmcid), filename: encoded(filename) }), address);
  }
});

test("a name without a value leaves nothing", () => {
  assert.equal(filled("https://a.example/{pmcid}/{filename}/{other}", { pmcid: "PMC1" }), "https://a.example/PMC1//{other}");
});

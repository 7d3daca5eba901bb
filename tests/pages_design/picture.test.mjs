import assert from "node:assert/strict";
import test from "node:test";

const { fallbacks } = await import(`${process.env.ASSETS}/picture.js`);
const templates = ["https://a.example/articles/{pmcid}/bin/{filename}", "https://a.example/api?id={pmcid}&file={filename}&t=jpg"];

test("the next address has the same paper and file", () => {
  assert.deepEqual(fallbacks("https://a.example/articles/PMC1/bin/f%20g.1.jpg", templates, "PMC1"), ["https://a.example/api?id=PMC1&file=f%20g.1.jpg&t=jpg"]);
});

test("a template without a paper takes the figure's", () => {
  assert.deepEqual(fallbacks("https://b.example/x.jpg", ["https://b.example/{filename}", ...templates], "PMC7").length, 2);
  assert.equal(fallbacks("https://b.example/x.jpg", ["https://b.example/{filename}", templates[0]], "PMC7")[0], "https://a.example/articles/PMC7/bin/x.jpg");
});

test("another address, or one template alone, has none", () => {
  assert.deepEqual(fallbacks("https://elsewhere.example/x.jpg", templates, "PMC1"), []);
  assert.deepEqual(fallbacks("https://a.example/articles/PMC1/bin/x.jpg", templates.slice(0, 1), "PMC1"), []);
});

import assert from "node:assert/strict";
import test from "node:test";

const { compact, spelled } = await import(`${process.env.ASSETS}/sharing.js`);

test("a list is short and comes back", () => {
  for (const [list, text] of [
    [[], ""],
    [["PMC2584126__zdb0120855210007"], "2584126:zdb0120855210007"],
    [["PMC1__a", "PMC1__b", "PMC2__b", "PMC1__c"], "1:a,:b,2:b,1:c"],
    [["PMC1__a__b", "other", "PMC1__c", "PMC01__d"], "1:a__b,other,1:c,01:d"],
    [["PMC5871764__41598_2018_23703_Fig2_HTML", "PMC5904768__OMCL2018-6918797.003"], "5871764:41598_2018_23703_Fig2_HTML,5904768:OMCL2018-6918797.003"],
    [["PMC1__a", "x", "y-1.z_"], "1:a,x,y-1.z_"],
  ]) {
    assert.equal(compact(list), text);
    assert.deepEqual(spelled(text), { figids: list, strange: 0 });
  }
});

test("ids may be written out", () => {
  assert.deepEqual(spelled(" PMC1__a, PMC1__b ,:c,PMC2__d"), { figids: ["PMC1__a", "PMC1__b", "PMC1__c", "PMC2__d"], strange: 0 });
});

test("what cannot be an id is counted and left out", () => {
  const strange = ["<b>", "..", "../x", "a/b", "%2e", ":first", "12:", "x:y", "1:a b", "-1", "javascript:alert(1)", "1:a:b", "é", `9:${"x".repeat(250)}`, "\u0000"];
  for (const text of strange) assert.deepEqual(spelled(text), { figids: [], strange: 1 }, text);
  assert.deepEqual(spelled(`1:a,${strange.join(",")},,1:a`), { figids: ["PMC1__a"], strange: strange.length });
});

import assert from "node:assert/strict";
import test from "node:test";

const { adjusted, lnFactorial, lnGroups, lnTail, shown, touched } = await import(`${process.env.ASSETS}/chance.js`);
const near = (found, wanted, most = 1e-9) => assert.ok(Math.abs(found - wanted) <= most * Math.max(1, Math.abs(wanted)), `${found}, not ${wanted}`);

test("logarithms of factorials", () => { // sums of logarithms with 40 digits
  for (const [n, wanted] of [[0, 0], [1, 0], [31, 78.09222355331531063], [32, 81.55795945611503718], [100, 363.7393755555634901],
    [1000, 5912.128178488163349], [91117, 949436.6274816676943]]) near(lnFactorial(n), wanted, 1e-15);
});

test("the hypergeometric tail, against fractions of whole numbers", () => {
  near(lnTail(4, 4, 4, 8), Math.log(1 / 70)); // Fisher's lady tasting tea: all cups right, or three
  near(lnTail(3, 4, 4, 8), Math.log(17 / 70));
  for (const [k, K, n, N, wanted] of [
    [60, 150, 60, 300, -49.02543689687876], [5, 23, 40, 19012, -20.683042303926527], [1, 1, 1, 91117, -11.419899673961861],
    [40, 60, 200, 20000, -152.53852008867634], [190, 200, 200, 20000, -994.9893736389402], [2, 2, 3, 4, -0.6931471805599453],
    [500, 1000, 10000, 20000, -0.6675961018686394], [2, 1000, 10000, 20000, 0], [1, 900, 5000, 20000, 0],
  ]) near(lnTail(k, K, n, N), wanted);
});

test("what must be and what cannot be", () => {
  assert.equal(lnTail(0, 5, 5, 100), 0);
  assert.equal(lnTail(3, 5, 98, 100), 0); // two of a hundred are not drawn
  assert.equal(lnTail(6, 5, 50, 100), -Infinity);
  assert.equal(lnTail(6, 50, 5, 100), -Infinity);
  assert.equal(lnTail(5, 5, 100, 100), 0);
});

test("a tail falls as more is wanted of it", () => {
  const tails = Array.from({ length: 41 }, (_, k) => lnTail(k, 40, 300, 5000));
  assert.ok(tails.every((p, k) => p <= 0 && (k < 2 || p < tails[k - 1])), tails.join());
});

test("groups: words that stand for several genes", () => {
  near(touched(1, 40, 19012), 40 / 19012);
  near(touched(3, 40, 19012), 0.0062988633894946865);
  near(touched(19, 200, 20000), 0.1739027682590139);
  assert.equal(touched(10, 95, 100), 1);
  near(lnGroups(1, [0.1, 0.25, 0.5]), Math.log(0.6625));
  near(lnGroups(3, [0.1, 0.25, 0.5]), Math.log(0.0125));
  near(lnGroups(2, [0.1, 0.25, 0.5]), Math.log(0.1 * 0.25 * 0.5 + 0.1 * 0.75 * 0.5 + 0.9 * 0.25 * 0.5 + 0.1 * 0.25 * 0.5));
  near(lnGroups(20, Array(40).fill(1e-9)), Math.log(137846528820) - 20 * Math.log(1e9), 1e-7); // 40 over 20, by 1e-180
  assert.equal(lnGroups(4, [1, 1, 1]), -Infinity);
  assert.equal(lnGroups(2, [1, 1]), 0);
});

test("groups of one gene are nearly the hypergeometric tail", () => {
  near(lnGroups(5, Array(23).fill(40 / 19012)), lnTail(5, 23, 40, 19012), 0.02);
});

test("Benjamini and Hochberg's own example, of 1995", () => {
  const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  const q = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571, 0.0638571428571, 0.0645, 0.0765, 0.486, 0.581181818182, 0.714875,
    0.753230769231, 0.813214285714, 1];
  adjusted(p.map(Math.log), 15).forEach((ln, i) => near(Math.exp(ln), q[i]));
  near(Math.exp(adjusted([Math.log(0.0001)], 15)[0]), 0.0015); // fourteen tests whose p is 1 are not listed
  assert.deepEqual([...adjusted([], 0)], []);
  assert.deepEqual([...adjusted([-1000], 1)], [-1000]);
});

test("probabilities as text", () => {
  const texts = [[0, "1"], [Math.log(0.031), "0.031"], [Math.log(0.00104), "0.001"], [Math.log(4.25e-9), "4.3e-9"], [Math.log(9.96e-12), "1.0e-11"],
    [-994.9893736389402, "7.6e-433"], [-Infinity, "0"]];
  for (const [ln, text] of texts) assert.equal(shown(ln), text);
  assert.equal(shown(-49.02543689687876, 6), "5.11120e-22");
});

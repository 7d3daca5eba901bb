// How likely an overlap is by chance; see docs/gene-list.md.  Pure.  Probabilities are natural logarithms: the smallest have no number.
const FACTORIALS = [0];
for (let i = 1; i < 32; i++) FACTORIALS[i] = FACTORIALS[i - 1] + Math.log(i);

// ln n!, by Stirling's series from where it is exact to the last digit.
export const lnFactorial = (n) => (n < 32 ? FACTORIALS[n]
  : (n + 0.5) * Math.log(n) - n + 0.9189385332046728 + (1 / 12 - (1 / 360 - 1 / 1260 / (n * n)) / (n * n)) / n);

const lnChoose = (n, k) => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);

// ln P(at least k of the K marked ones are among n drawn from N): the hypergeometric upper tail.
export function lnTail(k, K, n, N) {
  if (k <= Math.max(0, n + K - N)) return 0;
  if (k > Math.min(K, n)) return -Infinity;
  let sum = 1, term = 1;
  for (let i = k; i < Math.min(K, n); i++) {
    sum += term *= (K - i) * (n - i) / ((i + 1) * (N - K - n + i + 1));
    if (term < sum * 1e-17) break;
  }
  return Math.min(0, lnChoose(K, k) + lnChoose(N - K, n - k) - lnChoose(N, n) + Math.log(sum));
}

// P(a group of `size` holds at least one of n drawn from N).
export const touched = (size, n, N) => (size > N - n ? 1 : -Math.expm1(lnChoose(N - size, n) - lnChoose(N, n)));

// ln P(at least k of the groups are touched), each with its own probability (Poisson binomial): sums of positive terms alone.
export function lnGroups(k, chances) {
  const states = new Float64Array(k + 1);
  states[0] = 1;
  for (const p of chances) {
    states[k] += states[k - 1] * p;
    for (let j = k - 1; j > 0; j--) states[j] = states[j] * (1 - p) + states[j - 1] * p;
    states[0] *= 1 - p;
  }
  return Math.min(0, Math.log(states[k]));
}

// Benjamini-Hochberg: ln q of ascending ln p, the first of `tests`; the others' p are 1.
export function adjusted(ascending, tests) {
  const q = new Float64Array(ascending.length);
  let least = 0;
  for (let i = q.length - 1; i >= 0; i--) q[i] = least = Math.min(least, ascending[i] + Math.log(tests / (i + 1)));
  return q;
}

// A probability as text: `0.031`, `4.2e-9`, `1.3e-412`.
export function shown(ln, digits = 2) {
  if (ln > -6.9) return String(+Math.exp(ln).toPrecision(digits));
  if (ln === -Infinity) return "0";
  let power = Math.floor(ln / Math.LN10), first = Math.exp(ln - power * Math.LN10).toPrecision(digits);
  if (+first >= 10) { power++; first = (1).toPrecision(digits); }
  return `${first}e${power}`;
}

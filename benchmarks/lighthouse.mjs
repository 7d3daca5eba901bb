// Lighthouse's mobile figures for the pages of a built site, as a table:
//   npm ci --prefix benchmarks && node benchmarks/lighthouse.mjs SITE [PATH...] > benchmarks/lighthouse.md
// SITE is a directory that `sitegen build` wrote; without PATHs: home, the figure pages of median and 95th-percentile
// size, and one page of each other kind.  A local server stands for the host, with gzip as hosts send it; the picture's
// host is answered with a drawn picture, because a figure that depends on another site's day is none.
import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import lighthouse from "lighthouse";

const [site, ...given] = process.argv.slice(2);
const RUNS = Number(process.env.RUNS ?? 3); // of which the median counts: another program's minute is not the page's
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".png": "image/png", ".json": "application/json", ".webmanifest": "application/manifest+json", ".xml": "application/xml",
  ".txt": "text/plain", ".ico": "image/x-icon" };

function serve() {
  const server = createServer((request, response) => {
    let path = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, "index.html");
    if (!existsSync(path)) return response.writeHead(404).end();
    const headers = { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "cache-control": "max-age=31536000" };
    const small = extname(path) === ".png";
    response.writeHead(200, small ? headers : { ...headers, "content-encoding": "gzip" });
    response.end(small ? readFileSync(path) : gzipSync(readFileSync(path)));
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

/** The site's own pages of each kind. */
function usual() {
  const figures = readdirSync(join(site, "figures")).filter((f) => f.startsWith("PMC"))
    .map((f) => [statSync(join(site, "figures", f)).size, f]).filter(([size]) => size > 2000).sort((a, b) => a[0] - b[0]);
  const at = (share) => `figures/${figures[Math.floor(share * (figures.length - 1))][1]}`;
  const first = (directory) => readdirSync(join(site, directory)).filter((f) => f !== "index.html" && f.endsWith(".html"))
    .map((f) => [statSync(join(site, directory, f)).size, f]).sort((a, b) => b[0] - a[0])[0][1];
  const known = (directory) => existsSync(join(site, directory));
  return ["", at(0.5), at(0.95), ...["organisms", "genes"].filter(known).map((d) => `${d}/${first(d)}`), ...["search/"].filter(known)];
}

/** The pictures' host: any address is answered with one drawn picture, under a certificate made for the occasion. */
function pictureHost() {
  const place = mkdtempSync(join(tmpdir(), "lighthouse-key-"));
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=europepmc.org",
    "-keyout", join(place, "key.pem"), "-out", join(place, "cert.pem")], { stdio: "ignore" });
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="640"><rect width="900" height="640" fill="#eee"/></svg>';
  const options = { key: readFileSync(join(place, "key.pem")), cert: readFileSync(join(place, "cert.pem")) };
  const server = createSecureServer(options, (request, response) => response.writeHead(200, { "content-type": "image/svg+xml" }).end(picture));
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const server = await serve(), pictures = await pictureHost();
const chromium = ["chromium", "google-chrome"].map((name) => {
  try { return execFileSync("which", [name], { encoding: "utf8" }).trim(); } catch { return ""; }
}).find(Boolean);
const port = 9300 + (process.pid % 500);
const browser = spawn(chromium, ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
  `--remote-debugging-port=${port}`, `--user-data-dir=${mkdtempSync(join(tmpdir(), "lighthouse-"))}`,
  `--host-resolver-rules=MAP europepmc.org 127.0.0.1:${pictures.address().port}`, "--ignore-certificate-errors",
  "about:blank"], { stdio: "ignore" });
for (let i = 0; i < 100; i++) {
  try { await fetch(`http://127.0.0.1:${port}/json/version`); break; } catch { await new Promise((r) => setTimeout(r, 100)); }
}

const rows = [];
try {
  for (const path of given.length ? given : usual()) {
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push((await lighthouse(`http://127.0.0.1:${server.address().port}/${path}`, {
      port, logLevel: "error", output: "json", onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
    })).lhr);
    runs.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
    const lhr = runs[Math.floor(runs.length / 2)];
    const score = (name) => Math.round(100 * lhr.categories[name].score);
    const audit = (name) => lhr.audits[name].numericValue;
    rows.push([path || "home", score("performance"), score("accessibility"), score("best-practices"), score("seo"),
      `${(audit("largest-contentful-paint") / 1000).toFixed(1)} s`, `${Math.round(audit("total-blocking-time"))} ms`,
      audit("cumulative-layout-shift").toFixed(3), `${Math.round(audit("total-byte-weight") / 1000)} kB`]);
    if (process.env.DETAILS) console.error(path, ...["mainthread-work-breakdown", "bootup-time", "long-tasks"].map((name) =>
      JSON.stringify(lhr.audits[name].details.items.map((i) => [i.groupLabel ?? i.url, i.duration ?? i.total, i.scripting, i.startTime].filter((v) => v !== undefined)))));
    const failed = Object.values(lhr.audits).filter((a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode === "binary");
    for (const a of failed) console.error(`${path || "home"}: ${a.id}: ${a.title}`, JSON.stringify(a.details?.items?.slice(0, 3) ?? "").slice(0, 400));
  }
} finally {
  browser.kill();
  server.close();
  pictures.close();
}

const version = JSON.parse(readFileSync(new URL("./node_modules/lighthouse/package.json", import.meta.url))).version;
console.log(`# Lighthouse

Version ${version}, mobile preset (simulated slow 4G, a processor four times slower), Chromium of the system.
Written by \`node benchmarks/lighthouse.mjs SITE\`; the picture's host is stood in for.
Each line is the median of ${RUNS} runs.

| page | performance | accessibility | best practices | SEO | LCP | blocking | CLS | bytes |
|---|---|---|---|---|---|---|---|---|
${rows.map((r) => `| ${r.join(" | ")} |`).join("\n")}`);

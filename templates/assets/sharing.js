// A list of figures as it stands in an address, docs/saved.md: `2584126:fig2,:fig3,other`.  Pure.
import { figids } from "./address.js";

const PARTS = /^PMC(\d+)__(.+)$/;

/** Ids as one short text: of `PMC2584126__fig2` the number and the rest, the number only where it is not that of the id before. */
export function compact(list) {
  let last;
  return list.map((figid) => {
    const [, number, rest] = PARTS.exec(figid) ?? [];
    const text = number === undefined ? figid : `${number === last ? "" : number}:${rest}`;
    last = number;
    return text;
  }).join(",");
}

/** The ids of such a text, and how many of its parts are none. */
export function spelled(text) {
  const parts = text.split(",").map((part) => part.trim()).filter(Boolean), found = [];
  let last;
  for (const part of parts) {
    const [, number, rest] = /^(\d*):(.+)$/.exec(part) ?? [];
    last = rest ? number || last : PARTS.exec(part)?.[1];
    found.push(...figids([!rest ? part : last ? `PMC${last}__${rest}` : ""]));
  }
  return { figids: figids(found), strange: parts.length - found.length };
}

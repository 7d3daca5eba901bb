// Addresses as the pages that sitegen wrote have them: of pictures, from their templates, of genes and of figures.

/** A text as a part of an address: all is encoded but letters, digits and `-._~`. */
export const encoded = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A template with the values of its names in braces, each wherever it stands. */
export const filled = (template, values) => template.replace(/\{(pmcid|filename)\}/g, (_, name) => values[name] ?? "");

/** The NCBI Gene id of a link: a gene leads to its identifier on its own page, or to NCBI; undefined of any other link. */
export const geneId = (href) => /(?:\/gene\/|\/genes\/[^#]*#)(\d+)$/.exec(href)?.[1];

/** Those of some texts that can be ids of figures, each once: the rule of sitegen/model/ids.py. */
export const figids = (texts) => [...new Set(texts)].filter((text) => /^[A-Za-z0-9][\w.-]{0,249}$/.test(text));

/** The address of a figure's page, which marks these genes. */
export const figurePage = (figid, genes = []) => new URL(`../figures/${encodeURIComponent(figid)}.html`, import.meta.url).href
  + (genes.length ? `?genes=${genes.slice(0, 500).map(encodeURIComponent).join(",")}` : "");

/** The id that an address of a figure's page names. */
export const figidOf = (address) => decodeURIComponent(address.split(/[?#]/)[0].split("/").pop().replace(/\.html$/, ""));

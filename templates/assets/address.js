// A picture's address from its template, as the pages that sitegen wrote have it.

/** A text as a part of an address: all is encoded but letters, digits and `-._~`. */
export const encoded = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A template with the values of its names in braces, each wherever it stands. */
export const filled = (template, values) => template.replace(/\{(pmcid|filename)\}/g, (_, name) => values[name] ?? "");

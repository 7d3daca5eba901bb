// Other sites that take a list of genes, by their documented addresses, all in this one table.
// A gene is { symbol, id }: the symbol as printed, the NCBI Gene id.  Pure: no document, no network.

/** NCBI taxonomy ids of the organisms that STRING may be asked for. */
export const TAXA = {
  "Homo sapiens": 9606, "Mus musculus": 10090, "Rattus norvegicus": 10116, "Danio rerio": 7955,
  "Drosophila melanogaster": 7227, "Caenorhabditis elegans": 6239, "Saccharomyces cerevisiae": 4932,
  "Arabidopsis thaliana": 3702, "Bos taurus": 9913, "Sus scrofa": 9823, "Gallus gallus": 9031,
  "Xenopus tropicalis": 8364, "Canis lupus familiaris": 9615, "Oryctolagus cuniculus": 9986, "Equus caballus": 9796,
  "Oryza sativa": 39947, "Schizosaccharomyces pombe": 4896, "Escherichia coli": 511145,
  "Saccharomyces cerevisiae S288C": 4932, "Oryza sativa Japonica Group": 39947, "Escherichia coli str. K-12 substr. MG1655": 511145,
};

const list = (genes, most, name = "symbol") => genes.slice(0, most).map((g) => encodeURIComponent(g[name]));

/** One row for each site: its name, the most genes it is sent, for which organisms, and its address or form. */
export const SERVICES = [
  {
    name: "g:Profiler", most: 500, serves: (organism) => profiler(organism).length > 1,
    href: (genes, organism) =>
      `https://biit.cs.ut.ee/gprofiler/gost?organism=${profiler(organism)}&query=${list(genes, 500, "id").join("%0A")}` +
      "&numeric_namespace=ENTREZGENE_ACC",
  },
  {
    name: "STRING", most: 200, serves: (organism) => Object.hasOwn(TAXA, organism),
    href: (genes, organism) => `https://string-db.org/cgi/network?identifiers=${list(genes, 200).join("%0d")}&species=${TAXA[organism]}`,
  },
  {
    name: "Enrichr", most: 2000, serves: (organism) => /^(Homo|Mus|Rattus) /.test(organism),
    post: "https://maayanlab.cloud/Enrichr/enrich",
    fields: (genes, description) => ({ list: genes.map((g) => g.symbol).join("\n"), description }),
  },
  {
    name: "NDEx iQuery", most: 200, serves: (organism) => /^(Homo|Mus|Rattus) /.test(organism),
    href: (genes) => `https://www.ndexbio.org/iquery/?genes=${list(genes, 200).join("%2C")}`,
  },
  {
    name: "Drugst.One", most: 100, serves: (organism) => organism === "Homo sapiens",
    href: (genes) =>
      `https://drugst.one/standalone?nodes=${list(genes, 100).join(",")}&autofillEdges=true` +
      "&activateNetworkMenuButtonAdjacentDrugs=true&interactionDrugProtein=NeDRex&licensedDatasets=true",
  },
];

/** g:Profiler's name of an organism: `Homo sapiens` is `hsapiens`; of three words the first and the last, without the strain (`S288C`). */
export function profiler(organism) {
  const [genus, ...more] = organism.split(" "), strain = more.findIndex((word) => !/^[a-z-]+$/.test(word));
  return genus.slice(0, 1).toLowerCase() + (more.slice(0, strain < 0 ? more.length : strain).at(-1) ?? "").replaceAll("-", "");
}

/** DataNodes to paste into PathVisio: GPML 2013a, which every version reads, in rows of ten. */
export function gpml(genes) {
  const nodes = genes.map(({ symbol, id }, i) =>
    `  <DataNode TextLabel="${xml(symbol)}" GraphId="g${xml(id)}" Type="GeneProduct">\n` +
    `    <Graphics CenterX="${80 + 100 * (i % 10)}.0" CenterY="${60 + 40 * Math.floor(i / 10)}.0" Width="80.0" Height="20.0" ` +
    'ZOrder="32768" FontSize="12" Valign="Middle" />\n' +
    `    <Xref Database="Entrez Gene" ID="${xml(id)}" />\n  </DataNode>\n`);
  const width = 60 + 100 * Math.min(10, genes.length + 1), height = 100 + 40 * Math.ceil(genes.length / 10);
  return '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="Genes" Data-Source="COPIED">\n' +
    `  <Graphics BoardWidth="${width}.0" BoardHeight="${height}.0" />\n${nodes.join("")}` +
    '  <InfoBox CenterX="0.0" CenterY="0.0" />\n  <Biopax />\n</Pathway>\n';
}

const XML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (s) => String(s).replace(/[&<>"]/g, (c) => XML[c]);

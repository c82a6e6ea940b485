import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { writeAtomically } from "./write-atomically";

/** What is to be told about one run of the notebooks. */
export interface CrateOptions {
  /** The project's folder. */
  readonly root: string;
  /** Notebooks that ran, by names such as "01-sampling". */
  readonly runs: readonly { readonly name: string }[];
  readonly began: Date;
  readonly ended: Date;
  /** What went wrong, a paragraph each; empty when all is well. */
  readonly faults: readonly string[];
  /** Whether a reader's own exports were read; where they lie is nobody else's business. */
  readonly ownCorpus: boolean;
  /** Absent for the seed that stands in the notebooks. */
  readonly seed?: number;
  /** Zone of times in a reader's exports that name none; absent for UTC. */
  readonly zone?: string;
}

type Entity = { readonly "@id": string; readonly "@type": string | readonly string[] } & Readonly<
  Record<string, unknown>
>;

const PAPER = "https://doi.org/10.3390/socsci11080370";
const MIT = "https://spdx.org/licenses/MIT";
const CC_BY = "https://creativecommons.org/licenses/by/4.0/";
const SOFTWARE = "#clicks-to-streets";
const NODE = "https://nodejs.org/";
const RUN = "#run";
const AUTHORS = "#authors";

/**
 * Write `build/ro-crate-metadata.json`, which says in a form that archives read what ran, with what, and what came out.
 *
 * It makes of `build` an RO-Crate 1.1 that keeps the profile Process Run Crate 0.5: one action, the run, with the
 * notebooks as its object and the executed notebooks, claims, times and book as its result, each with size and SHA-256.
 *
 * @see https://www.researchobject.org/workflow-run-crate/profiles/process_run_crate/
 */
export function writeRunCrate(options: CrateOptions): void {
  const crate = { "@context": CONTEXT, "@graph": runCrate(options) };
  writeAtomically(join(options.root, "build", "ro-crate-metadata.json"), `${JSON.stringify(crate, null, 2)}\n`);
}

const CONTEXT = ["https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context"];

/** The entities of the crate: the file itself first, then the folder, then what either mentions. */
function runCrate(options: CrateOptions): Entity[] {
  const { root, runs, began, ended, faults, ownCorpus, seed, zone } = options;
  const names = runs.map(({ name }) => name);
  const { version } = JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8")) as { version: string };
  const results = resultsOf(root, names);
  const sources = names.map(sourceOf);
  const corpus: Entity = {
    "@id": "#corpus",
    "@type": "PropertyValue",
    name: "corpus",
    value: ownCorpus ? "the reader's own exports" : "teaching corpus",
  };
  const settings: Entity[] = [
    corpus,
    ...(seed === undefined ? [] : [{ "@id": "#seed", "@type": "PropertyValue", name: "seed", value: seed }]),
    ...(zone === undefined ? [] : [{ "@id": "#zone", "@type": "PropertyValue", name: "zone", value: zone }]),
  ];
  const action: Entity = {
    "@id": RUN,
    "@type": "CreateAction",
    name: "npm start",
    description:
      `Runs ${names.length} notebooks, each in a fresh kernel, and holds their claims against ` +
      `what is expected.`,
    instrument: { "@id": SOFTWARE },
    agent: { "@id": "#reader" },
    startTime: timeOf(began),
    endTime: timeOf(ended),
    actionStatus: `http://schema.org/${faults.length === 0 ? "Completed" : "Failed"}ActionStatus`,
    ...(faults.length > 0 && { error: faults.join("\n\n") }),
    object: references([...sources, ...settings]),
    result: references(results),
  };
  return [descriptor(), folder(ended, results), action, ...results, ...sources, ...settings, ...around(version)];
}

function descriptor(): Entity {
  return {
    "@id": "ro-crate-metadata.json",
    "@type": "CreativeWork",
    conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
    about: { "@id": "./" },
  };
}

function folder(ended: Date, results: readonly Entity[]): Entity {
  return {
    "@id": "./",
    "@type": "Dataset",
    name: "A run of clicks-to-streets",
    description:
      "Executed notebooks that replicate a published study of Kyrgyz migrants' online political engagement, and the " +
      "verdict on each of its claims.",
    datePublished: timeOf(ended),
    license: { "@id": CC_BY },
    conformsTo: { "@id": "https://w3id.org/ro/wfrun/process/0.5" },
    isBasedOn: { "@id": PAPER },
    author: { "@id": AUTHORS },
    publisher: { "@id": AUTHORS },
    hasPart: references(results),
    mentions: { "@id": RUN },
  };
}

function resultsOf(root: string, names: readonly string[]): Entity[] {
  const files = [
    ...names.map((name) => [`notebooks/${name}.ipynb`, `Notebook ${name}, executed`, "application/x-ipynb+json"]),
    ["claims.json", "The verdict on each claim", "application/json"],
    ["run.json", "Versions, options and times of the run", "application/json"],
    ["book/index.html", "The notebooks as a book to read offline", "text/html"],
    ["book/clicks-to-streets.html", "The whole book in one file", "text/html"],
  ] as const;
  return files.flatMap(([path = "", name, encodingFormat]) => {
    const file = join(root, "build", path);
    if (!existsSync(file)) return [];
    const content = readFileSync(file);
    const sha256 = createHash("sha256").update(content).digest("hex");
    return [{ "@id": path, "@type": "File", name, encodingFormat, contentSize: String(content.length), sha256 }];
  });
}

/** A notebook as it was before the run; it is not inside `build`, so it is named and not linked. */
function sourceOf(name: string): Entity {
  return {
    "@id": `#${name}`,
    "@type": "CreativeWork",
    name: `notebooks/${name}.ipynb`,
    encodingFormat: "application/x-ipynb+json",
  };
}

/** What stands around the run: software, licences, the paper, and whoever ran it. */
function around(version: string): Entity[] {
  return [
    {
      "@id": SOFTWARE,
      "@type": "SoftwareApplication",
      name: "clicks-to-streets",
      softwareVersion: version,
      license: { "@id": MIT },
      softwareRequirements: { "@id": NODE },
    },
    {
      "@id": NODE,
      "@type": "SoftwareApplication",
      name: "Node.js",
      url: { "@id": NODE },
      softwareVersion: process.versions.node,
      operatingSystem: `${process.platform} ${process.arch}`,
    },
    { "@id": AUTHORS, "@type": "Organization", name: "The clicks-to-streets authors" },
    { "@id": "#reader", "@type": "Person", name: "Whoever ran npm start" },
    {
      "@id": PAPER,
      "@type": "ScholarlyArticle",
      name: "Social Media and Cross-Border Political Participation: A Case Study of Kyrgyz Migrants' Online Activism",
      author: { "@id": "#chekirova" },
      datePublished: "2022",
      license: { "@id": CC_BY },
    },
    {
      "@id": "#chekirova",
      "@type": "Person",
      name: "Ajar Chekirova",
      affiliation: { "@id": "#lake-forest" },
    },
    {
      "@id": "#lake-forest",
      "@type": "Organization",
      name: "Lake Forest College",
      url: "https://www.lakeforest.edu/",
    },
    {
      "@id": "https://w3id.org/ro/wfrun/process/0.5",
      "@type": "CreativeWork",
      name: "Process Run Crate",
      version: "0.5",
    },
    { "@id": CC_BY, "@type": "CreativeWork", name: "Creative Commons Attribution 4.0 International" },
    { "@id": MIT, "@type": "CreativeWork", name: "MIT License" },
  ];
}

/** How an entity points at others; RO-Crate writes one as itself and not as a list of one. */
function references(entities: readonly Entity[]): { "@id": string } | { "@id": string }[] | undefined {
  const all = entities.map(({ "@id": id }) => ({ "@id": id }));
  return all.length === 1 ? all[0] : all;
}

/** As the profile wants it: with an offset in digits. */
function timeOf(date: Date): string {
  return date.toISOString().replace("Z", "+00:00");
}

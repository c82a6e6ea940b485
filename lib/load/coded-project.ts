import { type CodedSheet, type CodedSpan, type CodeLabel, NONE } from "./coded-sheet";
import type { SampleRow } from "./read-coding-sheet";
import { refiGuid } from "./refi-guid";
import { flattenCodes, type RefiCode, type RefiProject, type RefiSource } from "./refi-project";

/** Eight colours that stay apart for colour-blind readers (Okabe and Ito), as codes take them in turn. */
const COLORS = ["#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#999999"];

/** Stands for `none` in other programs, so that a text read and a text not read yet stay apart. */
const NONE_FITS: CodeLabel = {
  id: NONE,
  name: "None of these",
  about: "The text was read, and no code fits.",
};

/**
 * Make the codes of a codebook into those of a REFI-QDA codebook, under one heading.
 *
 * @param heading  name of the heading, which no passage can be given
 *
 * @example
 * const [heading] = codebookToRefi([{ id: "work", name: "Work", about: "Paid work" }], "Codes");
 * heading.codable; // false
 * heading.children.map(({ name }) => name); // ["Work", "None of these"]
 */
export function codebookToRefi(codes: readonly CodeLabel[], heading: string): RefiCode[] {
  const children = [...codes, NONE_FITS].map(({ id, name, about }, i): RefiCode => ({
    guid: refiGuid("code", id),
    name,
    description: about,
    color: COLORS[i % COLORS.length] as string,
    codable: true,
    children: [],
  }));
  return [
    {
      guid: refiGuid("heading", heading),
      name: heading,
      description: "",
      color: null,
      codable: false,
      children,
    },
  ];
}

/** What is exported as a project. */
export interface CodedSample {
  readonly name: string;
  /** Heading over the codes, such as "Themes". */
  readonly heading: string;
  readonly codes: readonly CodeLabel[];
  readonly sample: readonly SampleRow[];
  /** One a coder; with passages where they are known. */
  readonly sheets: readonly (CodedSheet & { readonly spans?: readonly CodedSpan[] })[];
  /** When each coder's sheet was saved, ISO 8601 in UTC: programs want a time for every coding. */
  readonly savedAt: ReadonlyMap<string, string>;
}

/**
 * Make a drawn sample and its coders' sheets into a REFI-QDA project.
 *
 * Each document is a text named by its row, so that coders stay blind in the other program too. A code of a
 * document is a coding of the coder's passages with that code, else of the whole text, since not every program keeps
 * codings of a text as such.
 * Identifiers follow from the contents: the same sample gives the same file.
 */
export function sheetsToProject({ name, heading, codes, sample, sheets, savedAt }: CodedSample): RefiProject {
  const users = sheets.map(({ coder }) => ({ guid: refiGuid("user", coder), name: coder }));
  const passages = new Map(sheets.map(({ coder, spans = [] }) => [coder, byDocument(spans)]));
  const sources = sample.map(({ row, post, text }): RefiSource => {
    const selections = sheets.flatMap(({ coder, codings }) => {
      const coded = codings.get(post) ?? null;
      if (coded === null) return [];
      const given = coded.length === 0 ? [NONE] : coded;
      const by = { user: refiGuid("user", coder), createdAt: savedAt.get(coder) ?? null };
      return passagesOf(given, passages.get(coder)?.get(post) ?? [], text.length).map(
        ({ from, to, codes: own }) => ({
          guid: refiGuid("passage", post, coder, `${from}-${to}`),
          name: "",
          description: "",
          from,
          to,
          ...by,
          codings: own.map((code) => ({
            guid: refiGuid("coding", post, coder, `${from}-${to}`, code),
            code: refiGuid("code", code),
            ...by,
          })),
        }),
      );
    });
    return { guid: refiGuid("source", post), name: row, description: "", text, selections, codings: [] };
  });
  const [origin, description] = ["clicks-to-streets", "A sample of posts, drawn to be coded by hand."];
  return {
    name,
    origin,
    description,
    users,
    codes: codebookToRefi(codes, heading),
    sources,
    passedOver: new Map(),
  };
}

/** Each code on its passages, or on the whole text where it has none; passages in the order of the text. */
function passagesOf(given: readonly string[], spans: readonly CodedSpan[], length: number) {
  const codesAt = new Map<string, { from: number; to: number; codes: string[] }>();
  for (const code of given) {
    const own = spans.filter((span) => span.code === code);
    for (const { from, to } of own.length > 0 ? own : [{ from: 0, to: length }]) {
      const passage = codesAt.get(`${from}-${to}`) ?? { from, to, codes: [] };
      if (!passage.codes.includes(code)) passage.codes.push(code);
      codesAt.set(`${from}-${to}`, passage);
    }
  }
  return [...codesAt.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

function byDocument(spans: readonly CodedSpan[]): Map<string, CodedSpan[]> {
  const lists = new Map<string, CodedSpan[]>();
  for (const { document } of spans) lists.set(document, []);
  for (const span of spans) lists.get(span.document)?.push(span);
  return lists;
}

/** What one user of a project coded. */
export interface ProjectCoder extends CodedSheet {
  readonly spans: readonly CodedSpan[];
}

/** A project as coders, codes and texts. */
export interface ProjectCoding {
  readonly codes: readonly CodeLabel[];
  readonly coders: readonly ProjectCoder[];
  /** Text of each document by its key. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Read who coded what in a project, passage by passage and document by document.
 *
 * A document has a code for a coder who gave it to any of its passages. Where the project has our code "None
 * of these", a document without any code of a coder is one not coded yet; else a coder who coded anything is
 * taken to have read all documents. Codes are known by their identifier or their name, documents by the row
 * that is their name, so that a project may have been through a program that makes new identifiers.
 *
 * @param known codes and sample that the project was made from; without it the project's own codes and names
 *   hold
 * @throws Error for a code that `known` lacks, a text that the sample lacks or that was edited, and rows of
 *   the sample that are missing
 */
export function projectToCoders(
  project: RefiProject,
  known?: { readonly codes: readonly CodeLabel[]; readonly sample: readonly SampleRow[] },
): ProjectCoding {
  const where = `project "${project.name}"`;
  const own = ownLabels(project.codes);
  const none = new Set([...own].filter(([, { name }]) => isSame(name, NONE_FITS.name)).map(([guid]) => guid));
  const codes =
    known?.codes ??
    flattenCodes(project.codes)
      .filter(({ guid, codable }) => codable && !none.has(guid))
      .map(({ guid }) => own.get(guid) as CodeLabel);
  const used = new Set(project.sources.flatMap(codingsOf).map(({ code }) => code));
  const idOf = new Map<string, string>();
  for (const guid of used) {
    const label = own.get(guid) as CodeLabel;
    idOf.set(
      guid,
      none.has(guid) ? NONE : known === undefined ? label.id : idAmong(where, guid, label, codes),
    );
  }
  const rows = known && new Map(known.sample.map((row) => [row.row, row]));
  const documents = project.sources.map((source) => ({ source, row: rowOf(where, source, rows) }));
  checkComplete(where, new Set(documents.map(({ row: { row } }) => row)), known?.sample ?? []);

  const coders = project.users.flatMap(({ guid, name }): ProjectCoder[] => {
    const spans = documents.flatMap(({ source, row }) => spansOf(source, row.post, guid, idOf));
    if (spans.length === 0) return [];
    const given = new Map<string, Set<string>>();
    for (const { document, code } of spans) given.set(document, (given.get(document) ?? new Set()).add(code));
    const codings = documents.map(({ row: { post } }) => {
      const ids = given.get(post);
      if (ids === undefined) return [post, none.size > 0 ? null : []] as const;
      return [post, codes.map(({ id }) => id).filter((id) => ids.has(id))] as const;
    });
    const passages = spans.filter(({ code, from, to }) => code !== NONE && from < to);
    return [{ coder: name, codings: new Map(codings), spans: passages }];
  });
  return { codes, coders, texts: new Map(documents.map(({ source, row }) => [row.post, source.text])) };
}

/** The project's own codes by guid; a name that several have is told apart by the codes above it. */
function ownLabels(codes: readonly RefiCode[]): Map<string, CodeLabel> {
  const times = new Map<string, number>();
  for (const { name } of flattenCodes(codes)) times.set(name, (times.get(name) ?? 0) + 1);
  const labels = new Map<string, CodeLabel>();
  const visit = (list: readonly RefiCode[], path: readonly string[]): void => {
    for (const { guid, name, description, children } of list) {
      const id = times.get(name) === 1 ? name : [...path, name].join(" / ");
      labels.set(guid, { id, name: id, about: description });
      visit(children, [...path, name]);
    }
  };
  visit(codes, []);
  return labels;
}

function idAmong(where: string, guid: string, { name }: CodeLabel, codes: readonly CodeLabel[]): string {
  const code =
    codes.find(({ id }) => refiGuid("code", id) === guid) ??
    codes.find((label) => isSame(label.name, name) || isSame(label.id, name));
  if (code !== undefined) return code.id;
  throw new Error(
    `${where}: codes must be among ${codes.map((label) => label.name).join(", ")}, found "${name}"; ` +
      "rename it there, or add it to codes.csv",
  );
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function rowOf(
  where: string,
  { name, text }: RefiSource,
  rows: ReadonlyMap<string, SampleRow> | undefined,
): Pick<SampleRow, "row" | "post"> {
  if (rows === undefined) return { row: name, post: name };
  const row = rows.get(name.replace(/\.(txt|docx|odt|rtf)$/i, ""));
  if (row === undefined) {
    throw new Error(
      `${where}: texts must be rows of the sample, found "${name}"; use the folder that the project was made from`,
    );
  }
  const plain = (value: string): string => value.replace(/\s+/g, " ").trim();
  if (plain(row.text) !== plain(text)) {
    throw new Error(
      `${where}: the text of ${row.row} must be as it was drawn, found it edited; codes belong to a text`,
    );
  }
  return row;
}

function checkComplete(where: string, found: ReadonlySet<string>, sample: readonly SampleRow[]): void {
  const missing = sample.map(({ row }) => row).filter((row) => !found.has(row));
  if (missing.length === 0) return;
  const shown =
    missing.slice(0, 5).join(", ") + (missing.length > 5 ? ` and ${missing.length - 5} more` : "");
  throw new Error(
    `${where}: needed all ${sample.length} texts of the sample, found none for ${shown}; export the whole project`,
  );
}

/** Every coding of a text; one that names no user has its passage's. */
function codingsOf({ selections, codings, text }: RefiSource) {
  const passages = selections.flatMap(({ from, to, user, codings: given }) =>
    given.map((coding) => ({ ...coding, user: coding.user ?? user, from, to })),
  );
  return [...passages, ...codings.map((coding) => ({ ...coding, from: 0, to: text.length }))];
}

function spansOf(
  source: RefiSource,
  document: string,
  user: string,
  idOf: ReadonlyMap<string, string>,
): CodedSpan[] {
  return codingsOf(source)
    .filter((coding) => coding.user === user)
    .map(({ code, from, to }) => ({ document, code: idOf.get(code) as string, from, to }));
}

import type { CodedSheet, CodedSpan, CodeLabel } from "./coded-sheet";
import type { SampleRow } from "./coding-sheet";
import { refiGuid } from "./refi-guid";
import { flattenCodes, type RefiCode, type RefiProject, type RefiSource } from "./refi-project";

/** Eight colours that stay apart for colour-blind readers (Okabe and Ito), as codes take them in turn. */
const COLORS = ["#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#999999"];

/**
 * Make the codes of a codebook into those of a REFI-QDA codebook, under one heading.
 *
 * @param heading  name of the heading, which no passage can be given
 */
export function codebookToRefi(codes: readonly CodeLabel[], heading: string): RefiCode[] {
  const children = codes.map(({ id, name, about }, i): RefiCode => ({
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
  readonly sheets: readonly CodedSheet[];
  /** When each coder's sheet was saved, ISO 8601 in UTC: programs want a time for every coding. */
  readonly savedAt: ReadonlyMap<string, string>;
}

/**
 * Make a drawn sample and its coders' sheets into a REFI-QDA project.
 *
 * Each document is a text named by its row, so that coders stay blind in the other program too. A code of a
 * document is a coding of its whole text, since not every program keeps codings of a text as such.
 * Identifiers follow from the contents: the same sample gives the same file.
 */
export function sheetsToProject({ name, heading, codes, sample, sheets, savedAt }: CodedSample): RefiProject {
  const users = sheets.map(({ coder }) => ({ guid: refiGuid("user", coder), name: coder }));
  const sources = sample.map(({ row, post, text }): RefiSource => {
    const selections = sheets.flatMap(({ coder, codings }) => {
      const given = codings.get(post) ?? [];
      if (given.length === 0) return [];
      const [user, createdAt] = [refiGuid("user", coder), savedAt.get(coder) ?? null];
      return [
        {
          guid: refiGuid("passage", post, coder),
          name: "",
          description: "",
          from: 0,
          to: text.length,
          user,
          createdAt,
          codings: given.map((code) => ({
            guid: refiGuid("coding", post, coder, code),
            code: refiGuid("code", code),
            user,
            createdAt,
          })),
        },
      ];
    });
    return { guid: refiGuid("source", post), name: row, description: "", text, selections, codings: [] };
  });
  const origin = "clicks-to-streets";
  return { name, origin, users, codes: codebookToRefi(codes, heading), sources, passedOver: new Map() };
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
 * A document has a code for a coder who gave it to any of its passages. A coder who coded anything is taken
 * to have read all documents: those without a code of theirs have none. Codes are known by their identifier
 * or their name, documents by the row that is their name, so that a project may have been through a program
 * that makes new identifiers.
 *
 * @param known codebook and sample that the project was made from; without it the project's own codes and
 *   names hold
 * @throws Error for a code that the codebook lacks, a text that the sample lacks or that was edited, and rows
 *   of the sample that are missing
 */
export function projectToCoders(
  project: RefiProject,
  known?: { readonly codes: readonly CodeLabel[]; readonly sample: readonly SampleRow[] },
): ProjectCoding {
  const where = `project "${project.name}"`;
  const flat = flattenCodes(project.codes);
  const codes = known?.codes ?? flat.filter(({ codable }) => codable).map(toLabel);
  const used = new Set(project.sources.flatMap(codingsOf).map(({ code }) => code));
  const idOf = new Map(
    flat
      .filter(({ guid }) => used.has(guid))
      .map((code) => [code.guid, labelOf(where, code, codes, known !== undefined)]),
  );

  const documents = project.sources.map((source) => ({ source, row: rowOf(where, source, known?.sample) }));
  const missing = (known?.sample ?? []).filter(
    ({ row }) => !documents.some((document) => document.row.row === row),
  );
  if (missing.length > 0) {
    throw new Error(
      `${where}: needed all ${known?.sample.length} texts of the sample, found none for ${missing
        .map(({ row }) => row)
        .slice(0, 5)
        .join(", ")}; export the whole project`,
    );
  }
  const coders = project.users.flatMap(({ guid, name }): ProjectCoder[] => {
    const spans = documents.flatMap(({ source, row }) => spansOf(source, row.post, guid, idOf));
    if (spans.length === 0) return [];
    const codings = documents.map(({ row: { post } }) => {
      const given = new Set(spans.filter(({ document }) => document === post).map(({ code }) => code));
      return [post, codes.map(({ id }) => id).filter((id) => given.has(id))] as const;
    });
    return [{ coder: name, codings: new Map(codings), spans: spans.filter(({ from, to }) => from < to) }];
  });
  const texts = new Map(documents.map(({ source, row }) => [row.post, source.text]));
  return { codes, coders, texts };
}

function toLabel({ name, description }: RefiCode): CodeLabel {
  return { id: name, name, about: description };
}

function labelOf(
  where: string,
  { guid, name }: RefiCode,
  codes: readonly CodeLabel[],
  isKnown: boolean,
): string {
  const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
  const code =
    codes.find(({ id }) => (isKnown ? refiGuid("code", id) === guid : id === name)) ??
    codes.find((label) => same(label.name, name) || same(label.id, name));
  if (code !== undefined) return code.id;
  throw new Error(
    `${where}: codes must be among ${codes.map((label) => label.name).join(", ")}, found "${name}"; rename it there, or add it to the codebook`,
  );
}

function rowOf(
  where: string,
  { name, text }: RefiSource,
  sample: readonly SampleRow[] | undefined,
): Pick<SampleRow, "row" | "post"> {
  if (sample === undefined) return { row: name, post: name };
  const row = sample.find((one) => one.row === name.replace(/\.txt$/i, ""));
  if (row === undefined) {
    throw new Error(
      `${where}: texts must be rows of the sample, found "${name}"; give the key that the project was made from`,
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

function codingsOf({ selections, codings }: RefiSource) {
  return [
    ...selections.flatMap((selection) =>
      selection.codings.map((coding) => ({ ...coding, user: coding.user ?? selection.user })),
    ),
    ...codings,
  ];
}

function spansOf(
  source: RefiSource,
  document: string,
  user: string,
  idOf: ReadonlyMap<string, string>,
): CodedSpan[] {
  const whole = source.codings.map((coding) => ({ ...coding, from: 0, to: source.text.length }));
  const passages = source.selections.flatMap(({ from, to, user: by, codings }) => {
    return codings.map((coding) => ({ ...coding, user: coding.user ?? by, from, to }));
  });
  return [...passages, ...whole]
    .filter((coding) => coding.user === user)
    .map(({ code, from, to }) => ({ document, code: idOf.get(code) as string, from, to }));
}

import { strToU8, zipSync } from "fflate";

import type { RefiCode, RefiCoding, RefiProject, RefiSource } from "./refi-project";
import { flattenCodes } from "./refi-project";
import { xmlElement } from "./refi-xml";

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const PROJECT = "urn:QDA-XML:project:1.0";
const CODEBOOK = "urn:QDA-XML:codebook:1.0";
/**
 * Folder of the texts. NVivo writes it with a capital; QualCoder's authors report that ATLAS.ti reads it in
 * small letters alone.
 */
const TEXTS = "sources";
/**
 * A zip needs a time; files of the same content shall be the same to the byte. The earliest that a zip knows.
 */
const ZIP_TIME = "1980-01-01T00:00:00";

/**
 * Write a codebook as a REFI-QDA codebook (.qdc), which NVivo, MAXQDA, ATLAS.ti and QualCoder import.
 *
 * @param origin  name of the program that writes
 * @returns the XML file
 * @throws RangeError if there is no code, or two have one guid
 *
 * @example
 * const code = { guid: "1", name: "Work", description: "", color: null, codable: true, children: [] };
 * writeQdc([code]).includes('<Code guid="1" name="Work" isCodable="true"/>'); // true
 * writeQdc([]); // throws RangeError
 */
export function writeQdc(codes: readonly RefiCode[], origin = "clicks-to-streets"): string {
  checkCodes(codes);
  const head = { xmlns: CODEBOOK, origin };
  return `${HEAD}${xmlElement("CodeBook", head, [xmlElement("Codes", {}, codes.map(codeXml))])}\n`;
}

/**
 * Write a project as a REFI-QDA project (.qdpx): a zip of `project.qde` and a text file a source.
 *
 * Positions are written in Unicode code points, as the standard has them; the end is one past the last.
 * The same project gives the same bytes.
 *
 * @throws RangeError for a project without codes, a guid that is used twice, a reference to nothing, or a
 *   selection outside its text
 *
 * @example
 * const codes = [{ guid: "1", name: "Work", description: "", color: null, codable: true, children: [] }];
 * const empty = { users: [], sources: [], passedOver: new Map() };
 * const project = { name: "p", origin: "me", description: "", codes, ...empty };
 * String.fromCharCode(...writeQdpx(project).subarray(0, 2)); // "PK"
 * writeQdpx({ ...project, codes: [] }); // throws RangeError
 */
export function writeQdpx(project: RefiProject): Uint8Array {
  checkProject(project);
  const { name, origin, description, users, codes, sources } = project;
  const head = {
    name,
    origin,
    creatingUserGUID: users[0]?.guid ?? null,
    xmlns: PROJECT,
    "xmlns:xsi": XSI,
    "xsi:schemaLocation": `${PROJECT} http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd`,
  };
  const parts = [
    ...(users.length === 0
      ? []
      : [
          xmlElement(
            "Users",
            {},
            users.map((user) => xmlElement("User", { ...user })),
          ),
        ]),
    xmlElement("CodeBook", {}, [xmlElement("Codes", {}, codes.map(codeXml))]),
    ...(sources.length === 0 ? [] : [xmlElement("Sources", {}, sources.map(sourceXml))]),
    ...descriptionXml(description),
  ];
  const files: Record<string, Uint8Array> = {
    "project.qde": strToU8(`${HEAD}${xmlElement("Project", head, parts)}\n`),
  };
  for (const { guid, text } of sources) files[`${TEXTS}/${guid}.txt`] = strToU8(text);
  return zipSync(files, { mtime: ZIP_TIME, level: 6 });
}

function codeXml({ guid, name, description, color, codable, children }: RefiCode): string {
  const inside = [...descriptionXml(description), ...children.map(codeXml)];
  return xmlElement("Code", { guid, name, isCodable: String(codable), color }, inside);
}

function sourceXml({ guid, name, description, text, selections, codings }: RefiSource): string {
  const points = codePointPlaces(text);
  const selected = selections.map((selection) => {
    const attributes = {
      guid: selection.guid,
      name: selection.name,
      startPosition: String(points[selection.from]),
      endPosition: String(points[selection.to]),
      creatingUser: selection.user,
      creationDateTime: selection.createdAt,
    };
    const inside = [...descriptionXml(selection.description), ...selection.codings.map(codingXml)];
    return xmlElement("PlainTextSelection", attributes, inside);
  });
  const inside = [...descriptionXml(description), ...selected, ...codings.map(codingXml)];
  return xmlElement("TextSource", { guid, name, plainTextPath: `internal://${guid}.txt` }, inside);
}

function codingXml({ guid, code, user, createdAt }: RefiCoding): string {
  const attributes = { guid, creatingUser: user, creationDateTime: createdAt };
  return xmlElement("Coding", attributes, [xmlElement("CodeRef", { targetGUID: code })]);
}

function descriptionXml(description: string): string[] {
  return description === "" ? [] : [xmlElement("Description", {}, description)];
}

/** Code points before each code unit of a text, and before its end. */
function codePointPlaces(text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1);
  let points = 0;
  let unit = 0;
  for (const character of text) {
    places.fill(points, unit, unit + character.length);
    points += 1;
    unit += character.length;
  }
  places[text.length] = points;
  return places;
}

function checkCodes(codes: readonly RefiCode[]): RefiCode[] {
  const flat = flattenCodes(codes);
  if (flat.length === 0)
    throw new RangeError("writeQdpx: the standard needs at least one code, found none; give codes");
  checkUnique(flat.map(({ guid }) => guid));
  return flat;
}

function checkProject({ users, codes, sources }: RefiProject): void {
  const known = new Set(checkCodes(codes).map(({ guid }) => guid));
  const people = new Set(users.map(({ guid }) => guid));
  const selections = sources.flatMap((source) => source.selections);
  const codings = [...sources, ...selections].flatMap((item) => item.codings);
  checkUnique([...known, ...people, ...[...sources, ...selections, ...codings].map(({ guid }) => guid)]);
  for (const { guid, code, user } of codings) {
    if (!known.has(code))
      throw new RangeError(`writeQdpx: coding ${guid} must name a code, found ${code}; add the code`);
    if (user !== null && !people.has(user)) {
      throw new RangeError(`writeQdpx: coding ${guid} must name a user, found ${user}; add the user`);
    }
  }
  for (const { name, text, selections: own } of sources) {
    if (text.includes("\r")) {
      throw new RangeError(
        `writeQdpx: lines of ${name} must end in LF, found CR, which programs count differently; replace it`,
      );
    }
    if (/^\ufeff|\p{Cs}/u.test(text)) {
      throw new RangeError(
        `writeQdpx: ${name} must be text that UTF-8 keeps, found a byte-order mark or half a character; remove it`,
      );
    }
    for (const { from, to } of own) {
      if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= text.length)) {
        throw new RangeError(
          `writeQdpx: a selection of ${name} must lie from 0 to ${text.length}, found ${from} to ${to}; ` +
            `was the text edited?`,
        );
      }
    }
  }
}

function checkUnique(guids: readonly string[]): void {
  const seen = new Set<string>();
  for (const guid of guids) {
    if (seen.has(guid))
      throw new RangeError(`writeQdpx: guids must differ, found ${guid} twice; give each thing its own`);
    seen.add(guid);
  }
}

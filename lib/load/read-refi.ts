import { readFileSync } from "node:fs";

import { unzipSync } from "fflate";

import type { RefiCode, RefiCoding, RefiProject, RefiSelection, RefiSource, RefiUser } from "./refi-project";
import { flattenCodes } from "./refi-project";
import { parseXml, type XmlElement } from "./refi-xml";

/** A file in a project larger than this is refused: no text of posts is. */
const LARGEST = 1 << 28;
const NEXT = "export the project again from the program that wrote it";

/**
 * Read a REFI-QDA codebook (.qdc).
 *
 * @throws Error naming file, line and what does not fit
 */
export function readQdc(path: string): RefiCode[] {
  const root = parseXml(path, decode(path, readFileSync(path)));
  if (root.name !== "CodeBook" || !root.namespace.startsWith("urn:QDA-XML:")) {
    throw new Error(
      `${path}:${root.line}: root must be a REFI-QDA CodeBook, found ${root.name} of "${root.namespace}"; ${NEXT}`,
    );
  }
  return new Reader(path).codes(root);
}

/**
 * Read a REFI-QDA project (.qdpx): users, codebook, texts, coded passages and codes of whole texts.
 *
 * Texts are read from the plain text that the standard asks for. Positions count Unicode code points.
 * Programs that end lines with CR LF count two characters there, ATLAS.ti and QualCoder one; the texts come
 * back with LF and the positions moved. What the library does not know is counted in `passedOver`.
 *
 * @throws Error naming file, line and what does not fit: no zip, no text, a reference to nothing, a passage
 *   outside its text
 */
export function readQdpx(path: string): RefiProject {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(readFileSync(path), {
      filter: ({ name, originalSize }) => {
        if (originalSize > LARGEST) throw new Error(`${name} is larger than ${LARGEST} bytes`);
        return /\.(qde|txt)$/i.test(name);
      },
    });
  } catch (error) {
    throw new Error(`${path}: project must be a readable zip, found: ${(error as Error).message}; ${NEXT}`);
  }
  const [main, ...more] = Object.keys(files).filter((name) => /\.qde$/i.test(name));
  if (main === undefined || more.length > 0) {
    throw new Error(
      `${path}: project must hold one .qde file, found ${main === undefined ? "none" : more.length + 1}; ${NEXT}`,
    );
  }
  const where = `${path}/${main}`;
  const root = parseXml(where, decode(where, files[main] as Uint8Array));
  if (root.name !== "Project" || !root.namespace.startsWith("urn:QDA-XML:project")) {
    throw new Error(
      `${where}:${root.line}: root must be a REFI-QDA Project, found ${root.name} of "${root.namespace}"; ${NEXT}`,
    );
  }
  return new Reader(where, files).project(root);
}

class Reader {
  private readonly passedOver = new Map<string, number>();
  private codeGuids = new Set<string>();
  private userGuids = new Set<string>();
  private countsLineEndAsOne = false;

  constructor(
    private readonly where: string,
    private readonly files: Readonly<Record<string, Uint8Array>> = {},
  ) {}

  project(root: XmlElement): RefiProject {
    const origin = root.attributes["origin"] ?? "";
    this.countsLineEndAsOne = /atlas|qualcoder/i.test(origin);
    this.passOver(root, ["Users", "CodeBook", "Sources", "Description"]);
    const users = this.inside(root, "Users", "User").map((user): RefiUser => {
      const guid = this.guid(user);
      return { guid, name: user.attributes["name"] ?? user.attributes["id"] ?? guid };
    });
    this.userGuids = new Set(users.map(({ guid }) => guid));
    const codes = root.children.filter(({ name }) => name === "CodeBook").flatMap((book) => this.codes(book));
    this.codeGuids = new Set(flattenCodes(codes).map(({ guid }) => guid));
    const sources = this.inside(root, "Sources", "TextSource").map((source) => this.source(source));
    return {
      name: root.attributes["name"] ?? "",
      description: descriptionOf(root),
      origin,
      users,
      codes,
      sources,
      passedOver: this.passedOver,
    };
  }

  codes(book: XmlElement): RefiCode[] {
    return this.inside(book, "Codes", "Code").map((code) => this.code(code));
  }

  private code(element: XmlElement): RefiCode {
    this.passOver(element, ["Description", "Code"]);
    const { name, color, isCodable } = element.attributes;
    if (name === undefined) return this.fail(element, "a code must have a name, found none");
    return {
      guid: this.guid(element),
      name,
      description: descriptionOf(element),
      color: color ?? null,
      codable: !["false", "0"].includes(isCodable ?? "true"),
      children: element.children.filter((child) => child.name === "Code").map((child) => this.code(child)),
    };
  }

  private source(element: XmlElement): RefiSource {
    this.passOver(element, ["Description", "PlainTextContent", "PlainTextSelection", "Coding"]);
    const raw = this.rawText(element);
    const { text, unitAt } = placesOf(raw, this.countsLineEndAsOne);
    const selections = element.children.filter(({ name }) => name === "PlainTextSelection");
    return {
      guid: this.guid(element),
      name: element.attributes["name"] ?? "",
      description: descriptionOf(element),
      text,
      selections: selections.map((selection) => this.selection(selection, unitAt)),
      codings: this.codings(element),
    };
  }

  private selection(element: XmlElement, unitAt: readonly number[]): RefiSelection {
    this.passOver(element, ["Description", "Coding"]);
    const [from, to] = ["startPosition", "endPosition"].map((name) => {
      const place = Number(element.attributes[name] ?? "");
      const unit = /^\d+$/.test(element.attributes[name] ?? "") ? unitAt[place] : undefined;
      if (unit !== undefined) return unit;
      const found = element.attributes[name] ?? "none";
      return this.fail(
        element,
        `${name} must be from 0 to ${unitAt.length - 1}, the text's length, found ${found}`,
      );
    }) as [number, number];
    if (from > to) return this.fail(element, `a passage must end after it begins, found ${from} to ${to}`);
    return {
      guid: this.guid(element),
      name: element.attributes["name"] ?? "",
      description: descriptionOf(element),
      from,
      to,
      user: this.user(element),
      createdAt: element.attributes["creationDateTime"] ?? null,
      codings: this.codings(element),
    };
  }

  private codings(element: XmlElement): RefiCoding[] {
    return element.children
      .filter(({ name }) => name === "Coding")
      .map((coding) => {
        this.passOver(coding, ["CodeRef"]);
        const code = normalGuid(
          coding.children.find(({ name }) => name === "CodeRef")?.attributes["targetGUID"] ?? "",
        );
        if (!this.codeGuids.has(code))
          this.fail(coding, `a coding must name a code of the codebook, found "${code}"`);
        return {
          guid: this.guid(coding),
          code,
          user: this.user(coding),
          createdAt: coding.attributes["creationDateTime"] ?? null,
        };
      });
  }

  private rawText(element: XmlElement): string {
    const content = element.children.find(({ name }) => name === "PlainTextContent");
    if (content !== undefined) return content.text;
    const path = element.attributes["plainTextPath"];
    if (path === undefined)
      return this.fail(element, "a text must have a plainTextPath or PlainTextContent, found neither");
    const name = path.replace(/^internal:\/\//, "").replace(/^\//, "");
    const found = Object.entries(this.files).find(
      ([file]) => file.toLowerCase() === `sources/${name}`.toLowerCase(),
    );
    if (found === undefined)
      return this.fail(element, `the text ${path} must be in the folder sources, found none there`);
    return decode(`${this.where}: ${found[0]}`, found[1]);
  }

  private guid(element: XmlElement): string {
    const guid = normalGuid(element.attributes["guid"] ?? "");
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid)
      ? guid
      : this.fail(element, `${element.name} must have a guid, found "${element.attributes["guid"] ?? ""}"`);
  }

  private user(element: XmlElement): string | null {
    const { creatingUser, modifyingUser } = element.attributes;
    const guid = normalGuid(creatingUser ?? modifyingUser ?? "");
    if (guid === "") return null;
    return this.userGuids.has(guid)
      ? guid
      : this.fail(element, `a user must be listed under Users, found "${guid}"`);
  }

  /** The elements of one name inside the container of another, both of which may be absent. */
  private inside(element: XmlElement, container: string, name: string): XmlElement[] {
    return element.children
      .filter((child) => child.name === container)
      .flatMap((child) => {
        this.passOver(child, [name]);
        return child.children.filter((inner) => inner.name === name);
      });
  }

  private passOver(element: XmlElement, known: readonly string[]): void {
    for (const { name } of element.children) {
      if (!known.includes(name)) this.passedOver.set(name, (this.passedOver.get(name) ?? 0) + 1);
    }
  }

  private fail(element: XmlElement, message: string): never {
    throw new Error(`${this.where}:${element.line}: ${message}; ${NEXT}`);
  }
}

function descriptionOf(element: XmlElement): string {
  return element.children.find(({ name }) => name === "Description")?.text ?? "";
}

/** Guids may stand in braces and in capitals. */
function normalGuid(guid: string): string {
  return guid.replace(/^\{(.*)\}$/, "$1").toLowerCase();
}

/** A text with LF line ends, and the code unit in it for each position that the file may give. */
function placesOf(raw: string, lineEndIsOne: boolean): { text: string; unitAt: number[] } {
  const text = raw.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const unitAt: number[] = [];
  let unit = 0;
  const counted = lineEndIsOne ? text : raw;
  let previous = "";
  for (const character of counted) {
    const isSecondOfLineEnd = previous === "\r" && character === "\n";
    unitAt.push(isSecondOfLineEnd ? unit - 1 : unit);
    if (!isSecondOfLineEnd) unit += character.length;
    previous = character;
  }
  unitAt.push(unit);
  return { text, unitAt };
}

function decode(where: string, bytes: Uint8Array): string {
  try {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (isUtf16) throw new TypeError("UTF-16");
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${where}: file must be UTF-8, found other bytes (${(error as Error).message}); ${NEXT}`);
  }
}

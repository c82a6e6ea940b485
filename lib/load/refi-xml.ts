import { SaxesParser } from "saxes";

/** One element of an XML document. */
export interface XmlElement {
  /** Name without prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Text directly inside it. */
  text: string;
  readonly line: number;
}

/**
 * Read an XML document strictly.
 *
 * Entities that a document type declares are not expanded, so a small file cannot grow large.
 *
 * @param where  the file, for errors
 * @throws Error naming file, line and column of what is not well-formed
 *
 * @example
 * parseXml("a.xml", "<a><b>x &lt; y</b></a>").children[0].text; // "x < y"
 */
export function parseXml(where: string, xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, fileName: where });
  const stack: XmlElement[] = [];
  let root: XmlElement | null = null;
  parser.on("error", (error) => {
    const [place = "", ...rest] = error.message.replace(`${where}:`, "").split(": ");
    throw new Error(
      `${where}:${place}: XML must be well-formed, found: ${rest.join(": ")}; export the file again`,
    );
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const plain = Object.values(attributes).map(({ local: name, value }) => [name, value] as const);
    const element: XmlElement = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(plain),
      children: [],
      text: "",
      line: parser.line,
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  const addText = (text: string): void => {
    const inside = stack.at(-1);
    if (inside !== undefined) inside.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => stack.pop());
  parser.write(xml.replace(/^\ufeff/, "")).close();
  if (root === null)
    throw new Error(`${where}:1: XML must have an element, found none; export the file again`);
  return root;
}

/**
 * Write an element.
 *
 * @param attributes  null is left out
 * @param inside      elements already written, or a text to be escaped
 *
 * @example
 * xmlElement("Code", { name: "A & B", color: null }); // '<Code name="A &amp; B"/>'
 */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  inside: readonly string[] | string = [],
): string {
  const open = [
    name,
    ...Object.entries(attributes).flatMap(([key, value]) => {
      return value === null ? [] : [`${key}="${escapeXml(value)}"`];
    }),
  ].join(" ");
  if (typeof inside === "string") return `<${open}>${escapeXml(inside)}</${name}>`;
  return inside.length === 0 ? `<${open}/>` : `<${open}>\n${inside.join("\n")}\n</${name}>`;
}

/** Characters that XML 1.0 cannot hold in any form. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Write a text so that XML gives it back as it was, line ends and tabs in attributes included.
 *
 * @throws RangeError for a character that XML cannot hold
 *
 * @example
 * escapeXml('a < b & "c"\n'); // 'a &lt; b &amp; &quot;c&quot;&#10;'
 */
export function escapeXml(text: string): string {
  const bad = NOT_XML.exec(text)?.[0];
  if (bad !== undefined) {
    const code = bad.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    throw new RangeError(`escapeXml: text must hold characters that XML knows, found U+${code}; remove it`);
  }
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"\t\n\r]/g, (sign) => names[sign] ?? `&#${sign.charCodeAt(0)};`);
}

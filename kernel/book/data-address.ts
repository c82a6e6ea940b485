/** Put a text into an address of its own (`data:`), so that a page can show or save it without another file. */
export function dataAddress(type: string, text: string): string {
  return `data:${type};base64,${Buffer.from(text, "utf8").toString("base64")}`;
}

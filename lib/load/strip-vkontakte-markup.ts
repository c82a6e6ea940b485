const ENTITIES = new Map([
  ["quot", '"'], ["amp", "&"], ["lt", "<"], ["gt", ">"], ["apos", "'"], ["nbsp", " "], ["laquo", "«"], ["raquo", "»"],
  ["mdash", "—"], ["ndash", "–"], ["hellip", "…"],
]);

/** Stands for a person whom a text names by a link: the placeholder that `redact` has for handles. */
export const PERSON = "‹handle›";

/**
 * Turn VKontakte's markup into what a reader of the wall sees, without naming private persons.
 *
 * `[id123|Name]` and `@id123 (Name)` become a placeholder; `[club1|Name]` keeps the community's name;
 * `[#alias|text|address]` and `[https://…|text]` keep the text. Older responses are HTML: `<br>` becomes a
 * line end and entities become their characters, once. The blank that VKontakte puts before a line end goes.
 *
 * @example
 * stripVkontakteMarkup("[id1|Айгуль], смотрите [club2|Биз барбыз] \nсегодня"); // "‹handle›, смотрите Биз барбыз\nсегодня"
 * stripVkontakteMarkup("да<br>&quot;нет&quot;"); // 'да\n"нет"'
 */
export function stripVkontakteMarkup(text: string): string {
  let plain = text;
  if (plain.includes("<br")) plain = plain.replace(/<br\s*\/?>/gi, "\n");
  if (plain.includes("&")) plain = plain.replace(/&(#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,6});/gi, decodeEntity);
  if (plain.includes("|")) {
    plain = plain
      .replace(/\[id\d+(?::[\w-]+)?\|[^\]\n]*\]/g, PERSON)
      .replace(/\[(?:club|public|event)\d+(?::[\w-]+)?\|([^\]\n]*)\]/g, "$1")
      .replace(/\[#alias\|([^|\]\n]*)\|[^\]\n]*\]/g, "$1")
      .replace(/\[https?:\/\/[^|\]\s]+\|([^\]\n]*)\]/g, "$1");
  }
  plain = plain
    .replace(/[@*]id\d+ \([^)\n]*\)/g, PERSON)
    .replace(/[@*](?:club|public|event)\d+ \(([^)\n]*)\)/g, "$1");
  return plain.replace(/ +\n/g, "\n");
}

function decodeEntity(entity: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES.get(name.toLowerCase()) ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

import { escapeHtml } from "./escape";
import { type ShownColumn, type ShownTable, sayRest } from "./shown-table";

// Styles stand in the elements, and none is needed to understand the table: GitHub drops them all. Colours
// are the page's own or half transparent, so that the table reads on a light and on a dark page.
const LINE = "1px solid rgba(128,128,128,0.5)";

/** Draw a table as HTML without style sheet or script. */
export function tableHtml(shown: ShownTable): string {
  const { columns, caption, notes, hidden, rowCount } = shown;
  const cell = (
    tag: "th" | "td",
    scope: string,
    { align, type }: ShownColumn,
    text: string,
    link: string | null = null,
  ) => {
    const isFigure = type === "number" && scope === "row";
    const figures = isFigure
      ? "font-variant-numeric:tabular-nums;white-space:nowrap;"
      : "overflow-wrap:break-word;max-width:min(26em,60vw);";
    const line = scope === "col" ? `border-bottom:${LINE};vertical-align:bottom;` : "vertical-align:top;";
    const weight = scope === "row" ? "font-weight:normal;" : "";
    const scoped = tag === "th" ? ` scope="${scope}"` : "";
    return (
      `<${tag}${scoped} align="${align}" ` +
      `style="text-align:${align};padding:0.25em 0.75em;${figures}${line}${weight}">` +
      `${link === null ? escapeHtml(text) : `<a href="${escapeHtml(link)}">${escapeHtml(text)}</a>`}</${tag}>`
    );
  };
  const head = columns.map((column) => cell("th", "col", column, column.heading)).join("");
  const body = Array.from({ length: rowCount - hidden }, (_, i) => {
    const cells = columns.map((column, j) => {
      const named = j === 0 && column.type === "string";
      return cell(named ? "th" : "td", "row", column, column.texts[i] ?? "", column.links?.[i]);
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const rest =
    sayRest(shown) === ""
      ? ""
      : `<tr><td align="left" colspan="${columns.length}" style="text-align:left">${sayRest(shown)}</td></tr>`;
  return [
    `<div class="tex2jax_ignore" style="overflow-x:auto;max-width:100%">`,
    `<table style="border-collapse:collapse;margin:0;border-bottom:${LINE}">`,
    caption === undefined
      ? ""
      : `<caption align="top" style="caption-side:top;text-align:left;padding:0.25em 0">` +
        `${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>`,
    ...body,
    rest,
    `</tbody>`,
    `</table>`,
    ...notes.map((note) => `<p style="margin:0.25em 0"><small>${escapeHtml(note)}</small></p>`),
    `</div>`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

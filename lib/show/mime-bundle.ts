/**
 * One value in every form a reader may need, by MIME type.
 *
 * A front end takes the richest form it knows. JSON types hold objects, text types hold strings.
 */
export interface MimeBundle {
  readonly [mime: string]: unknown;
}

/** The method by which a value shows itself in a notebook; Deno's kernel uses the same name. */
export const jupyterDisplay = Symbol.for("Jupyter.display");

/** The method by which a value shows itself in Node's console. */
export const consoleDisplay = Symbol.for("nodejs.util.inspect.custom");

/** A value that can show itself: as the last expression of a cell, or through `display(value)`. */
export interface Displayable {
  [jupyterDisplay](): MimeBundle | Promise<MimeBundle>;
}

/** A table as data: what `npm run verify` compares within a tolerance. */
export const TABLE_MIME = "application/vnd.clicks-to-streets.table+json";

/** A claim's record: what the runner collects into build/claims.json. */
export const CLAIM_MIME = "application/vnd.clicks-to-streets.claim+json";

/** A figure for front ends that have plotly.js. */
export const PLOTLY_MIME = "application/vnd.plotly.v1+json";

/** The words of a word cloud with their weights. */
export const WORDS_MIME = "application/vnd.clicks-to-streets.words+json";

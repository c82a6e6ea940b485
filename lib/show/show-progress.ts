import { escapeHtml } from "./escape";
import { formatNumber } from "./format-number";
import type { MimeBundle } from "./mime-bundle";

type Publish = (bundle: MimeBundle, options?: { displayId?: string; update?: boolean }) => void;

let shown = 0;

/**
 * Show how far a long computation has come, in one line that changes.
 *
 * What stays in the notebook is the last line alone, which names what was done and no time. Outside a
 * notebook nothing is shown.
 *
 * @param what  what is counted, in the plural, such as "corpora"
 * @returns a function to be told how many are done and how many there are
 *
 * @example
 * showProgress("corpora")(1, 60); // undefined
 */
export function showProgress(what: string): (done: number, all: number) => void {
  const publish = (globalThis as { [key: symbol]: unknown })[Symbol.for("clicks-to-streets.publish")] as
    Publish | undefined;
  const displayId = `progress-${++shown}`;
  let told = -1;
  return (done, all) => {
    // A twentieth at a time: more would only be messages.
    const step = done >= all ? 20 : Math.floor((20 * done) / all);
    if (publish === undefined || step === told) return;
    const text = `${formatNumber(done, 0)} of ${formatNumber(all, 0)} ${what}`;
    const html =
      `<div><progress max="${all}" value="${done}" ` +
      `aria-label="${escapeHtml(what)}"></progress> ${escapeHtml(text)}</div>`;
    publish({ "text/html": html, "text/plain": text }, { displayId, update: told >= 0 });
    told = step;
  };
}

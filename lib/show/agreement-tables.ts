import type { CoderComparison } from "../measure/compare-coders";
import type { SpanAgreement } from "../measure/compare-spans";
import { type Table, table } from "./table";

const PERCENT = 1;
const COEFFICIENT = 2;

/** A comparison of coders as tables. */
export interface AgreementTables {
  readonly pairs: Table;
  readonly byCode: Table;
  readonly disagreements: Table;
}

/**
 * Lay a comparison of coders out as three tables: by pair, by code, and what to talk over.
 *
 * @param comparison  as `compareCoders` gives it
 * @param coders      names in the order of the columns
 * @param of          what was coded, for captions: "ten posts of the teaching corpus"
 *
 * @example
 * const comparison = { pairs: [], byCode: [], disagreements: [] };
 * agreementTables(comparison, ["anna"], "no document").disagreements.toCSV(); // "Text,anna,Disputed\r\n"
 */
export function agreementTables(
  comparison: CoderComparison,
  coders: readonly string[],
  of: string,
): AgreementTables {
  const pairs = table(comparison.pairs, {
    caption: `Agreement by pair of coders, ${of}`,
    columns: {
      first: "First",
      second: "Second",
      documents: "Documents",
      same: "Same codes",
      percent: "% same",
      percentLow: "from",
      percentHigh: "to",
      kappa: "Kappa",
      kappaLow: "from ",
      kappaHigh: "to ",
      remark: "Remark",
    },
    format: {
      percent: PERCENT,
      percentLow: PERCENT,
      percentHigh: PERCENT,
      kappa: COEFFICIENT,
      kappaLow: COEFFICIENT,
      kappaHigh: COEFFICIENT,
    },
    notes: [
      "Same codes: no code more and none fewer; interval by Wilson.",
      "Kappa: Cohen's, over each document and code as a yes or no; interval by drawing documents again.",
    ],
  });
  const byCode = table(comparison.byCode, {
    caption: `Agreement by code, ${of}`,
    columns: {
      name: "Code",
      documents: "Documents",
      given: "Given by",
      percent: "% agree",
      ...(coders.length === 2 && { kappa: "Kappa", kappaLow: "from", kappaHigh: "to" }),
      alpha: "Alpha",
      alphaLow: "from ",
      alphaHigh: "to ",
      remark: "Remark",
    },
    format: {
      percent: PERCENT,
      kappa: COEFFICIENT,
      kappaLow: COEFFICIENT,
      kappaHigh: COEFFICIENT,
      alpha: COEFFICIENT,
      alphaLow: COEFFICIENT,
      alphaHigh: COEFFICIENT,
    },
    notes: "Alpha: Krippendorff's, nominal; interval by drawing documents again.",
  });
  const disagreements = table(comparison.disagreements as readonly Readonly<Record<string, string>>[], {
    caption: `Documents to talk over, ${of}`,
    columns: {
      text: "Text",
      ...Object.fromEntries(coders.map((coder) => [coder, coder])),
      disputed: "Disputed",
    },
  });
  return { pairs, byCode, disagreements };
}

/**
 * Lay agreement by characters out as a table.
 *
 * @param rows  as `compareSpans` gives them
 */
export function spanTable(rows: readonly SpanAgreement[], of: string): Table {
  return table(rows, {
    caption: `Agreement by characters, ${of}`,
    columns: {
      first: "First",
      second: "Second",
      code: "Code",
      both: "Both",
      one: "One",
      neither: "Neither",
      percent: "% agree",
      kappa: "Kappa",
      meanKappa: "Mean kappa",
      documents: "Documents",
    },
    format: { percent: PERCENT, kappa: COEFFICIENT, meanKappa: COEFFICIENT },
    notes: [
      "Characters that both, one or neither of the two gave the code; codes that neither gave are left out.",
      "Mean kappa: over the documents that have one, each weighing the same.",
    ],
  });
}

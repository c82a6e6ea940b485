import { findNotebooks, partByReading } from "./find-notebooks";
import { mapAtMost, mapLastFirst } from "./map-at-most";
import { describeFault } from "./run-notebook";
import type { RunProgress } from "./run-notebooks";
import { type Page, paint } from "./show-verdicts";
import { type Verification, verifyNotebook, type VerifyOptions } from "./verify-notebook";

export interface VerifyAllOptions extends VerifyOptions {
  /** Numbers or beginnings of names; empty for all. */
  readonly only: readonly string[];
  readonly jobs: number;
  readonly progress?: RunProgress;
}

/**
 * Run the notebooks of a project, each in its own fresh kernel, and compare their outputs with the committed
 * ones.
 */
export async function verifyNotebooks(options: VerifyAllOptions): Promise<Verification[]> {
  const { root, only, jobs, progress } = options;
  const { first, last } = partByReading(root, findNotebooks(root, only));
  progress?.start([...first, ...last], jobs);
  const verify = async (name: string): Promise<Verification> => {
    const onCell = progress?.cell.bind(progress, name);
    const verification = await verifyNotebook(name, { ...options, ...(onCell && { onCell }) });
    progress?.done(verification.run);
    return verification;
  };
  try {
    // The last read the committed outputs of the others, which --update may have just written.
    const verified = await mapLastFirst(jobs, first, verify);
    return [...verified, ...(await mapAtMost(jobs, last, verify))];
  } finally {
    progress?.stop();
  }
}

const MOST_LINES = 6;

/** Lay out what differs, a cell after the other, and close with a sentence that counts. */
export function showVerification(verifications: readonly Verification[], page: Page): string {
  const paragraphs = verifications.flatMap(({ run, differing, updated }) => [
    ...differing.map(({ cell, firstLine, differences }) => {
      const more = differences.length - MOST_LINES;
      const lines = [...differences.slice(0, MOST_LINES), ...(more > 0 ? [`and ${more} more`] : [])];
      return (
        `${paint("1", `notebooks/${run.name}.ipynb cell ${cell} \`${firstLine}\``, page)}\n  ` +
        `${lines.join("\n  ")}`
      );
    }),
    ...(run.fault === null ? [] : [paint("1;31", describeFault(run.name, run.fault), page)]),
    ...(updated ? [`notebooks/${run.name}.ipynb now holds the new outputs.`] : []),
  ]);
  return `\n${[...paragraphs, ...countsOf(verifications)].join("\n\n")}\n`;
}

function countsOf(verifications: readonly Verification[]): string[] {
  const n = verifications.length;
  const failed = verifications.filter(({ run }) => run.fault !== null).length;
  const differing = verifications.filter(({ run, differing }) => run.fault === null && differing.length > 0);
  const same = n - failed - differing.length;
  const sentence = `${same} of ${n} notebooks ${same === 1 ? "gives" : "give"} the committed outputs`;
  const rest = [
    ...(differing.length > 0 ? [`${differing.length} ${differing.length === 1 ? "differs" : "differ"}`] : []),
    ...(failed > 0 ? [`${failed} did not run to the end`] : []),
  ];
  const lines = [`${[sentence, ...rest].join(", ")}.`];
  if (differing.some(({ updated }) => !updated)) {
    lines.push("If the new outputs are the right ones, keep them with: npm run verify -- --update");
  }
  return [lines.join("\n")];
}

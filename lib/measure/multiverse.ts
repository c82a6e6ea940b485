/** Decisions of an analysis and what each might reasonably have been, in the reader's words. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** One way through all decisions. */
export type Path<Of extends Choices> = { readonly [Name in keyof Of]: Of[Name][number] };

/** What one way through the decisions found. */
export interface Outcome {
  /** What the claim is judged by; null where there was too little to compute. */
  readonly value: number | null;
  /** Whether the claim holds; null where there was too little to compute. */
  readonly holds: boolean | null;
}

/** An outcome with the decisions that led to it. */
export interface Specification extends Outcome {
  readonly path: Readonly<Record<string, string>>;
}

/** How a claim fares under each option of one decision, all others varied. */
export interface OptionShare {
  readonly choice: string;
  readonly option: string;
  /** Specifications with this option that could be computed, and those among them in which the claim holds. */
  readonly computed: number;
  readonly held: number;
  /** held / computed; null where none was computed. */
  readonly share: number | null;
  /** Median of the values; null where there is none. */
  readonly median: number | null;
}

/** A claim under every combination of decisions. */
export interface Multiverse {
  readonly choices: Choices;
  /** In the order in which the choices are listed, the last varying fastest. */
  readonly specifications: readonly Specification[];
  readonly computed: number;
  readonly held: number;
  /** held / computed, the headline; null where none could be computed. */
  readonly share: number | null;
  readonly median: number | null;
  readonly options: readonly OptionShare[];
  /** Whether the claim stands under nearly every specification, falls under nearly every one, or hangs on a choice. */
  readonly standing: "stands" | "hangs on a choice" | "falls" | "too little data";
  /**
   * The choice whose options differ most in their share, with that difference; null where nothing could be
   * computed.
   */
  readonly decisive: { readonly choice: string; readonly difference: number } | null;
}

/** Shares of the specifications from which a claim stands, and down to which it falls. */
const STANDS = 0.9;
const FALLS = 0.1;

/**
 * Recompute a claim under every combination of defensible decisions.
 *
 * The choices should be those that another careful analyst might have made; the share of specifications in which a
 * claim holds is a description of this set, not a probability.
 *
 * @param choices  each decision with at least one option
 * @param run      computes one specification
 * @throws RangeError if a decision has no option
 * @see Steegen, S. and others (2016). Increasing transparency through a multiverse analysis. Perspectives on
 *   Psychological Science 11(5). Simonsohn, U., Simmons, J. P. and Nelson, L. D. (2020). Specification curve analysis.
 *   Nature Human Behaviour 4.
 * @example
 * const run = ({ unit }) => ({ value: 1, holds: unit === "posts" });
 * const twice = multiverse({ unit: ["posts", "comments"] }, run);
 * twice.share; // 0.5
 * twice.decisive; // { choice: "unit", difference: 1 }
 */
export function multiverse<const Of extends Choices>(choices: Of, run: (path: Path<Of>) => Outcome): Multiverse {
  for (const [choice, options] of Object.entries(choices)) {
    if (options.length > 0) continue;
    throw new RangeError(`multiverse: "${choice}" must have at least one option, found none; list one or leave it out`);
  }
  const specifications = pathsThrough(choices).map((path): Specification => {
    return { path, ...run(path as Path<Of>) };
  });
  const options = Object.entries(choices).flatMap(([choice, names]) =>
    names.map((option) => ({
      choice,
      option,
      ...summarise(specifications.filter(({ path }) => path[choice] === option)),
    })),
  );
  const whole = summarise(specifications);
  return {
    choices,
    specifications,
    ...whole,
    options,
    standing: standingOf(whole.share),
    decisive: decisiveOf(Object.keys(choices), options),
  };
}

function pathsThrough(choices: Choices): Readonly<Record<string, string>>[] {
  let paths: Readonly<Record<string, string>>[] = [{}];
  for (const [choice, options] of Object.entries(choices)) {
    paths = paths.flatMap((path) => options.map((option) => ({ ...path, [choice]: option })));
  }
  return paths;
}

function summarise(outcomes: readonly Outcome[]): Pick<OptionShare, "computed" | "held" | "share" | "median"> {
  const computed = outcomes.filter(({ holds }) => holds !== null);
  const held = computed.filter(({ holds }) => holds === true).length;
  const values = computed.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const [low, high] = [values[Math.floor((values.length - 1) / 2)], values[Math.floor(values.length / 2)]];
  return {
    computed: computed.length,
    held,
    share: computed.length === 0 ? null : held / computed.length,
    median: low === undefined || high === undefined ? null : (low + high) / 2,
  };
}

function standingOf(share: number | null): Multiverse["standing"] {
  if (share === null) return "too little data";
  if (share >= STANDS) return "stands";
  return share <= FALLS ? "falls" : "hangs on a choice";
}

function decisiveOf(choices: readonly string[], options: readonly OptionShare[]): Multiverse["decisive"] {
  let decisive: Multiverse["decisive"] = null;
  for (const choice of choices) {
    const shares = options.flatMap(({ choice: of, share }) => (of === choice && share !== null ? [share] : []));
    if (shares.length === 0) continue;
    const difference = Math.max(...shares) - Math.min(...shares);
    if (decisive === null || difference > decisive.difference) decisive = { choice, difference };
  }
  return decisive;
}

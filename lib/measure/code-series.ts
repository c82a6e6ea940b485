import { type CommunitySeries, type CommunitySeriesOptions, communitySeries } from "./community-series";

/** Posts of one community that have one code, by day. */
export interface CodeSeries extends CommunitySeries {
  /** Id of the code. */
  readonly code: string;
}

/** What a coding must offer to be counted. */
interface CountedCoding<Code extends string> {
  readonly codes: readonly Code[];
  documents(code: Code): ArrayLike<number> & Iterable<number>;
}

/**
 * Count every code of a coding by community and day, such as each kind of act.
 *
 * @param codes  which of the coding's codes; all, by default
 * @returns a row a code and community, code by code
 */
export function codeSeries<Code extends string>(
  corpus: Parameters<typeof communitySeries>[0],
  study: Parameters<typeof communitySeries>[1],
  coding: CountedCoding<Code>,
  options: CommunitySeriesOptions & { readonly codes?: readonly Code[] } = {},
): CodeSeries[] {
  const { codes = coding.codes } = options;
  return codes.flatMap((code) =>
    communitySeries(corpus, study, coding.documents(code), options).map((part) => ({ ...part, code })),
  );
}

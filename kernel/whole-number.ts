import { InvalidArgumentError } from "commander";

/** Read an option that is a whole number between two bounds, both included. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const n = Number(text);
    if (/^\d+$/.test(text) && n >= least && n <= most) return n;
    throw new InvalidArgumentError(`Needed a whole number from ${least} to ${most}.`);
  };
}

/**
 * Lay out the examples that a command's help ends with.
 *
 * @param lines  each a command line and what it does, in the order of use
 */
export function commandExamples(lines: readonly (readonly [command: string, what: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`.trimEnd()).join("\n")}`;
}

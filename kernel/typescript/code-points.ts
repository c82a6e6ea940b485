/**
 * Converts positions in a text between UTF-16 units, which JavaScript counts, and code points, which Jupyter counts.
 *
 * They differ after a sign outside of the basic plane, such as an emoji.
 */
export class CodePoints {
  constructor(private readonly text: string) {}

  toUnits(position: number): number {
    let units = 0;
    for (let points = 0; points < position && units < this.text.length; points++) {
      units += (this.text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
    }
    return units;
  }

  fromUnits(position: number): number {
    return [...this.text.slice(0, position)].length;
  }
}

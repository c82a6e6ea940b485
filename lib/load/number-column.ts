/** A list of numbers that grows outside the heap of JavaScript, so that millions leave room for the rest. */
export class NumberColumn {
  private numbers = new Float64Array(1 << 10);
  private size = 0;

  push(value: number): void {
    if (this.size === this.numbers.length) {
      const longer = new Float64Array(2 * this.size);
      longer.set(this.numbers);
      this.numbers = longer;
    }
    this.numbers[this.size] = value;
    this.size += 1;
  }

  /** The numbers so far; they share their memory with the column. */
  values(): Float64Array {
    return this.numbers.subarray(0, this.size);
  }
}

/** A column of numbers that grows as rows are added: eight bytes a row, no object a row. */
export class NumberColumn {
  private values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Float64Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  at(row: number): number {
    if (row < 0 || row >= this.length) throw new RangeError(`no such row: ${row}; there are ${this.length}`);
    return this.values[row] as number;
  }

  set(row: number, value: number): void {
    if (row < 0 || row >= this.length) throw new RangeError(`no such row: ${row}; there are ${this.length}`);
    this.values[row] = value;
  }

  /** The rows as they stand, without copying; a later `push` may leave this view behind. */
  view(): Float64Array {
    return this.values.subarray(0, this.length);
  }
}

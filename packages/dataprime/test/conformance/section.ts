/**
 * A rule of the public language in words; where it comes from (`D` its documentation, `Di` that of another product with the
 * same engine, `S` public queries); and the cases that hold it, parted by blanks: names of golden queries, which are
 * executed, or test files.
 */
export type Rule = readonly [rule: string, origins: string, cases: string];

export interface Section {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** A scalar of `$d` that a query reads straight from lines, and what it is in every one of them that has it. */
export interface LineField {
  /** Keys from the root; every one can be written in JSON in one way, but for `\u00..`. */
  readonly path: readonly string[];
  /** `absent`: no line has it, or has null. */
  readonly type: 'string' | 'number' | 'bool' | 'absent';
}

/** Printable ASCII without quotation mark, slash and backslash. */
const PLAIN_KEY = /^[ !#-.0-[\]-~]+$/;

/** Whether a key can be looked for in the text of a line. */
export const isPlainKey = (key: string): boolean => PLAIN_KEY.test(key);

/**
 * A field of `$m` or `$l` that records get from the first of several keys of `$d` that holds it. `holder` is the one of
 * them that lines have; the `before` it hold nothing in any line, nor do those `after` it where the holder has a value.
 */
export interface LineHead {
  readonly root: 'm' | 'l';
  readonly key: string;
  /** Null where no line has any of the keys: then all of them are `before`. */
  readonly holder: LineField | null;
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
  /** A severity: the code of each value that stands for one, words in lower case. Null for a label, which is text. */
  readonly codes: readonly (readonly [value: string | number, code: number])[] | null;
  /** The label of records without one; null leaves it out. */
  readonly otherwise: string | null;
}

/** What a plan reads from lines. */
export interface LineReads {
  readonly fields: readonly LineField[];
  readonly heads: readonly LineHead[];
}

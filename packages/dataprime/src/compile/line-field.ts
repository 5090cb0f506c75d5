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

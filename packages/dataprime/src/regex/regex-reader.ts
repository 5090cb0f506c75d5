/** Where in a pattern the reader stands, and what it has written for the engine. */
export interface RegexReader {
  readonly pattern: string;
  at: number;
  readonly groupNames: Set<string>;
  depth: number;
}

/** What the engine (RE2) cannot run, and where it stands in the pattern. Thrown inside this folder and caught at its door. */
export interface RegexFault {
  readonly kind: 'regex-fault';
  readonly what: string;
  readonly at: number;
}

/** A piece of a pattern for the engine. `repeats`: how often its inside is written out at most; 0 for what matches nothing itself. */
export interface Piece {
  readonly re2: string;
  readonly repeats: number;
}

export const fault = (what: string, at: number): never => {
  const thrown: RegexFault = { kind: 'regex-fault', what, at };
  throw thrown;
};

/** The character at hand, whole where it takes two units; empty at the end. */
export const charAt = (r: RegexReader): string => {
  const code = r.pattern.codePointAt(r.at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

export const take = (r: RegexReader): string => {
  const char = charAt(r);
  r.at += char.length;
  return char;
};

/** Takes what a sticky expression finds here; null where it finds nothing. */
export const takeMatch = (r: RegexReader, expression: RegExp): RegExpExecArray | null => {
  expression.lastIndex = r.at;
  const found = expression.exec(r.pattern);
  if (found !== null) r.at += found[0].length;
  return found;
};

export const hex = (code: number): string => `\\x{${code.toString(16).toUpperCase()}}`;

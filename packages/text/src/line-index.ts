/** A place in a text, both numbers counted from 0 and in UTF-16 code units, as the language server protocol does. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns and back. */
export interface LineIndex {
  readonly lineCount: number;
  /** Offsets outside the text are moved to its nearest end. */
  readonly position: (offset: number) => Position;
  /** The offset of a place; columns past the end of a line stop at its line break. */
  readonly offset: (position: Position) => number;
}

/** Where each line starts. `\n`, `\r\n` and a lone `\r` end a line. */
const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length);
  return starts;
};

/** The index of the last start that is not after the offset. */
const lineOf = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Reads the text once; each question afterwards costs the logarithm of its line count. */
export const lineIndex = (text: string): LineIndex => {
  const starts = lineStarts(text);
  const clamp = (offset: number): number => Math.max(0, Math.min(text.length, offset));
  return {
    lineCount: starts.length,
    position: (offset) => {
      const at = clamp(offset);
      const line = lineOf(starts, at);
      return { line, column: at - (starts[line] ?? 0) };
    },
    offset: ({ line, column }) => {
      const start = starts[Math.max(0, Math.min(starts.length - 1, line))] ?? 0;
      const next = starts[line + 1];
      const breakLength = next === undefined ? 0 : text.slice(Math.max(0, next - 2), next) === '\r\n' ? 2 : 1;
      const end = next === undefined ? text.length : next - breakLength;
      return Math.max(start, Math.min(end, start + column));
    },
  };
};

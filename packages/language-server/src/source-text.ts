import { queryLengthMax } from '@clearspan/dataprime';
import { type LineIndex, lineIndex, type Span } from '@clearspan/text';
import type { Position, Range } from 'vscode-languageserver-types';

/** The text of one document: one query, with its lines. Offsets and characters are UTF-16 code units, as in the protocol. */
export interface SourceText {
  readonly text: string;
  readonly lines: LineIndex;
  /** More than `queryLengthMax` code units: it gets the one diagnostic that says so, and nothing else is read of it. */
  readonly isTooLong: boolean;
}

export const sourceText = (text: string): SourceText => ({
  text,
  lines: lineIndex(text),
  isTooLong: text.length > queryLengthMax,
});

export const positionAt = ({ lines }: SourceText, offset: number): Position => {
  const { line, column } = lines.position(offset);
  return { line, character: column };
};

/** Places outside the text are moved to its nearest end, characters past the end of a line to its line break. */
export const offsetAt = ({ lines }: SourceText, { line, character }: Position): number =>
  lines.offset({ line, column: character });

export const rangeOf = (source: SourceText, { start, end }: Span): Range => ({
  start: positionAt(source, start),
  end: positionAt(source, end),
});

export const spanOf = (source: SourceText, { start, end }: Range): Span => ({
  start: offsetAt(source, start),
  end: offsetAt(source, end),
});

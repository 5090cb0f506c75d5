import type { LongLine } from '../sources/read-lines.ts';

const NEWLINE = 10;

/**
 * The lines of a file as they are, with their line feeds, many at a time. Only the last may be without one. Never holds
 * more than a piece of the file and a line.
 */
export async function* byteLines(
  pieces: AsyncIterable<Buffer>,
  bytesMax: number,
): AsyncGenerator<readonly (Buffer | LongLine)[]> {
  let begun: Buffer[] = [];
  let begunBytes = 0;
  const begin = (part: Buffer): void => {
    begunBytes += part.length;
    if (begunBytes > bytesMax) begun = [];
    else if (part.length > 0) begun.push(part);
  };
  const end = (): Buffer | LongLine => {
    const line = begunBytes > bytesMax ? { bytes: begunBytes } : Buffer.concat(begun);
    begun = [];
    begunBytes = 0;
    return line;
  };
  for await (const piece of pieces) {
    const lines: (Buffer | LongLine)[] = [];
    let from = 0;
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, from)) {
      begin(piece.subarray(from, at + 1));
      lines.push(end());
      from = at + 1;
    }
    begin(piece.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (begunBytes > 0) yield [end()];
}

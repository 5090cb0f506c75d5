/** Bytes of one line at most: a longer one is told and left out. */
export const LINE_BYTES_MAX: number = 16 * 1_048_576;

/** A line that was left out, by its bytes. */
export interface LongLine {
  readonly bytes: number;
}

const NEWLINE = 10;

/** The line as text, unless it is too long. A unit of UTF-16 makes three bytes at most. */
const bounded = (text: string, bytesMax: number): string | LongLine => {
  if (text.length * 3 <= bytesMax) return text;
  const bytes = Buffer.byteLength(text);
  return bytes > bytesMax ? { bytes } : text;
};

/**
 * The lines of a text in UTF-8, many at a time, without their line feeds. Only a line feed ends a line. What follows the
 * last one is a line too, unless it is nothing. Never holds more than a chunk and a line.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  bytesMax: number = LINE_BYTES_MAX,
): AsyncGenerator<readonly (string | LongLine)[]> {
  let begun: Buffer[] = [];
  let begunBytes = 0;
  const begin = (part: Buffer): void => {
    begunBytes += part.length;
    if (begunBytes > bytesMax) begun = [];
    else if (part.length > 0) begun.push(part);
  };
  const end = (): string | LongLine => {
    const line = begunBytes > bytesMax ? { bytes: begunBytes } : Buffer.concat(begun).toString('utf8');
    begun = [];
    begunBytes = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const first = chunk.indexOf(NEWLINE);
    if (first < 0) {
      begin(chunk);
      continue;
    }
    const last = chunk.lastIndexOf(NEWLINE);
    begin(chunk.subarray(0, first));
    const lines: (string | LongLine)[] = [end()];
    if (last > first)
      for (const text of chunk.toString('utf8', first + 1, last).split('\n')) lines.push(bounded(text, bytesMax));
    begin(chunk.subarray(last + 1));
    yield lines;
  }
  if (begunBytes > 0) yield [end()];
}

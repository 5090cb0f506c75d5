/** Text on stdin at most: a query, not a log file. */
const STDIN_BYTES_MAX = 4 * 1024 * 1024;

/** The whole of an input as text. */
export const readAll = async (input: AsyncIterable<Uint8Array | string>): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > STDIN_BYTES_MAX) throw new Error(`expected at most ${STDIN_BYTES_MAX} bytes on stdin`);
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
};

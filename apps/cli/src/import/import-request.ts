import type { Signal } from '@clearspan/telemetry-store';
import { inputError } from '../command-error.ts';
import { openInput } from '../sources/open-input.ts';
import type { Delivery } from './deliver.ts';
import { REQUEST_BYTES_MAX } from './import-limits.ts';
import { addDelivered, type ImportTally } from './import-tally.ts';
import { type Content, signalOfRequest } from './recognise.ts';

const wholeContent = async (file: string): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of (await openInput(file)).chunks) {
    bytes += piece.length;
    if (bytes > REQUEST_BYTES_MAX)
      throw inputError(`${file}: expected an OTLP request of at most ${REQUEST_BYTES_MAX} bytes, found more`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

/** Imports a file that is one OTLP request, as one chunk: given again, the store knows it. */
export const importRequest = async (
  file: string,
  content: Exclude<Content, { readonly kind: 'lines' }>,
  name: string,
  { delivery, onRead }: { readonly delivery: Delivery; readonly onRead: (bytes: number) => void },
  tally: ImportTally,
): Promise<void> => {
  const bytes = await wholeContent(file);
  const isJson = content.kind === 'json-request';
  const signal: Signal | null = content.signal ?? signalOfRequest(bytes);
  if (signal === null)
    throw inputError(
      `${file}: expected text or an OTLP request, found neither; --logs, --spans or --metrics says which`,
    );
  const head = { import: name, line: 1, ...(isJson ? {} : { request: 'protobuf' as const }) };
  // A line break in JSON stands between its tokens only.
  const line = isJson ? Buffer.from(bytes.toString('utf8').replaceAll(/[\r\n]/g, ' ')) : bytes;
  const delivered = await delivery.deliver({ signal, head, bytes: line });
  onRead(bytes.length);
  if (delivered.kind === 'refused') throw inputError(`${file}: ${delivered.message}`);
  addDelivered(tally, delivered, 1);
};

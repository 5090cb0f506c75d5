import type { Signal } from '@clearspan/telemetry-store';
import type { Input } from '../sources/open-input.ts';
import { LINE_BYTES_MAX } from '../sources/read-lines.ts';
import { byteLines } from './byte-lines.ts';
import { type Chunk, cutChunks, type Place } from './cut-chunks.ts';
import type { Delivered, Delivery } from './deliver.ts';
import { CHUNK_LIMITS, CHUNKS_UNDER_WAY_MAX } from './import-limits.ts';
import { addDelivered, addFault, type ImportTally } from './import-tally.ts';
import { inOrder } from './in-order.ts';

interface LinesToSend {
  readonly input: Input;
  readonly name: string;
  readonly from: Place;
  readonly ends: readonly number[];
  readonly signalOf: (line: Buffer) => Signal;
  readonly onTaken: (next: Place) => void;
}

/** Sends lines in chunks. What is taken of a file is told in its order. */
export const sendLines = async (
  { input, name, from, ends, signalOf, onTaken }: LinesToSend,
  { delivery, onRead }: { readonly delivery: Delivery; readonly onRead: (bytes: number) => void },
  tally: ImportTally,
): Promise<void> => {
  let told = 0;
  const tellRead = (): void => {
    onRead(input.bytesRead() - told);
    told = input.bytesRead();
  };
  const chunks = cutChunks(byteLines(input.chunks, LINE_BYTES_MAX), {
    from,
    ends,
    limits: CHUNK_LIMITS,
    signalOf,
    onLongLine: (line, bytes) => {
      const message = `line ${line}: expected at most ${LINE_BYTES_MAX} bytes in a line, found ${bytes}`;
      addFault(tally, { code: 'TOO_LARGE', message });
    },
  });
  const send = ({ signal, firstLine, bytes }: Chunk): Promise<Delivered> =>
    delivery.deliver({ signal, head: { import: name, line: firstLine }, bytes });
  await inOrder(chunks, CHUNKS_UNDER_WAY_MAX, send, (chunk, delivered) => {
    addDelivered(tally, delivered, chunk.firstLine);
    if (chunk.next) onTaken(chunk.next);
    tellRead();
  });
};

import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncPath } from '../../wal/wal-directory.ts';
import { createTurns } from '../turns.ts';
import { linkFile, PART } from './link-file.ts';
import { parseQueueFile, type QueueFile, queueFileName } from './queue-file.ts';

export interface QueuedSegment extends QueueFile {
  readonly bytes: number;
  /** When the last of it was accepted. */
  readonly sinceMs: number;
}

/** The segments that wait for one target, in a directory that outlives the process. */
export interface ForwardQueue {
  /** Resolves when the segment is in the queue for good. One that waits already is not added again. */
  add(segment: string, path: string): Promise<void>;
  first(): QueuedSegment | undefined;
  /** The oldest, where the queue is over its bytes; never the only one. */
  excess(): QueuedSegment | undefined;
  has(queued: QueuedSegment): boolean;
  read(queued: QueuedSegment): Promise<Buffer>;
  /** Notes how many requests at its beginning are answered. */
  advance(queued: QueuedSegment, answered: number): Promise<void>;
  /** False when it was gone already. */
  remove(queued: QueuedSegment): Promise<boolean>;
  bytes(): number;
}

const readQueue = async (path: string): Promise<QueuedSegment[]> => {
  const found: QueuedSegment[] = [];
  for (const name of (await readdir(path)).sort()) {
    if (name.endsWith(PART)) await rm(join(path, name));
    const file = parseQueueFile(name);
    if (!file) continue;
    const { size, mtimeMs } = await stat(join(path, name));
    found.push({ ...file, bytes: size, sinceMs: mtimeMs });
  }
  return found;
};

export const openForwardQueue = async (path: string, bytesMax: number): Promise<ForwardQueue> => {
  await mkdir(path, { recursive: true });
  await syncPath(dirname(path));
  const waiting: { -readonly [K in keyof QueuedSegment]: QueuedSegment[K] }[] = await readQueue(path);
  let place = waiting.at(-1)?.place ?? 0;
  /** A segment is renamed and removed by different hands. */
  const inTurn = createTurns();
  const pathOf = (file: QueueFile): string => join(path, queueFileName(file));
  const bytes = (): number => waiting.reduce((sum, one) => sum + one.bytes, 0);
  const held = (queued: QueuedSegment): (typeof waiting)[number] | undefined =>
    waiting.find((one) => one.place === queued.place);
  return {
    bytes,
    first: () => waiting[0],
    excess: () => (waiting.length > 1 && bytes() > bytesMax ? waiting[0] : undefined),
    has: (queued) => held(queued) !== undefined,
    add: (segment, from) =>
      inTurn(async () => {
        if (waiting.some((one) => one.segment === segment)) return;
        place += 1;
        const file = { place, segment, answered: 0 };
        const { size, mtimeMs } = await stat(from);
        await linkFile(from, pathOf(file));
        await syncPath(path);
        waiting.push({ ...file, bytes: size, sinceMs: mtimeMs });
      }),
    read: (queued) => inTurn(() => readFile(pathOf(queued))),
    advance: (queued, answered) =>
      inTurn(async () => {
        const one = held(queued);
        if (!one) return;
        await rename(pathOf(one), pathOf({ ...one, answered }));
        one.answered = answered;
      }),
    remove: (queued) =>
      inTurn(async () => {
        const one = held(queued);
        if (!one) return false;
        await rm(pathOf(one), { force: true });
        waiting.splice(waiting.indexOf(one), 1);
        return true;
      }),
  };
};

import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createSegmentWriter, type SegmentWriter } from './segment-writer.ts';

/**
 * `<name>.wal` is a segment whose rows are not known to be in the store; `<name>.done` is one whose rows are, kept until
 * the engine's files must have reached the disk; `aside/` holds what needs a person.
 * A name is never used twice, because the engine remembers it as the token of the rows.
 */
export interface WalDirectory {
  /** Names of the segments that an earlier run left to be replayed, oldest first. */
  readonly left: readonly string[];
  /** Names of those whose rows it brought into the store, as far as they are kept still, oldest first. */
  readonly stored: readonly string[];
  /**
   * To be called once all that was left is replayed. Until then an interrupted start leaves everything to the next one.
   */
  replayed(): Promise<void>;
  create(): SegmentWriter;
  /** What is durable of a segment. */
  read(name: string): Promise<Buffer>;
  exists(name: string): Promise<boolean>;
  /** The rows are in the store: keep the segment a little longer, then remove it. */
  done(name: string, nowMs: number): Promise<void>;
  /** The rows cannot be stored: keep the segment where a person finds it. Returns the path. */
  putAside(name: string): Promise<string>;
  /** Keeps a copy of a damaged segment. Returns the path. */
  copyAside(name: string): Promise<string>;
  /** Removes segments that are done for longer than `doneMs`, and the oldest beyond the count and the bytes kept. */
  sweep(nowMs: number): Promise<void>;
}

export interface WalLimits {
  /** Longer than the kernel keeps written data from the disk (about 30 s). */
  readonly doneMs: number;
  /** Fewer than the engine remembers tokens: a replay must find its token. */
  readonly doneSegmentsMax: number;
  readonly doneBytesMax: number;
}

export interface WalOptions extends WalLimits {
  /** What the store has acknowledged is on disks of its own, and not replayed, whatever happens to this machine. */
  readonly doneIsStored?: boolean;
}

interface DoneSegment {
  readonly name: string;
  readonly sinceMs: number;
  readonly bytes: number;
}

const SEQUENCE_DIGITS = 12;
const NAME = /^(\d{12})-[0-9a-f]{16}\.(wal|done)$/;
/** Holds the boot id of the start of the machine since which nothing is left to replay. */
const BOOT_MARKER = 'boot-id';
const BOOT_ID_FILE = '/proc/sys/kernel/random/boot_id';

/** Changes when the machine starts; null where the system does not tell. */
const readBootId = (): Promise<string | null> =>
  readFile(BOOT_ID_FILE, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );

/** Makes the names in a directory durable. */
export const syncPath = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Segments that were done need no replay when the machine has not restarted since: what the engine wrote is in the
 * kernel at least. After a restart of the machine (or where that cannot be known) they are replayed too.
 */
const isStored = async (
  path: string,
  bootId: string | null,
  { doneIsStored = false }: WalOptions,
): Promise<(file: string) => boolean> => {
  if (doneIsStored) return (file) => file.endsWith('.done');
  const before = await readFile(join(path, BOOT_MARKER), 'utf8').catch(() => null);
  return (file) => bootId !== null && bootId === before && file.endsWith('.done');
};

const nameOf = (file: string): string => basename(file).replace(/\.\w+$/, '');

/** A segment that became done in an earlier run, which is when it got its name. */
const doneBefore = async (path: string, file: string): Promise<DoneSegment> => {
  const { ctimeMs, size } = await stat(join(path, file));
  return { name: nameOf(file), sinceMs: ctimeMs, bytes: size };
};

/**
 * `onDone` is given the file of each segment before it is done for the first time, and again when the process dies in
 * between. It may link the file, and must not reject.
 */
export const openWalDirectory = async (
  path: string,
  limits: WalOptions,
  onDone: (name: string, file: string) => Promise<void> = async () => {},
): Promise<WalDirectory> => {
  const aside = join(path, 'aside');
  await mkdir(aside, { recursive: true });
  const files = (await readdir(path)).filter((file) => NAME.test(file)).sort();
  let sequence = files.reduce((max, file) => Math.max(max, Number(NAME.exec(file)?.[1])), 0);
  const run = randomBytes(8).toString('hex');
  const bootId = await readBootId();
  const stored = await isStored(path, bootId, limits);
  const done = await Promise.all(files.filter(stored).map((file) => doneBefore(path, file)));
  let doneBytes = done.reduce((sum, { bytes }) => sum + bytes, 0);
  const place = new Map(files.map((file) => [nameOf(file), join(path, file)]));
  const pathOf = (name: string): string => place.get(name) ?? join(path, `${name}.wal`);
  return {
    left: files.filter((file) => !stored(file)).map(nameOf),
    stored: done.map(({ name }) => name),
    replayed: async () => {
      if (bootId !== null) await writeFile(join(path, BOOT_MARKER), bootId);
    },
    create: () => {
      sequence += 1;
      const name = `${String(sequence).padStart(SEQUENCE_DIGITS, '0')}-${run}`;
      return createSegmentWriter({ name, path: join(path, `${name}.wal`), syncDirectory: () => syncPath(path) });
    },
    read: (name) => readFile(pathOf(name)),
    exists: (name) =>
      stat(pathOf(name)).then(
        () => true,
        () => false,
      ),
    done: async (name, nowMs) => {
      const target = join(path, `${name}.done`);
      if (pathOf(name) !== target) {
        await onDone(name, pathOf(name));
        await rename(pathOf(name), target);
      }
      place.set(name, target);
      const { size } = await stat(target);
      done.push({ name, sinceMs: nowMs, bytes: size });
      doneBytes += size;
    },
    putAside: async (name) => {
      const target = join(aside, `${name}.wal`);
      await rename(pathOf(name), target);
      place.delete(name);
      return target;
    },
    copyAside: async (name) => {
      const target = join(aside, `${name}.damaged`);
      await writeFile(target, await readFile(pathOf(name)));
      return target;
    },
    sweep: async (nowMs) => {
      while (done.length > 0) {
        const oldest = done[0] as DoneSegment;
        const tooMany = done.length > limits.doneSegmentsMax || doneBytes > limits.doneBytesMax;
        if (nowMs - oldest.sinceMs < limits.doneMs && !tooMany) return;
        done.shift();
        doneBytes -= oldest.bytes;
        await rm(pathOf(oldest.name), { force: true });
        place.delete(oldest.name);
      }
    },
  };
};

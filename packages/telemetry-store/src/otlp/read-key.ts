import { Buffer } from 'node:buffer';
import { type Cursor, readLength } from './cursor.ts';

/** Slots of the cache; keys that fall into one slot push each other out. */
const KEYS_MAX = 2048;
/** Longer keys are rare and are decoded each time. */
const KEY_BYTES_MAX = 96;

interface KnownKey {
  readonly bytes: Buffer;
  readonly text: string;
}

const slots: (KnownKey | undefined)[] = Array.from({ length: KEYS_MAX }, () => undefined);

const slotOf = (bytes: Buffer, start: number, end: number): number => {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return (hash ^ (hash >>> 15)) & (KEYS_MAX - 1);
};

const isSame = (known: Buffer, bytes: Buffer, start: number, end: number): boolean => {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
};

/** Reads an attribute key. Requests repeat a few keys many times, and finding one again is cheaper than decoding it. */
export const readKey = (c: Cursor): string => {
  const length = readLength(c, 'a key');
  const start = c.position;
  const end = start + length;
  c.position = end;
  if (length > KEY_BYTES_MAX) return c.bytes.toString('utf8', start, end);
  const slot = slotOf(c.bytes, start, end);
  const known = slots[slot];
  if (known !== undefined && isSame(known.bytes, c.bytes, start, end)) return known.text;
  const text = c.bytes.toString('utf8', start, end);
  slots[slot] = { bytes: Buffer.from(c.bytes.subarray(start, end)), text };
  return text;
};

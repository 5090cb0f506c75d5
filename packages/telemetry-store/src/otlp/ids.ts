import type { Cursor } from './cursor.ts';
import type { Slice } from './span-fields.ts';

const allZero = (bytes: Uint8Array, { at, end }: Slice): boolean => {
  for (let i = at; i < end; i++) if (bytes[i] !== 0) return false;
  return true;
};

/** Why an id that must be there cannot be stored; empty when it can. */
export const requiredIdFault = (c: Cursor, id: Slice, bytes: number, what: string): string => {
  const length = id.end - id.at;
  if (length !== bytes) return `expected ${bytes} bytes of ${what}, found ${length}`;
  return allZero(c.bytes, id) ? `expected a ${what} that is not all zeros, found zeros` : '';
};

/** Why an id that may be absent cannot be stored; empty when it can. */
export const optionalIdFault = (id: Slice, bytes: number, what: string): string => {
  const length = id.end - id.at;
  return length === bytes || length === 0 ? '' : `expected ${bytes} bytes of ${what}, found ${length}`;
};

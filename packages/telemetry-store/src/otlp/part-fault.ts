import type { Cursor } from './cursor.ts';
import { PART_BYTES_MAX } from './outcome.ts';
import type { SharedResource, SharedScope } from './record-origin.ts';

const tooLarge = (bytes: number, what: string): string =>
  `expected at most ${PART_BYTES_MAX} bytes in a ${what} as sent, found ${bytes}`;

/** Why the record the cursor is in, or what it shares with others, is not even read; empty when it is. */
export const partFault = (c: Cursor, what: string, resource: SharedResource, scope: SharedScope): string => {
  const bytes = c.end - c.position;
  if (bytes > PART_BYTES_MAX) return tooLarge(bytes, what);
  if (resource.bytes > PART_BYTES_MAX) return tooLarge(resource.bytes, 'resource');
  return scope.bytes > PART_BYTES_MAX ? tooLarge(scope.bytes, 'scope') : '';
};

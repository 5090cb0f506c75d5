import { type Inflated, inflateBody } from '../core/inflate.ts';
import type { Compression } from '../wal/record.ts';
import type { Room } from './room.ts';

/**
 * Inflates a body once there is room for the largest it may become, and keeps what it takes until `use` is done with it.
 * A body that came as it is was counted when it came.
 */
export const inflateInRoom = async <T>(
  room: Room,
  body: Uint8Array,
  compression: Compression,
  plainBytesMax: number,
  use: (inflated: Inflated) => Promise<T>,
): Promise<T> => {
  if (compression === 'identity') return use(await inflateBody(body, compression, plainBytesMax));
  let held = plainBytesMax;
  await room.take(held);
  try {
    const inflated = await inflateBody(body, compression, plainBytesMax);
    const bytes = inflated.ok ? inflated.plain.byteLength : 0;
    room.give(held - bytes);
    held = bytes;
    return await use(inflated);
  } finally {
    room.give(held);
  }
};

import type { Buffer } from 'node:buffer';

const MESSAGE = 0x0a;
const REJECTED = 0x08;
const REASON = 0x12;

/** A varint below 2^53 and where it ends. */
const varintAt = (bytes: Buffer, start: number): readonly [value: number, end: number] => {
  let value = 0;
  let at = start;
  for (let scale = 1; at < bytes.length; scale *= 128) {
    const byte = bytes[at++] as number;
    value += (byte & 127) * scale;
    if (byte < 128) break;
  }
  return [value, at];
};

/** What a target that took only a part of an export says of the rest; null when it took all, or is not understood. */
export const partialSuccess = (answer: Buffer): string | null => {
  if (answer[0] !== MESSAGE) return null;
  const [size, start] = varintAt(answer, 1);
  const end = Math.min(answer.length, start + size);
  let rejected = 0;
  let reason = '';
  for (let at = start; at < end; ) {
    const tag = answer[at];
    const [value, next] = varintAt(answer, at + 1);
    if (tag !== REJECTED && tag !== REASON) break;
    if (tag === REJECTED) rejected = value;
    else reason = answer.toString('utf8', next, Math.min(end, next + value));
    at = tag === REASON ? next + value : next;
  }
  return rejected === 0 && reason === '' ? null : `${rejected} were rejected: ${reason}`;
};

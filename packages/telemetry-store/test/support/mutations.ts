import fc from 'fast-check';

/** One thing that can happen to bytes on their way. Places are parts of the length, so that one fits every body. */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop'; readonly at: number; readonly bytes: number }
  /** A piece of another body in the place of a piece of this one. */
  | { readonly kind: 'splice'; readonly at: number; readonly from: number; readonly bytes: number };

const PLACES = 65_536;
const place = fc.nat(PLACES - 1).map((n) => n / PLACES);
/** Ends of varints, lengths just beyond one byte, tags, quotes and brackets. */
const telling = fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x12, 0x1a, 0x22, 0x2d, 0x39, 0x5b, 0x5c, 0x7b, 0x7d);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at: place, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('set'), at: place, byte: fc.oneof(telling, fc.nat(255)) }),
  fc.record({ kind: fc.constant('cut'), at: place }),
  fc.record({ kind: fc.constant('drop'), at: place, bytes: fc.integer({ min: 1, max: 16 }) }),
  fc.record({ kind: fc.constant('splice'), at: place, from: place, bytes: fc.integer({ min: 1, max: 64 }) }),
) as fc.Arbitrary<Mutation>;

const mutate = (body: Buffer, other: Buffer, change: Mutation): Buffer => {
  const at = Math.floor(change.at * body.length);
  switch (change.kind) {
    case 'flip':
    case 'set': {
      const changed = Buffer.from(body);
      changed[at] = change.kind === 'set' ? change.byte : (body[at] ?? 0) ^ (1 << change.bit);
      return changed;
    }
    case 'cut':
      return body.subarray(0, at);
    case 'drop':
      return Buffer.concat([body.subarray(0, at), body.subarray(at + change.bytes)]);
    case 'splice': {
      const from = Math.floor(change.from * other.length);
      const piece = other.subarray(from, from + change.bytes);
      return Buffer.concat([body.subarray(0, at), piece, body.subarray(at + piece.length)]);
    }
  }
};

/** A body after all that happened to it. */
export const mutated = (body: Uint8Array, other: Uint8Array, changes: readonly Mutation[]): Buffer =>
  changes.reduce<Buffer>((bytes, change) => mutate(bytes, Buffer.from(other), change), Buffer.from(body));

/** The few RowBinary types the bench needs, on a growing buffer. */
export interface RowBytes {
  u8(value: number): void;
  i64(value: bigint): void;
  f64(value: number): void;
  count(value: number): void;
  text(value: string): void;
  take(): Buffer;
}

export const rowBytes = (): RowBytes => {
  let buffer = Buffer.allocUnsafe(1 << 20);
  let at = 0;
  const room = (bytes: number): void => {
    if (at + bytes <= buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(buffer.length * 2, at + bytes));
    buffer.copy(grown, 0, 0, at);
    buffer = grown;
  };
  const count = (value: number): void => {
    room(5);
    let left = value;
    while (left > 127) {
      buffer[at++] = (left & 127) | 128;
      left >>>= 7;
    }
    buffer[at++] = left;
  };
  return {
    count,
    u8: (value) => {
      room(1);
      buffer[at++] = value;
    },
    i64: (value) => {
      room(8);
      at = buffer.writeBigInt64LE(value, at);
    },
    f64: (value) => {
      room(8);
      at = buffer.writeDoubleLE(value, at);
    },
    text: (value) => {
      const bytes = Buffer.byteLength(value);
      count(bytes);
      room(bytes);
      at += buffer.write(value, at);
    },
    take: () => {
      const out = Buffer.from(buffer.subarray(0, at));
      at = 0;
      return out;
    },
  };
};

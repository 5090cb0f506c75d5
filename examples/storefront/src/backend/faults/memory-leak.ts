import type { Effect } from '../../faults/fault-board.ts';

export interface MemoryLeak extends Effect {
  /** One request more. */
  leak(): void;
  bytes(): number;
}

/** Keeps memory that nobody needs, until it is stopped. */
export const memoryLeak = (): MemoryLeak => {
  let kept: ArrayBuffer[] = [];
  let bytes = 0;
  let each = 0;
  let bytesMax = 0;
  return {
    start: ({ params }) => {
      each = Math.floor(Number(params.bytes_per_request));
      bytesMax = Number(params.bytes_max);
    },
    stop: () => {
      // Given back now: a service that has little to do may not collect its garbage for minutes.
      for (const buffer of kept) buffer.transfer(0);
      kept = [];
      bytes = 0;
      each = 0;
    },
    leak: () => {
      const more = Math.min(each, bytesMax - bytes);
      if (more <= 0) return;
      // Zeroes would not be resident: the system gives pages when they are written to.
      const buffer = new ArrayBuffer(more);
      new Uint8Array(buffer).fill(1);
      kept.push(buffer);
      bytes += more;
    },
    bytes: () => bytes,
  };
};

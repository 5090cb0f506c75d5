import type { Effect } from '../../faults/fault-board.ts';

export interface MemoryLeak extends Effect {
  /** One request more. */
  leak(): void;
  bytes(): number;
}

/** Keeps memory that nobody needs, until it is stopped. */
export const memoryLeak = (): MemoryLeak => {
  let kept: Buffer[] = [];
  let bytes = 0;
  let each = 0;
  let bytesMax = 0;
  return {
    start: ({ params }) => {
      each = Math.floor(Number(params.bytes_per_request));
      bytesMax = Number(params.bytes_max);
    },
    stop: () => {
      kept = [];
      bytes = 0;
      each = 0;
    },
    leak: () => {
      const more = Math.min(each, bytesMax - bytes);
      if (more <= 0) return;
      // Zeroes would not be resident: the system gives pages when they are written to.
      kept.push(Buffer.alloc(more, 1));
      bytes += more;
    },
    bytes: () => bytes,
  };
};

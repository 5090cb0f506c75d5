/** How long a count of the queue is good enough, while the queue is far from full. */
const COUNT_KEEP_MS = 1_000;

/** Above this share of the limit every turn counts anew. */
const NEAR_SHARE = 0.9;

export interface DepthGauge {
  /** Tasks waiting: exact near the limit, else at most as old as `COUNT_KEEP_MS` plus what was added here since. */
  depth(nowMs: number): number;
  added(): void;
  /** A turn of the event loop has ended: what other processes did may now be seen. */
  turnEnded(): void;
}

/**
 * Counting a long queue for each added task would make adding slower the longer the queue is. Far from the limit an
 * old count will do; other processes could pass the limit only by adding a tenth of it within a second.
 */
export const createDepthGauge = (count: () => number, depthMax: number): DepthGauge => {
  let known = 0;
  let countedAtMs = Number.NEGATIVE_INFINITY;
  let countedThisTurn = false;
  return {
    depth: (nowMs) => {
      const stale = nowMs - countedAtMs > COUNT_KEEP_MS || nowMs < countedAtMs;
      if (!countedThisTurn && (stale || known >= depthMax * NEAR_SHARE)) {
        known = count();
        countedAtMs = nowMs;
        countedThisTurn = true;
      }
      return known;
    },
    added: () => {
      known += 1;
    },
    turnEnded: () => {
      countedThisTurn = false;
    },
  };
};

/** Counts of one slice of time. `slot` is its number since the start of the clock, so an old slice shows by itself. */
interface Bucket {
  readonly slot: number;
  readonly calls: number;
  readonly failures: number;
  readonly slow: number;
}

/** A ring of counts that move on with elapsed time, whether or not a call comes. */
export interface CallWindow {
  readonly buckets: readonly Bucket[];
}

export interface WindowShape {
  readonly bucketMs: number;
  readonly buckets: number;
}

export interface WindowCounts {
  readonly calls: number;
  readonly failures: number;
  readonly slow: number;
}

export const emptyWindow: CallWindow = { buckets: [] };

const slotAt = (nowMs: number, { bucketMs }: WindowShape): number => Math.floor(nowMs / bucketMs);

/** Adds one call. Costs the same however many calls the window holds. */
export const countCall = (
  window: CallWindow,
  call: { readonly failed: boolean; readonly slow: boolean },
  nowMs: number,
  shape: WindowShape,
): CallWindow => {
  const slot = slotAt(nowMs, shape);
  const place = slot % shape.buckets;
  const old = window.buckets[place];
  const same = old?.slot === slot ? old : { slot, calls: 0, failures: 0, slow: 0 };
  const buckets = window.buckets.slice();
  for (let i = buckets.length; i <= place; i++) buckets.push({ slot: -1, calls: 0, failures: 0, slow: 0 });
  buckets[place] = {
    slot,
    calls: same.calls + 1,
    failures: same.failures + (call.failed ? 1 : 0),
    slow: same.slow + (call.slow ? 1 : 0),
  };
  return { buckets };
};

/** What happened within the window that ends now. A slice older than the window counts for nothing, even if it still lies in the ring. */
export const windowCounts = (window: CallWindow, nowMs: number, shape: WindowShape): WindowCounts => {
  const last = slotAt(nowMs, shape);
  let calls = 0;
  let failures = 0;
  let slow = 0;
  for (const bucket of window.buckets) {
    if (bucket.slot > last - shape.buckets && bucket.slot <= last) {
      calls += bucket.calls;
      failures += bucket.failures;
      slow += bucket.slow;
    }
  }
  return { calls, failures, slow };
};

import type { WindowQuery } from '@clearspan/contracts';

const DEFAULT_MS = 3_600_000;
const MINUTE_S = 60;
const MINUTE_MS = 60_000;

/** Milliseconds since 1970; `to` is not part of it. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The store has no times before 1970 or after 2105. */
const TIME_MAX_MS = Date.parse('2106-01-01T00:00:00Z');
const held = (ms: number): number => Math.min(Math.max(ms, 0), TIME_MAX_MS);

/** The part of a window that the store can have anything of. */
export const heldWindow = ({ fromMs, toMs }: Window): Window => ({ fromMs: held(fromMs), toMs: held(toMs) });

/** The window a caller asks for: the last hour where nothing is said. */
export const windowOf = ({ from, to }: WindowQuery, nowMs: number): Window => {
  const toMs = to === undefined ? nowMs : Date.parse(to);
  return heldWindow({ fromMs: from === undefined ? toMs - DEFAULT_MS : Date.parse(from), toMs });
};

/** A window as answers tell it. */
export const shownWindow = ({ fromMs, toMs }: Window): { from: string; to: string } => ({
  from: new Date(fromMs).toISOString(),
  to: new Date(toMs).toISOString(),
});

const NANOS_PER_MS = 1_000_000n;

/** The same for a query. */
export const timeRangeOf = ({ fromMs, toMs }: Window): { readonly fromNanos: bigint; readonly toNanos: bigint } => ({
  fromNanos: BigInt(Math.trunc(fromMs)) * NANOS_PER_MS,
  toNanos: BigInt(Math.trunc(toMs)) * NANOS_PER_MS,
});

/** The whole minutes that a window touches, one at least, in seconds. */
export const minutesOf = ({ fromMs, toMs }: Window): { readonly from: number; readonly to: number } => {
  const first = Math.floor(fromMs / MINUTE_MS);
  const end = Math.max(first + 1, Math.ceil(toMs / MINUTE_MS));
  return { from: first * MINUTE_S, to: end * MINUTE_S };
};

/** The whole seconds that a window touches, one at least. */
export const secondsOf = ({ fromMs, toMs }: Window): { readonly from: number; readonly to: number } => {
  const from = Math.floor(fromMs / 1000);
  return { from, to: Math.max(from + 1, Math.ceil(toMs / 1000)) };
};

export const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

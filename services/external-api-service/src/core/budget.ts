/** What may be spent in a day; null is no limit. */
export interface BudgetLimits {
  readonly tokensPerDay: number | null;
  readonly usdPerDay: number | null;
  readonly tokensPerDayOfCaller: number | null;
  readonly usdPerDayOfCaller: number | null;
}

export interface Spent {
  readonly tokens: number;
  readonly usd: number;
}

/** A part of the budget that a call holds until it is known what it took. */
export interface Reservation {
  settle(spent: Spent): void;
}

export type Reserved =
  | { readonly ok: true; readonly reservation: Reservation }
  /** What is used up, as a sentence. */
  | { readonly ok: false; readonly message: string };

export interface Budget {
  /** Sets aside what a call may take at most. Refuses when that is more than is left. */
  reserve(caller: string, most: Spent, nowMs: number): Reserved;
  /** What was spent and is set aside today. */
  today(nowMs: number): Spent;
}

/** Callers that are told apart in a day; those beyond share one budget. */
const CALLERS_MAX = 10_000;
const OTHERS = '\u0000others';
const DAY_MS = 86_400_000;
const NOTHING: Spent = { tokens: 0, usd: 0 };

const plus = (a: Spent, b: Spent): Spent => ({ tokens: a.tokens + b.tokens, usd: a.usd + b.usd });
const minus = (a: Spent, b: Spent): Spent => ({ tokens: a.tokens - b.tokens, usd: a.usd - b.usd });

const exceeded = (sum: Spent, tokensMax: number | null, usdMax: number | null): string | null => {
  if (tokensMax !== null && sum.tokens > tokensMax) return `${tokensMax} tokens`;
  return usdMax !== null && sum.usd > usdMax ? `${usdMax} US dollars` : null;
};

/**
 * Tokens and money of the models, by day (UTC) and caller. It lives as long as the process: a restart begins a new
 * one. A call is counted before it is made, so that many at once cannot pass together.
 */
export const createBudget = (limits: BudgetLimits): Budget => {
  let day = Number.NaN;
  let total = NOTHING;
  let callers = new Map<string, Spent>();
  const turnTo = (nowMs: number): void => {
    const today = Math.floor(nowMs / DAY_MS);
    if (today === day) return;
    day = today;
    total = NOTHING;
    callers = new Map();
  };
  const keyOf = (caller: string): string => (callers.has(caller) || callers.size < CALLERS_MAX ? caller : OTHERS);
  return {
    reserve: (caller, most, nowMs) => {
      turnTo(nowMs);
      const key = keyOf(caller);
      const own = callers.get(key) ?? NOTHING;
      const all = exceeded(plus(total, most), limits.tokensPerDay, limits.usdPerDay);
      if (all !== null) return { ok: false, message: `the day's budget of ${all} for the model is used up` };
      const one = exceeded(plus(own, most), limits.tokensPerDayOfCaller, limits.usdPerDayOfCaller);
      if (one !== null) return { ok: false, message: `the caller's budget of ${one} a day for the model is used up` };
      total = plus(total, most);
      callers.set(key, plus(own, most));
      const reservedOn = day;
      let isOpen = true;
      const settle = (spent: Spent): void => {
        // What was set aside on another day went with that day.
        if (!isOpen || day !== reservedOn) return;
        isOpen = false;
        total = plus(minus(total, most), spent);
        callers.set(key, plus(minus(callers.get(key) ?? NOTHING, most), spent));
      };
      return { ok: true, reservation: { settle } };
    },
    today: (nowMs) => {
      turnTo(nowMs);
      return total;
    },
  };
};

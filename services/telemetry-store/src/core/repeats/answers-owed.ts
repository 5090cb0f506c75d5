export interface AnswersOwedLimits {
  /** Longer than clients go on repeating what was not answered. */
  readonly answersOwedMs: number;
  readonly answersOwedMax: number;
}

/**
 * Answers that did not reach who asked for them, by the content of the request. One is taken back by the next request of
 * the same content: each answer is owed once. Those owed for too long go, and the oldest beyond the number kept.
 */
export interface AnswersOwed<T> {
  add(key: string, answer: T, nowMs: number): void;
  /** The answer owed for the longest time, which from now on is not owed any more. */
  take(key: string, nowMs: number): T | undefined;
  size(): number;
}

interface Owed<T> {
  readonly answer: T;
  readonly sinceMs: number;
}

export const createAnswersOwed = <T>({ answersOwedMs, answersOwedMax }: AnswersOwedLimits): AnswersOwed<T> => {
  /** In the order of the newest answer of each key. */
  const byKey = new Map<string, readonly Owed<T>[]>();
  let size = 0;

  const keep = (key: string, left: readonly Owed<T>[]): void => {
    size += left.length - (byKey.get(key)?.length ?? 0);
    if (left.length === 0) byKey.delete(key);
    else byKey.set(key, left);
  };
  const inTime = ({ sinceMs }: Owed<T>, nowMs: number): boolean => nowMs - sinceMs < answersOwedMs;

  return {
    size: () => size,
    add: (key, answer, nowMs) => {
      const before = byKey.get(key) ?? [];
      keep(key, []);
      keep(key, [...before, { answer, sinceMs: nowMs }]);
      for (const [oldest, answers] of byKey) {
        if (size <= answersOwedMax && answers.some((one) => inTime(one, nowMs))) return;
        keep(oldest, []);
      }
    },
    take: (key, nowMs) => {
      const [first, ...others] = (byKey.get(key) ?? []).filter((owed) => inTime(owed, nowMs));
      keep(key, others);
      return first?.answer;
    },
  };
};

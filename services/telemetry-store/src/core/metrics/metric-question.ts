/** What is asked of one metric, checked and complete. */
export interface MetricQuestion {
  readonly metric: string;
  readonly service: string | null;
  /** A series has one of the values of each key. */
  readonly where: ReadonlyMap<string, readonly string[]>;
  readonly by: readonly string[];
  /** Milliseconds since 1970; `toMs` is not part of it. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
  /** How far before the window a point may be that the first of the window is held against. */
  readonly lookbackMs: number;
  /** Series of the answer. */
  readonly groupsMax: number;
}

/** Conditions `key=value` by their keys: a key ends at the first `=`. */
export const conditionsOf = (where: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const conditions = new Map<string, string[]>();
  for (const text of where) {
    const end = text.indexOf('=');
    const key = text.slice(0, end);
    conditions.set(key, [...(conditions.get(key) ?? []), text.slice(end + 1)]);
  }
  return conditions;
};

/** What was found at one hop of the path. */
export interface Finding {
  readonly ok: boolean;
  /** What was seen, in a few words. */
  readonly seen: string;
  /** What to do, where something is wrong. */
  readonly advice?: string;
}

/** A step of the visit. `needs` names hops without which it cannot be tried. */
export interface Hop {
  readonly name: string;
  readonly needs: readonly string[];
  readonly visit: () => Promise<Finding>;
}

export interface Report extends Finding {
  readonly name: string;
  /** Milliseconds; null where the hop was not tried. */
  readonly ms: number | null;
}

/** Visits hop after hop. One that fails is told with what it waited for; those that need it are not tried. */
export const visitHops = async (
  hops: readonly Hop[],
  onReport: (report: Report) => void,
): Promise<readonly Report[]> => {
  const reports: Report[] = [];
  for (const hop of hops) {
    const missing = hop.needs.find((name) => reports.some((r) => r.name === name && !r.ok));
    const startedMs = performance.now();
    const finding: Finding = missing ? { ok: false, seen: `not tried: ${missing} failed` } : await hop.visit();
    const report = { name: hop.name, ms: missing ? null : performance.now() - startedMs, ...finding };
    reports.push(report);
    onReport(report);
  }
  return reports;
};

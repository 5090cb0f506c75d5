/** Log records as services really write them: nested objects, arrays, strings that look like numbers, dotted keys. */
export interface LogRecord {
  readonly tsNanos: bigint;
  readonly severity: number;
  readonly service: string;
  readonly data: Record<string, unknown>;
}

/** A small deterministic generator (mulberry32), so that two runs compare the same records. */
export const seeded = (seed: number): (() => number) => {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const SERVICES = ['checkout', 'cart', 'payments', 'search', 'inventory', 'gateway', 'auth', 'mail'];
const ROUTES = ['/api/cart', '/api/checkout', '/api/items/:id', '/api/login', '/health', '/api/search'];
const STATUS = [200, 200, 200, 200, 201, 304, 400, 404, 500, 503];
const REGIONS = ['eu-1', 'eu-2', 'us-1', 'us-2', 'ap-1'];
const WORDS = ['request', 'finished', 'timeout', 'while', 'calling', 'upstream', 'retry', 'pool', 'connection', 'user'];

const hex = (random: () => number, bytes: number): string =>
  Array.from({ length: bytes }, () =>
    Math.floor(random() * 256)
      .toString(16)
      .padStart(2, '0'),
  ).join('');
const pick = <T>(random: () => number, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

/** `wideKeys` > 0 adds four keys out of so many distinct ones to each record. */
export const makeRecords = (count: number, wideKeys: number, seed: number): LogRecord[] => {
  const random = seeded(seed);
  const records: LogRecord[] = [];
  for (let i = 0; i < count; i++) {
    const status = pick(random, STATUS);
    const data: Record<string, unknown> = {
      msg: Array.from({ length: 8 }, () => pick(random, WORDS)).join(' '),
      request_id: hex(random, 8),
      http: { method: random() < 0.7 ? 'GET' : 'POST', route: pick(random, ROUTES), status, cached: random() < 0.3 },
      // The same key holds a number in some records and numeric text in others.
      user: { id: random() < 0.5 ? Math.floor(random() * 5000) : String(Math.floor(random() * 5000)), plan: 'free' },
      duration_ms: Math.round(-Math.log(1 - random()) * 8000) / 100,
      'k8s.pod': `pod-${Math.floor(random() * 40)}`,
      region: pick(random, REGIONS),
      tags: random() < 0.5 ? ['blue', pick(random, REGIONS)] : ['green'],
    };
    if (random() < 0.1) data.error = { kind: 'Timeout', retryable: random() < 0.5 };
    if (wideKeys > 0)
      data.attrs = Object.fromEntries(
        Array.from({ length: 4 }, () => [`k${Math.floor(random() * wideKeys)}`, random() < 0.5 ? random() : 'v']),
      );
    records.push({
      tsNanos: 1_780_000_000_000_000_000n + BigInt(i) * 3_000_000n,
      severity: status >= 500 ? 5 : status >= 400 ? 4 : 3,
      service: pick(random, SERVICES),
      data,
    });
  }
  return records;
};

export interface Leaf {
  /** Keys joined by `.`, with `\` and `.` inside keys escaped. */
  readonly key: string;
  readonly value: string | number | boolean | readonly unknown[];
}

/** Every leaf of a record; an array is one leaf. */
export const leavesOf = (data: Record<string, unknown>, prefix = ''): Leaf[] =>
  Object.entries(data).flatMap(([name, value]): Leaf[] => {
    const key = prefix + name.replace(/[\\.]/g, '\\$&');
    if (value === null || value === undefined) return [];
    if (typeof value === 'object' && !Array.isArray(value))
      return leavesOf(value as Record<string, unknown>, `${key}.`);
    return [{ key, value: value as Leaf['value'] }];
  });

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  batchBytes,
  createRowBatch,
  type DecodeContext,
  decodeOtlp,
  type Encoding,
  type RowBatch,
  type Signal,
  tableBatches,
} from '../../src/index.ts';
import { type Engine, openEngine } from '../support/engine.ts';
import { type Mutation, mutated, mutation } from '../support/mutations.ts';
import { type Payload, sdkPayloads } from '../support/sdk-payloads.ts';

/** `FUZZ_RUNS=2000 npx vitest run …/fuzz.test.ts` looks longer. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25);
const BODIES_PER_RUN = 60;
const SIGNALS: readonly Signal[] = ['traces', 'logs', 'metrics'];

const CONTEXT: DecodeContext = {
  receivedNanos: 1_790_000_000_000_000_000n,
  requestId: 'fuzz',
  // Each day is a partition, and the engine takes so many at a time.
  timeWindow: { fromNanos: 1_786_000_000_000_000_000n, toNanos: 1_800_000_000_000_000_000n },
};

let engine: Engine;
let payloads: Readonly<Record<Signal, Payload>>;
beforeAll(async () => {
  engine = await openEngine();
  payloads = await sdkPayloads();
});
afterAll(() => engine?.close());

const tables = ['logs', 'spans', 'metric_series', 'metric_points', 'metric_hists', 'exemplars'] as const;

/** Inserts the rows, reads all of them back and empties the tables. */
const insertAndRead = async (batch: RowBatch): Promise<void> => {
  await engine.insert(batch);
  for (const { table, rows } of tableBatches(batch)) {
    // Every column is read, or it would not be known whether it can be.
    const [read] = await engine.rows(`SELECT count() AS n, sum(cityHash64(*)) FROM otel.${table}`);
    const found = Number(read?.n);
    // Rows of one series are merged.
    if (table === 'metric_series') expect(found).toBeGreaterThan(0);
    else expect(found, table).toBe(rows);
  }
  const [broken] = await engine.rows('SELECT countIf(NOT isValidJSON(d_json)) AS n FROM otel.logs');
  expect(broken).toEqual({ n: '0' });
  for (const table of tables) await engine.run(`TRUNCATE TABLE otel.${table}`);
};

interface Damaged {
  readonly signal: Signal;
  readonly other: Signal;
  readonly encoding: Encoding;
  readonly changes: readonly Mutation[];
}

const body: fc.Arbitrary<Damaged> = fc.record({
  signal: fc.constantFrom(...SIGNALS),
  other: fc.constantFrom(...SIGNALS),
  encoding: fc.constantFrom<Encoding>('protobuf', 'json'),
  changes: fc.array(mutation, { minLength: 1, maxLength: 4 }),
});

test('real requests, damaged: an outcome for each, and what is accepted can be inserted and read', {
  timeout: 60_000 + RUNS * 2_000,
}, async () => {
  let accepted = 0;
  const run = async (bodies: readonly Damaged[]): Promise<void> => {
    const batch = createRowBatch();
    for (const { signal, other, encoding, changes } of bodies) {
      const before = batchBytes(batch);
      const bytes = mutated(payloads[signal][encoding], payloads[other][encoding], changes);
      const outcome = decodeOtlp(signal, encoding, bytes, batch, CONTEXT);
      if (outcome.ok) accepted += outcome.accepted;
      else expect(batchBytes(batch)).toBe(before);
    }
    await insertAndRead(batch);
  };
  const many = fc.array(body, { minLength: BODIES_PER_RUN, maxLength: BODIES_PER_RUN });
  await fc.assert(fc.asyncProperty(many, run), { numRuns: RUNS, endOnFailure: true });
  // Most damage is in texts and numbers, and such a request is as good as any.
  expect(accepted).toBeGreaterThan(RUNS * 10);
});

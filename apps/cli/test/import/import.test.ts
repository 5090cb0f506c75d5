import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { otlpJsonToProtobuf, type Signal } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CliRun, FIXTURES, runCli } from '../run-cli.ts';
import { type StoreProcess, startStore } from './store-process.ts';

let dir: string;
let store: StoreProcess;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'import-'));
  store = await startStore(join(dir, 'store'));
}, 60_000);
afterAll(async () => {
  await store?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const command = (...args: readonly string[]): Promise<CliRun> =>
  runCli(args, { cwd: dir, env: { CLEARSPAN_DATA: join(dir, 'cli'), TELEMETRY_STORE_OTLP_URL: store.otlpUrl } });
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(dir, name), content);
  return name;
};
const count = async (filter: string, source = 'logs'): Promise<number> =>
  Number(
    (await store.rows(`source ${source} | filter ${filter} | count`)).map(
      (row) => (row.$d as { _count: number })._count,
    )[0],
  );

/** What is asked of a file and of the store, in one order and without the ids, which say where a record comes from. */
const withoutIds = (rows: readonly Record<string, unknown>[]): readonly string[] =>
  rows.map(({ $m, ...trees }) => JSON.stringify({ $m: { ...($m as object), logid: '' }, ...trees })).toSorted();
const inPlace = async (option: string, file: string, query: string): Promise<readonly Record<string, unknown>[]> => {
  const run = await command('query', option, file, query, '--format', 'ndjson');
  expect(run.code, run.stderr).toBe(0);
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

const at = (i: number): string => new Date(Date.UTC(2026, 0, 5, 8, 0, i)).toISOString();
const LOG_FILES: Readonly<Record<string, string>> = {
  ndjson: [0, 1, 2]
    .map((i) =>
      JSON.stringify({ time: at(i), level: 'warn', service: 'ndjson', i, big: 1e20, nested: { a: ['x', i] } }),
    )
    .join('\n'),
  logfmt: [0, 1].map((i) => `ts=${at(i)} level=error service=logfmt msg="took long" ms=${i}.5 ok=true`).join('\r\n'),
  text: [0, 1].map((i) => `${at(i)} ERROR service=plain [text] grüße ${i}`).join('\n\n'),
  envelopes: [0, 1]
    .map((i) =>
      JSON.stringify({
        $m: { timestamp: at(i), severity: 5, logid: `own-${i}` },
        $l: { applicationname: 'shop', subsystemname: 'envelopes', category: 'c' },
        $d: { text: 'an envelope', i },
      }),
    )
    .join('\n'),
};

describe('files of logs give the records that a query of the file sees', () => {
  test.each(Object.entries(LOG_FILES))('%s, plain and packed', async (name, content) => {
    const marked = content.replaceAll(/(?:service=|"service":")\w+|envelopes/g, (m) => `${m}-${name}`);
    const file = write(`${name}.log`, `${marked}\n`);
    const packed = write(`${name}.packed`, gzipSync(marked.replaceAll(`-${name}`, `-${name}-packed`)));
    const records = content.split(/\n+/).length;
    const run = await command('import', file, packed);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toBe(`${file}: ${records} records taken\n${packed}: ${records} records taken\n`);
    for (const [source, mark] of [
      [file, name],
      [packed, `${name}-packed`],
    ] as const) {
      const seen = await inPlace('--logs', source, 'source logs | limit 100');
      const held = await store.rows('source logs | limit 1000');
      const own = held.filter((row) => JSON.stringify(row).match(new RegExp(`-${mark}(?![-\\w])`)));
      expect(withoutIds(own)).toEqual(withoutIds(seen));
      expect(own).toHaveLength(records);
    }
  });
});

const ALL = 'source spans | limit 1000';
const CHOSEN = 'source spans | choose $m.timestamp, $m.duration, $l.serviceName, $l.operationName | limit 1000';

// Envelopes are shown as they are written in place, and as any other span by the system.
test.each([
  ['spans.ndjson', CHOSEN],
  ['short-ids.ndjson', CHOSEN],
  ['otlp-spans.ndjson', ALL],
])('spans of %s are recognised and give the spans that a query of the file sees', async (name, query) => {
  const file = join(FIXTURES, name);
  const before = withoutIds(await store.rows(query));
  expect(await command('import', file)).toMatchObject({ code: 0, stderr: '' });
  const seen = withoutIds(await inPlace('--spans', file, query));
  const added = [...withoutIds(await store.rows(query))];
  for (const row of before) added.splice(added.indexOf(row), 1);
  expect(added).toEqual(seen);
});

const attribute = (key: string, value: string): object => ({ key, value: { stringValue: value } });
const resource = (service: string): object => ({ attributes: [attribute('service.name', service)] });
const NANOS = String(BigInt(Date.UTC(2026, 0, 5)) * 1_000_000n);
const requests = (service: string): Readonly<Record<Signal, object>> => ({
  logs: {
    resourceLogs: [
      {
        resource: resource(service),
        scopeLogs: [{ logRecords: [{ timeUnixNano: NANOS, body: { stringValue: 'a' } }] }],
      },
    ],
  },
  traces: {
    resourceSpans: [
      {
        resource: resource(service),
        scopeSpans: [
          {
            spans: [
              {
                traceId: '0af7651916cd43dd8448eb211c80319c',
                spanId: 'b7ad6b7169203331',
                name: 'GET /',
                startTimeUnixNano: NANOS,
                endTimeUnixNano: NANOS,
              },
            ],
          },
        ],
      },
    ],
  },
  metrics: {
    resourceMetrics: [
      {
        resource: resource(service),
        scopeMetrics: [
          { metrics: [{ name: 'depth', unit: '1', gauge: { dataPoints: [{ timeUnixNano: NANOS, asDouble: 1 }] } }] },
        ],
      },
    ],
  },
});

const points = async (): Promise<number> => {
  const answer = await fetch(`${store.url}/api/store/stats`);
  const { tables } = (await answer.json()) as { tables: readonly { name: string; rows: number }[] };
  return tables.find(({ name }) => name === 'metric_points')?.rows ?? 0;
};

describe('OTLP', () => {
  const held = async (service: string): Promise<readonly number[]> => [
    await count(`$l.subsystemname == '${service}'`),
    await count(`$l.serviceName == '${service}'`, 'spans'),
  ];

  test('all signals in one file, a request a line, as a Collector writes them', async () => {
    const before = await points();
    const lines = Object.values(requests('collector')).map((request) => JSON.stringify(request));
    const run = await command('import', write('collector.json', `${lines.join('\n')}\n`));
    expect(run).toMatchObject({ code: 0, stderr: '', stdout: 'collector.json: 3 records taken\n' });
    expect(await held('collector')).toEqual([1, 1]);
    expect(await points()).toBe(before + 1);
  });

  test.each(['logs', 'traces', 'metrics'] as const)(
    'one request of %s, in protobuf and in JSON of many lines',
    async (signal) => {
      const before = await points();
      const service = `single-${signal}`;
      const request = JSON.stringify(requests(service)[signal], null, 2);
      const made = otlpJsonToProtobuf(signal, request);
      const files = [
        write(`${service}.json`, request),
        write(`${service}.pb`, made.ok ? made.body : ''),
        write(`${service}.pb.gz`, gzipSync(made.ok ? made.body : '')),
      ];
      const run = await command('import', ...files);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout).toBe(files.map((file) => `${file}: 1 record taken\n`).join(''));
      expect(await held(service)).toEqual([signal === 'logs' ? 3 : 0, signal === 'traces' ? 3 : 0]);
      expect((await points()) - before).toBe(signal === 'metrics' ? 3 : 0);
      expect((await command('import', ...files)).stdout).toContain('nothing new');
      expect(await held(service)).toEqual([signal === 'logs' ? 3 : 0, signal === 'traces' ? 3 : 0]);
    },
  );

  test('bytes that are nothing of all that are told', async () => {
    const file = write('noise.bin', new Uint8Array([0x0a, 0x7f, 1, 2, 0]));
    const run = await command('import', file);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('expected text or an OTLP request, found neither');
  });
});

describe('what is told', () => {
  test('a broken line by its number, and the others are taken', async () => {
    const file = write(
      'broken.ndjson',
      '{"service":"broken","i":1}\n{"service":"broken"\n\n{"service":"broken","i":3}',
    );
    const run = await command('import', file);
    expect(run).toMatchObject({ code: 0, stdout: 'broken.ndjson: 2 records taken\n' });
    expect(run.stderr).toMatch(/^broken\.ndjson: line 2: expected a JSON object, found: .*\n/);
    expect(run.stderr).toContain('broken.ndjson: 1 line left out, or kept in part');
    expect(await count("$l.subsystemname == 'broken'")).toBe(2);
  });

  test('a file of which nothing can be taken ends with 1', async () => {
    const run = await command('import', '--spans', write('no-spans.txt', 'one\ntwo\n'));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('no-spans.txt: line 2: expected a JSON object, found "two"');
  });

  test('times that are older than what is kept, and what to do', async () => {
    const run = await command('import', write('old.log', '2001-02-03T04:05:06Z ERROR old\n'));
    expect(run).toMatchObject({ code: 1, stdout: 'old.log: 0 records taken\n' });
    expect(run.stderr).toMatch(/line 1: expected the time of a record from 20.* to 20.*, found 2001-02-03T04:05:06Z/);
    expect(run.stderr).toContain('TELEMETRY_STORE_RETENTION_DAYS');
  });

  test('a file that is not there, and a store that is not', async () => {
    expect(await command('import', 'none.log')).toMatchObject({
      code: 1,
      stderr: 'clearspan: none.log cannot be read: ENOENT\n',
    });
    const run = await command('import', '--url', 'http://127.0.0.1:1', write('away.log', 'x\n'));
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain('http://127.0.0.1:1 could not be reached');
  });

  test('stdin', async () => {
    const env = { CLEARSPAN_DATA: join(dir, 'cli'), TELEMETRY_STORE_OTLP_URL: store.otlpUrl };
    const run = await runCli(['import', '-'], { env, input: 'level=info service=stdin\nlevel=warn service=stdin' });
    expect(run).toMatchObject({ code: 0, stderr: '', stdout: '-: 2 records taken\n' });
    expect(await count("$l.subsystemname == 'stdin'")).toBe(2);
  });
});

describe('the same file again', () => {
  const lines = (service: string, from: number, to: number): string =>
    Array.from({ length: to - from }, (_, i) => `level=info service=${service} i=${from + i}\n`).join('');
  const held = (service: string): Promise<number> => count(`$l.subsystemname == '${service}'`);

  test('adds nothing, also when its state is lost; --again adds it once more', async () => {
    const file = write('same.log', lines('same', 0, 5));
    const outputs: string[] = [];
    for (const step of ['first', 'second', 'lost', 'again', 'after']) {
      if (step === 'lost') rmSync(join(dir, 'cli', 'imports'), { recursive: true });
      outputs.push((await command('import', file, ...(step === 'again' ? ['--again'] : []))).stdout);
    }
    const nothing = 'same.log: nothing new; --again imports it from the start\n';
    const taken = 'same.log: 5 records taken\n';
    expect(outputs).toEqual([taken, nothing, nothing, taken, nothing]);
    expect(await held('same')).toBe(10);
  });

  test('goes on where it ended once it has grown, also in the middle of a line, plain and packed', async () => {
    for (const [name, pack] of [
      ['grown', (text: string) => text],
      ['grown-packed', (text: string) => gzipSync(text)],
    ] as const) {
      const unfinished = `level=info service=${name}-unfinished`;
      const file = write(`${name}.log`, pack(lines(name, 0, 3) + unfinished));
      expect((await command('import', file)).stdout).toBe(`${file}: 4 records taken\n`);
      expect((await command('import', file)).stdout).toContain('nothing new');
      write(file, pack(`${lines(name, 0, 3)}${unfinished} i=whole\n${lines(name, 3, 5)}`));
      const { stdout } = await command('import', file);
      expect(stdout).toBe(`${file}: 3 records taken, from line 4 on
`);
      expect([await held(name), await held(`${name}-unfinished`)]).toEqual([5, 2]);
    }
  });

  test('another file under its name is read from the start', async () => {
    const file = write('rotated.log', lines('rotated', 0, 3));
    await command('import', file);
    write('rotated.log', lines('rotated', 100, 104));
    expect((await command('import', file)).stdout).toBe('rotated.log: 4 records taken\n');
    expect(await held('rotated')).toBe(7);
  });
});

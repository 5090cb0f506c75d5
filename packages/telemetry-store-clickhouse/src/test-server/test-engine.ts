import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stringLiteral } from '@clearspan/dataprime';
import type { StoreError } from '@clearspan/telemetry-store';
import { type FromChild, type Lane, type OpenMessage, tagOf } from '../engine/protocol.ts';
import { connectionArgs, serverConfig } from '../engine/server-config.ts';
import { type Settings, settingsClause } from '../engine/settings.ts';
import { type EngineChild, spawnEngine } from '../engine/spawn-engine.ts';
import { ENGINE_DEFAULTS } from '../engine-defaults.ts';
import type { TestRequest } from './test-request.ts';

export type TestOutcome =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: number; readonly message: string };

/** The engine's process, asked as a server is: by query id, with rows beside the statement. */
export interface TestEngine {
  run(request: TestRequest): Promise<TestOutcome>;
  /** Whether there was a statement of this id. */
  cancel(queryId: string): boolean;
  kill(): Promise<void>;
}

const MS_MAX = 600_000;
const RESULT_BYTES_MAX = 1024 * 1024 * 1024;
const READERS = 12;
/** A killed engine lets go of its directory a moment after it is gone. */
const LOCKED_EVERY_MS = 50;

const INPUT = /^(INSERT INTO \S+ SELECT \* FROM )input\('((?:[^'\\]|\\.)*)'\) FORMAT RowBinary$/s;

/** The statement with its rows in a file, which is where this engine takes rows from. */
const fromFile = ({ sql, table }: TestRequest, file: string): string => {
  if (table === null)
    return sql.replace(INPUT, (_, into, structure) => `${into}file(${file}, 'RowBinary', '${structure}')`);
  const named = new RegExp(`\`${table.name}\`|\\b${table.name}\\b`, 'g');
  return sql.replace(named, () => `file(${file}, 'RowBinary', ${stringLiteral(table.structure)})`);
};

const laneOf = ({ sql, settings }: TestRequest): Lane => {
  if (settings.get('readonly') === '2') return 'reader';
  return sql.startsWith('INSERT') ? 'writer' : 'admin';
};

/** Statements of definition have a clause of this name with another meaning. */
const takesSettings = (sql: string): boolean => /^(SELECT|WITH|INSERT|EXPLAIN)\b/i.test(sql);

const clauseOf = (settings: ReadonlyMap<string, string>, id: number): string => {
  const given = [...settings].filter(([name]) => name !== 'readonly');
  const typed: Settings = Object.fromEntries(
    given.map(([name, value]) => [name, /^[\d.]+$/.test(value) ? Number(value) : value]),
  );
  return settingsClause({ ...typed, log_comment: tagOf(id) });
};

const openMessage = (path: string, config: string): OpenMessage => ({
  kind: 'open',
  path,
  // None but what a server has by itself: what the store needs it must say with each statement.
  args: connectionArgs(config, ENGINE_DEFAULTS).filter((arg) => !/quote_64bit|query_condition_cache/.test(arg)),
  readers: READERS,
  setup: { writer: [], reader: ['SET readonly = 2'], admin: [], backup: [] },
  queuedMax: 1_000,
  purgeAfterMs: MS_MAX,
});

const spawnWhenFree = async (open: OpenMessage, onMessage: (message: FromChild) => void): Promise<EngineChild> => {
  for (;;) {
    try {
      return await spawnEngine(open, onMessage);
    } catch (error) {
      if ((error as StoreError).code !== 'LOCKED') throw error;
      await delay(LOCKED_EVERY_MS);
    }
  }
};

const outcomeOf = (message: Extract<FromChild, { readonly id: number }>): TestOutcome => {
  if (message.kind === 'done') return { ok: true, bytes: message.bytes };
  const { failure } = message;
  if (failure.kind === 'engine') return { ok: false, code: failure.engineCode, message: failure.message };
  return { ok: false, code: 394, message: `Query was ${failure.kind}` };
};

/** `servers` is more of the configuration, such as `<remote_servers>`. */
export const openTestEngine = async (path: string, servers = ''): Promise<TestEngine> => {
  const [data, rowsDir, config] = [join(path, 'engine'), join(path, 'rows'), join(path, 'engine.xml')];
  for (const directory of [data, rowsDir]) await mkdir(directory, { recursive: true });
  const own = serverConfig({ ...ENGINE_DEFAULTS, backupsPath: path });
  await writeFile(config, own.replace('</clickhouse>', `${servers}</clickhouse>`));
  const waiting = new Map<number, (outcome: TestOutcome) => void>();
  const idOf = new Map<string, number>();
  let lastId = 0;
  const child = await spawnWhenFree(openMessage(data, config), (message) => {
    if (message.kind === 'done' || message.kind === 'failed') waiting.get(message.id)?.(outcomeOf(message));
  });

  const ask = async (request: TestRequest, sql: string): Promise<TestOutcome> => {
    const id = ++lastId;
    idOf.set(request.queryId, id);
    const marked = takesSettings(sql) ? `${sql} ${clauseOf(request.settings, id)}` : sql;
    const limits = { queueMs: MS_MAX, killAfterMs: MS_MAX, resultBytesMax: RESULT_BYTES_MAX };
    const outcome = new Promise<TestOutcome>((resolve) => waiting.set(id, resolve));
    child.send({ kind: 'run', id, lane: laneOf(request), sql: marked, ...limits });
    return outcome.finally(() => {
      waiting.delete(id);
      idOf.delete(request.queryId);
    });
  };

  return {
    run: async (request) => {
      if (request.rows === null) return ask(request, request.sql);
      const file = join(rowsDir, `${randomUUID()}.bin`);
      await writeFile(file, request.rows);
      try {
        return await ask(request, fromFile(request, stringLiteral(file)));
      } finally {
        await rm(file, { force: true });
      }
    },
    cancel: (queryId) => {
      const id = idOf.get(queryId);
      if (id !== undefined) child.send({ kind: 'cancel', id });
      return id !== undefined;
    },
    kill: async () => {
      const { process: ps } = child;
      if (ps.exitCode !== null || ps.signalCode !== null) return;
      const gone = once(ps, 'exit');
      ps.kill('SIGKILL');
      await gone;
    },
  };
};

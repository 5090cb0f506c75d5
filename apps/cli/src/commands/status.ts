import {
  type QueueStats,
  SERVICES,
  type ServiceHealth,
  type ServiceName,
  STOREFRONT,
  type StorefrontName,
  type StoreStats,
} from '@clearspan/contracts';
import { oneOf } from '../args/one-of.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { unreachableError } from '../command-error.ts';
import { dataSetsTable } from '../output/data-sets-table.ts';
import { forwardLine } from '../output/forward-line.ts';
import { printTable } from '../output/print-table.ts';
import { bytesText, durationText } from '../output/units.ts';
import { httpJson } from '../sources/http-json.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { ownMemory, processMemory } from '../system/process-memory.ts';
import { type RunningSystem, runningSystem } from '../system/running-system.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

const NAMES = Object.keys({ ...SERVICES, ...STOREFRONT }) as readonly (ServiceName | StorefrontName)[];

interface ProcessState {
  readonly name: string;
  readonly url: string;
  readonly health: ServiceHealth | null;
  /** Proportional set size with children; null when not known. */
  readonly pssBytes: number | null;
}

const stateOf = async (name: string, url: string): Promise<ProcessState> => {
  const answer = await httpJson<ServiceHealth>('GET', `${url}/health`);
  const health = answer.ok && answer.value.service === name ? answer.value : null;
  return { name, url, health, pssBytes: health ? processMemory(health.pid) : null };
};

const processTable = (states: readonly ProcessState[], terminal: Terminal): string =>
  printTable(
    {
      columns: [
        { name: 'process', numeric: false },
        { name: 'health', numeric: false },
        { name: 'pid', numeric: true },
        { name: 'address', numeric: false },
        { name: 'PSS', numeric: true },
        { name: 'up for', numeric: true },
      ],
      rows: states.map((s) => [
        s.name,
        s.health?.status ?? 'no answer',
        s.health?.pid,
        s.url,
        s.pssBytes === null ? '-' : bytesText(s.pssBytes),
        s.health ? durationText(s.health.uptime_s) : '-',
      ]),
    },
    { colour: terminal.colour },
  );

const storeTable = (stats: StoreStats, terminal: Terminal): string => {
  const rates = stats.ingest_per_second;
  const rate = (n: number): string => n.toFixed(1);
  return (
    printTable(
      {
        columns: [
          { name: 'store', numeric: false },
          { name: 'rows', numeric: true },
          { name: 'on disk', numeric: true },
          { name: 'oldest', numeric: false },
          { name: 'newest', numeric: false },
        ],
        rows: stats.tables.map((t) => [
          t.name,
          t.rows.toLocaleString('en'),
          bytesText(t.bytes_on_disk),
          t.oldest,
          t.newest,
        ]),
      },
      { colour: terminal.colour },
    ) +
    `accepted a second, last minute: ${rate(rates.traces)} spans, ${rate(rates.logs)} logs, ${rate(rates.metrics)} metric points; ` +
    `log ahead ${bytesText(stats.wal_bytes)}; ${stats.engine.name} ${stats.engine.version}\n` +
    stats.forward.map(forwardLine).join('')
  );
};

const queueLine = (stats: QueueStats): string => {
  const states = Object.entries(stats.by_state).map(([state, n]) => `${n} ${state}`);
  const oldest = stats.oldest_age_s === null ? '' : `, the oldest for ${durationText(stats.oldest_age_s)}`;
  return `queue: ${stats.depth} waiting${oldest}${states.length ? `; ${states.join(', ')}` : ''}\n`;
};

const details = async (system: RunningSystem): Promise<{ store: StoreStats | null; queue: QueueStats | null }> => {
  const get = async <T>(name: ServiceName, path: string): Promise<T | null> => {
    const url = system.urls[name];
    if (!url) return null;
    const answer = await httpJson<T>('GET', `${url}${path}`);
    return answer.ok ? answer.value : null;
  };
  const [store, queue] = await Promise.all([
    get<StoreStats>('telemetry-store', '/api/store/stats'),
    get<QueueStats>('queue-service', '/stats'),
  ]);
  return { store, queue };
};

/** `clearspan status`. Exit code 3 when no process answers. */
export const status = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const format = oneOf('format', parsed.value('format'), ['table', 'json'], 'table', 'status');
  const dataDir = dataDirectory(parsed, terminal.env);
  const system = runningSystem(dataDir, terminal.env);
  const names = NAMES.filter((name) => system.urls[name] !== undefined);
  const [states, { store, queue }] = await Promise.all([
    Promise.all(names.map((name) => stateOf(name, system.urls[name] ?? ''))),
    details(system),
  ]);
  if (states.every((s) => s.health === null))
    throw unreachableError(
      `nothing runs on ${dataDir} or on the default ports; start the system with \`clearspan up\``,
    );
  const supervisorBytes = system.supervisorPid === null ? null : ownMemory(system.supervisorPid);
  const known = [...states.map((s) => s.pssBytes), supervisorBytes].filter((bytes) => bytes !== null);
  const total = known.length > 0 ? known.reduce((sum, n) => sum + n, 0) : null;
  if (format === 'json') {
    terminal.stdout.write(
      `${JSON.stringify({ started_at: system.startedAt, processes: states, supervisor_pss_bytes: supervisorBytes, pss_bytes: total, store, queue }, null, 2)}\n`,
    );
    return EXIT.fine;
  }
  terminal.stdout.write(processTable(states, terminal));
  terminal.stdout.write(
    total === null
      ? 'memory: not known on this system\n'
      : `memory of all together (PSS): ${bytesText(total)}${supervisorBytes === null ? '' : `, with ${bytesText(supervisorBytes)} of clearspan up`}\n`,
  );
  terminal.stdout.write(
    `\n${store ? `${dataSetsTable(store, terminal.colour)}\n${storeTable(store, terminal)}` : 'store: no answer\n'}`,
  );
  terminal.stdout.write(queue ? queueLine(queue) : 'queue: no answer\n');
  return EXIT.fine;
};

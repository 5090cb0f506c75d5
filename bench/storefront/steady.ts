/**
 * `node bench/storefront/steady.ts [minutes]`: the whole system with the storefront at its default rate. Tells the memory
 * of each process, minute by minute, and whether it grew in the second half of the time.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from '../in-turns.ts';
import { pssBytes } from '../overload/memory.ts';

const MINUTES = Number(process.argv[2] ?? 30);
const MINUTE_MS = 60_000;
const LOOK_MS = 5_000;
const MEGABYTE = 1024 * 1024;
const PORT_BASE = 29_400;
/** Of a process that has reached its size: caches and code that is compiled late still move it a little. */
const GROWTH_MAX = 1.1;
const GROWTH_BYTES_MAX = 8 * MEGABYTE;
const CLI = fileURLToPath(new URL('../../apps/cli/bin/clearspan.mjs', import.meta.url));

interface RunningProcess {
  readonly name: string;
  readonly pid: number;
}

const data = mkdtempSync(join(tmpdir(), 'clearspan-steady-'));
const system = spawn(
  process.execPath,
  [CLI, 'up', '--with', 'storefront', '--data', data, '--port-base', String(PORT_BASE)],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const ended = new Promise<void>((resolve) => system.once('exit', () => resolve()));
/** Megabytes by process, one for each minute. */
const seen = new Map<string, number[]>();
try {
  for await (const chunk of system.stdout) if (/ready in/.test(String(chunk))) break;
  const { processes } = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as {
    readonly processes: readonly RunningProcess[];
  };
  for (let minute = 1; minute <= MINUTES; minute++) {
    const looks = new Map<string, number[]>(processes.map(({ name }) => [name, []]));
    for (const end = performance.now() + MINUTE_MS; performance.now() < end; ) {
      await delay(LOOK_MS);
      for (const { name, pid } of processes) looks.get(name)?.push(pssBytes(pid) / MEGABYTE);
    }
    for (const [name, values] of looks) seen.set(name, [...(seen.get(name) ?? []), median(values)]);
    const all = [...looks.values()].reduce((sum, values) => sum + median(values), 0);
    console.log(
      `minute ${String(minute).padStart(2)}: ${all.toFixed(0)} MB; ${[...looks].map(([name, values]) => `${name} ${median(values).toFixed(0)}`).join(', ')}`,
    );
  }
  const traffic = (await (await fetch(`http://127.0.0.1:${PORT_BASE + 4}/traffic`)).json()) as {
    readonly figures: { readonly by_status: Readonly<Record<string, number>> };
  };
  console.log(`answers by status: ${JSON.stringify(traffic.figures.by_status)}`);
} finally {
  system.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
let grown = 0;
console.log('MB in the middle of the time, and of its last sixth');
for (const [name, values] of seen) {
  const sixth = Math.max(1, Math.floor(values.length / 6));
  const before = median(values.slice(values.length >> 1, (values.length >> 1) + sixth));
  const after = median(values.slice(-sixth));
  const isFlat = after <= before * GROWTH_MAX || (after - before) * MEGABYTE <= GROWTH_BYTES_MAX;
  if (!isFlat) grown += 1;
  console.log(
    `${name.padEnd(24)} ${before.toFixed(1).padStart(7)} ${after.toFixed(1).padStart(7)}  ${isFlat ? 'flat' : 'GROWN'}`,
  );
}
process.exitCode = grown > 0 ? 1 : 0;

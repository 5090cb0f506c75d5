/**
 * Compares a query over a log file with jq doing the same: `node bench/files/main.ts [megabytes] [rounds]`, 256 and 5.
 * Whole processes, ours and jq in turn, the same file of NDJSON, made anew from a seed. The figure is wall time; the
 * ratio of jq's to ours is what counts, for both share the machine. The last lines are the way that loads the file, and
 * the memory of both ways: the sum of what each process held at most.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLines } from './lines.ts';
import { type ProcessRun, runProcess } from './run-process.ts';

const SEED = 1;
const CLEARSPAN = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'clearspan.mjs');

interface Question {
  readonly name: string;
  readonly dataprime: string;
  readonly jq: string;
}

const QUESTIONS: readonly Question[] = [
  {
    name: 'filter and count',
    dataprime: 'filter status >= 500 | count',
    jq: '[inputs | select(.status >= 500)] | length',
  },
  {
    name: 'group by',
    dataprime: 'groupby path aggregate count() as n, max(duration_ms) as most',
    jq: 'reduce inputs as $x ({}; .[$x.path].n += 1 | .[$x.path].most |= if . == null or $x.duration_ms > . then $x.duration_ms else . end)',
  },
  {
    name: 'errors by service',
    dataprime: 'filter $m.severity == ERROR | countby $l.subsystemname',
    jq: 'reduce (inputs | select(.level == "error")) as $x ({}; .[$x.service] += 1)',
  },
];
/** Whole records need the file to be loaded. */
const LOADING = 'filter status >= 500 | orderby $m.timestamp | limit 1';

const median = (runs: readonly ProcessRun[]): ProcessRun =>
  runs.toSorted((a, b) => a.seconds - b.seconds)[runs.length >> 1] as ProcessRun;
const hasJq = (): boolean => spawnSync('jq', ['--version']).status === 0;

const ours = (file: string, query: string): Promise<ProcessRun> =>
  runProcess(process.execPath, [CLEARSPAN, 'query', '--logs', file, query, '--format', 'ndjson']);

const tell = (name: string, runs: readonly ProcessRun[], megabytes: number): void => {
  const { seconds, megabytesMax } = median(runs);
  const rate = Math.round(megabytes / seconds);
  console.log(`  ${name.padEnd(10)} ${seconds.toFixed(2)} s, ${rate} MB/s, memory ${Math.round(megabytesMax)} MB`);
};

const main = async (): Promise<void> => {
  const bytes = Number(process.argv[2] ?? 256) * 1e6;
  const rounds = Number(process.argv[3] ?? 5);
  const withJq = hasJq();
  if (!withJq) console.log('jq is missing (Debian: apt-get install jq); only our own times are told');
  const dir = mkdtempSync(join(tmpdir(), 'bench-files-'));
  try {
    const file = join(dir, 'shop.ndjson');
    const lines = await writeLines(file, bytes, SEED);
    const megabytes = statSync(file).size / 1e6;
    console.log(
      `${Math.round(megabytes)} MB, ${lines} lines; ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}`,
    );
    for (const { name, dataprime, jq } of QUESTIONS) {
      const [mine, others]: [ProcessRun[], ProcessRun[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        mine.push(await ours(file, dataprime));
        if (withJq) others.push(await runProcess('jq', ['-n', jq, file]));
      }
      console.log(`${name}: median of ${rounds}`);
      tell('clearspan', mine, megabytes);
      if (!withJq) continue;
      tell('jq', others, megabytes);
      console.log(`  jq takes ${(median(others).seconds / median(mine).seconds).toFixed(1)} times as long`);
    }
    console.log('whole records, which are loaded first: once');
    tell('clearspan', [await ours(file, LOADING)], megabytes);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

await main();

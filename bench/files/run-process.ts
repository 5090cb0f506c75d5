import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 20;

export interface ProcessRun {
  readonly seconds: number;
  readonly stdout: string;
  /** The sum of what each process of the tree held at most, in megabytes of 10^6 bytes. */
  readonly megabytesMax: number;
}

interface Status {
  readonly parent: number;
  readonly kilobytesMax: number;
}

/** What Linux says of a process; null when it has gone. */
const statusOf = (pid: number): Status | null => {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const number = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    return { parent: number('PPid'), kilobytesMax: number('VmHWM') };
  } catch {
    return null;
  }
};

const noteTree = (root: number, peaks: Map<number, number>): void => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), statusOf(Number(name))] as const);
  const tree = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, status] of all)
      if (status !== null && tree.has(status.parent) && !tree.has(pid)) {
        tree.add(pid);
        grown = true;
      }
  }
  for (const [pid, status] of all)
    if (tree.has(pid) && status !== null) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, status.kilobytesMax));
};

/** Runs a command to its end. Rejects when it does not end well. */
export const runProcess = (command: string, args: readonly string[]): Promise<ProcessRun> =>
  new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const peaks = new Map<number, number>();
    const timer = setInterval(() => noteTree(child.pid ?? 0, peaks), SAMPLE_MS);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - startedMs) / 1_000;
      const kilobytes = [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
      if (code === 0) resolve({ seconds, stdout, megabytesMax: (kilobytes * 1_024) / 1e6 });
      else reject(new Error(`${command} ended with ${code}: ${stderr}`));
    });
  });

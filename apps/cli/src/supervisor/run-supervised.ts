import { join } from 'node:path';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';
import { type Child, startChild } from './child.ts';
import { type LogFile, openLogFile } from './log-file.ts';
import type { ProcessSpec } from './process-plan.ts';
import { processBegan, removeRunFile, writeRunFile } from './run-file.ts';
import { onStopRequest } from './stop-requests.ts';
import { type Ending, type Readiness, type SuperviseLimits, stopAll, supervise } from './supervise.ts';

export interface RunSupervisedOptions {
  readonly processes: readonly ProcessSpec[];
  readonly dataDir: string;
  readonly otlpUrl: string;
  readonly otlpGrpcUrl: string | null;
  readonly node: string;
  readonly readiness: Readiness;
  readonly limits: SuperviseLimits;
  /** Called once, when all are ready. */
  readonly onReady: (readyMs: number) => void;
}

const exitText = (ending: Ending & { kind: 'died' }): string =>
  ending.exit.signal ? `was ended by ${ending.exit.signal}` : `exited with code ${ending.exit.code ?? 'unknown'}`;

const tell = (ending: Ending, logPath: (name: string) => string, terminal: Terminal): void => {
  switch (ending.kind) {
    case 'asked':
      terminal.stderr.write(`clearspan: stopping (${ending.by})\n`);
      return;
    case 'late':
      terminal.stderr.write(`clearspan: not ready in time: ${ending.names.join(', ')}; stopping\n`);
      for (const name of ending.names) terminal.stderr.write(`  its log: ${logPath(name)}\n`);
      return;
    case 'died': {
      const name = ending.child.spec.name;
      const lines = ending.child.lastLines().map((line) => `  | ${line}\n`);
      terminal.stderr.write(
        `clearspan: ${name} ${exitText(ending)}; stopping the rest. Its last lines:\n${lines.join('')}`,
      );
      terminal.stderr.write(`  its log: ${logPath(name)}\n`);
      return;
    }
  }
};

const startAll = (options: RunSupervisedOptions, logs: readonly LogFile[], terminal: Terminal): Child[] => {
  const width = Math.max(...options.processes.map((p) => p.name.length));
  const onNotice = (name: string, level: 'error' | 'warning', text: string): void => {
    const label = name.padEnd(width);
    const code = level === 'error' ? 31 : 33;
    terminal.stderr.write(terminal.colour ? `\x1b[${code}m${label}\x1b[0m | ${text}\n` : `${label} | ${text}\n`);
  };
  return options.processes.map((spec, i) =>
    startChild(spec, { node: options.node, log: logs[i] as LogFile, onNotice }),
  );
};

/** Starts the processes, keeps them together, and ends with all of them gone. */
export const runSupervised = async (options: RunSupervisedOptions, terminal: Terminal): Promise<ExitCode> => {
  const startedMs = performance.now();
  const logPath = (name: string): string => join(options.dataDir, 'logs', `${name}.log`);
  const logs = options.processes.map((spec) => openLogFile(logPath(spec.name)));
  const children = startAll(options, logs, terminal);
  const killAll = (): void => {
    for (const child of children) child.kill();
  };
  process.once('exit', killAll);
  const supervised = supervise(children, options.readiness, options.limits);
  const silence = onStopRequest({ stop: (by) => supervised.end({ kind: 'asked', by }), hurry: killAll });
  writeRunFile(options.dataDir, {
    pid: process.pid,
    pid_began: processBegan(process.pid),
    started_at: new Date().toISOString(),
    otlp_url: options.otlpUrl,
    otlp_grpc_url: options.otlpGrpcUrl,
    processes: children.map((c) => ({ name: c.spec.name, pid: c.pid ?? 0, url: c.spec.url })),
  });
  void supervised.whenReady.then(
    () => options.onReady(performance.now() - startedMs),
    () => undefined,
  );
  const ending = await supervised.ended;
  tell(ending, logPath, terminal);
  const killed = await stopAll(children, options.limits);
  for (const name of killed) terminal.stderr.write(`clearspan: ${name} did not stop in time and was killed\n`);
  for (const log of logs) log.close();
  removeRunFile(options.dataDir);
  process.off('exit', killAll);
  silence();
  return ending.kind === 'asked' && killed.length === 0 ? EXIT.fine : EXIT.inputWrong;
};

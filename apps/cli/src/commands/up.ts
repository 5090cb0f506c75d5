import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVICES, type ServiceName } from '@clearspan/contracts';
import { didYouMean } from '../args/did-you-mean.ts';
import { readExamples } from '../args/examples-option.ts';
import { wholeNumber } from '../args/one-of.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { usageError } from '../args/usage-error.ts';
import { inputError, unreachableError } from '../command-error.ts';
import { httpReady } from '../supervisor/http-ready.ts';
import { processPlan } from '../supervisor/process-plan.ts';
import { readRunFile } from '../supervisor/run-file.ts';
import { runSupervised } from '../supervisor/run-supervised.ts';
import { type TakenPort, takenPorts } from '../supervisor/taken-ports.ts';
import { welcome } from '../supervisor/welcome.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { prepareDirectory } from '../system/prepare-directory.ts';
import { isHalfRestored } from '../system/restoring.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

/** Folder of the checkout: services are started from it. */
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

const READY_MS = 60_000;
const STOP_MS = 9_000;

const services = (text: string | undefined): readonly ServiceName[] | null => {
  if (text === undefined) return null;
  const known = Object.keys(SERVICES) as ServiceName[];
  const wanted = text.split(',').map((part) => part.trim());
  for (const name of wanted)
    if (!known.some((k) => k === name))
      throw usageError(`unknown service \`${name}\`${didYouMean(name, known)}; known are ${known.join(', ')}`, 'up');
  return known.filter((name) => wanted.includes(name));
};

const portsMessage = (taken: readonly TakenPort[]): string => {
  const line = (t: TakenPort): string =>
    t.code === 'EADDRINUSE'
      ? `  port ${t.port} (${t.process}) is in use; set ${t.variable} to another one`
      : `  port ${t.port} (${t.process}) cannot be bound: ${t.code}; set ${t.variable} to another one`;
  return `nothing was started:\n${taken.map(line).join('\n')}\n  or move all of them: clearspan up --port-base 9000`;
};

/** `clearspan up`: everything on this machine, until it is asked to stop. */
export const up = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const only = services(parsed.value('only'));
  const examples = readExamples(parsed.value('with'));
  const portBase = wholeNumber('port-base', parsed.value('port-base'), { min: 1_024, max: 65_000 }, 'up') ?? null;
  const dataDir = dataDirectory(parsed, terminal.env);
  const other = readRunFile(dataDir);
  if (other)
    throw unreachableError(
      `already running on ${dataDir} (process ${other.pid}); stop it, or use another directory: clearspan up --data DIR`,
    );
  if (isHalfRestored(dataDir))
    throw inputError(
      `nothing was started: a restore into ${dataDir} was cut off; run it again, or empty the directory`,
    );
  const plan = processPlan({ root: ROOT, dataDir, only, examples, portBase, env: terminal.env });
  const taken = await takenPorts(plan.processes);
  if (taken.length > 0) throw unreachableError(portsMessage(taken));
  const unusable = prepareDirectory(join(dataDir, 'logs'));
  if (unusable !== null)
    throw inputError(`nothing was started: ${unusable}; use another directory: clearspan up --data DIR`);
  terminal.stderr.write(
    `clearspan: starting ${plan.processes.length === 1 ? '1 process' : `${plan.processes.length} processes`}; logs in ${join(dataDir, 'logs')}\n`,
  );
  return runSupervised(
    {
      processes: plan.processes,
      dataDir,
      otlpUrl: plan.otlpUrl,
      otlpGrpcUrl: plan.otlpGrpcUrl,
      node: process.execPath,
      readiness: (child, signal) => httpReady(child.spec.url, signal),
      limits: { readyMs: READY_MS, stopMs: STOP_MS },
      onReady: (readyMs) => terminal.stdout.write(welcome(plan, { dataDir, readyMs })),
    },
    terminal,
  );
};

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Forwarding, ForwardLimits } from '../../src/forward/forwarding.ts';
import { openForwarding } from '../../src/forward/forwarding.ts';
import { readTargets } from '../../src/forward/target/read-targets.ts';
import type { WalRecord } from '../../src/wal/record.ts';
import { openWalDirectory } from '../../src/wal/wal-directory.ts';
import { listeningLog } from './open-parts.ts';
import { logsJson, protobufOf } from './otlp-payload.ts';

export const FORWARD_LIMITS: ForwardLimits = {
  queueBytesMax: 1_000_000,
  plainBytesMax: 8_000_000,
  sendsMax: 4,
  sendMs: 60_000,
  answerBytesMax: 4_096,
  waitBaseMs: 1,
  waitMaxMs: 4,
  retryAfterMsMax: 10,
  lastSendMs: 20,
  tellMs: 60_000,
};

/** A request of one log record whose body is this text between `<` and `>`. */
export const logRequest = (text: string, over: Partial<WalRecord> = {}): WalRecord => ({
  signal: 'logs',
  encoding: 'protobuf',
  compression: 'identity',
  receivedNanos: 1_790_000_000_000_000_000n,
  body: protobufOf('logs', logsJson('shop', [`<${text}>`])),
  ...over,
});

export interface ForwardParts {
  readonly dir: string;
  readonly log: ReturnType<typeof listeningLog>;
  /** Opens it as a new process would; the one before is closed. */
  open(variables: Record<string, string>, limits?: Partial<ForwardLimits>): Promise<Forwarding>;
  /** Has a segment of these requests done with, as after their rows were inserted. */
  finish(...requests: WalRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** Forwarding behind a real log, without an engine. */
export const openForwardParts = async (): Promise<ForwardParts> => {
  const dir = await mkdtemp(join(tmpdir(), 'forward-'));
  const log = listeningLog();
  let forwarding: Forwarding | undefined;
  const wal = await openWalDirectory(
    join(dir, 'wal'),
    { doneMs: 0, doneSegmentsMax: 1, doneBytesMax: 1 },
    async (name, file) => forwarding?.take(name, file),
  );
  return {
    dir,
    log,
    open: async (variables, limits = {}) => {
      await forwarding?.close();
      const { targets, faults } = readTargets(variables);
      if (faults.length > 0) throw new Error(JSON.stringify(faults));
      forwarding = await openForwarding({
        path: join(dir, 'forward'),
        targets,
        limits: { ...FORWARD_LIMITS, ...limits },
        log,
      });
      return forwarding;
    },
    finish: async (...requests) => {
      const segment = wal.create();
      await Promise.all(requests.map((request) => segment.append(request)));
      await segment.seal();
      await wal.done(segment.name, Date.now());
      await wal.sweep(Date.now());
    },
    close: async () => {
      await forwarding?.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
};

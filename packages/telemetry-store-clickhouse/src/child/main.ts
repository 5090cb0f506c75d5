/**
 * The engine's process. ClickHouse lives in a process of its own because an engine that aborts takes its process with
 * it, and because it must have the main thread (worker threads crash at exit). It ends when its parent does.
 */
import { drainPending } from 'chdb';
import type { FromChild, ToChild } from '../engine/protocol.ts';
import { type Executor, openExecutor } from './executor.ts';

let executor: Executor | undefined;

const tell = (message: FromChild): void => {
  // The channel can close between a statement's end and its answer; then nobody is left to tell.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};

const exit = (): never => process.exit(0);

const close = async (): Promise<void> => {
  executor?.close();
  await drainPending();
  exit();
};

process.on('message', (message: ToChild) => {
  switch (message.kind) {
    case 'open':
      openExecutor(message, tell).then(
        (opened) => {
          executor = opened;
          tell({ kind: 'opened' });
        },
        (error: unknown) => tell({ kind: 'open-failed', message: String(error) }),
      );
      return;
    case 'run':
      executor?.run(message);
      return;
    case 'cancel':
      executor?.cancel(message.id);
      return;
    case 'close':
      void close();
      return;
  }
});
// The parent is gone, and the next one waits for the directory: an end in good order would first finish what is running,
// which the next one does again anyway.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// The parent decides when to stop: a Ctrl-C in the terminal reaches this process too.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

import { createServer } from 'node:net';
import type { ProcessSpec } from './process-plan.ts';

export interface TakenPort {
  readonly process: string;
  readonly port: number;
  readonly variable: string;
  /** `EADDRINUSE`, or `EACCES` for a port that needs more rights. */
  readonly code: string;
}

const bindError = (port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'UNKNOWN'));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(null)));
  });

/** Which of the ports cannot be bound right now. Asked before anything starts, so that nothing is half up. */
export const takenPorts = async (processes: readonly ProcessSpec[]): Promise<TakenPort[]> => {
  const wanted = processes.flatMap((p) => p.ports.map((port) => ({ process: p.name, ...port })));
  const found = await Promise.all(
    wanted.map(async (w): Promise<TakenPort | null> => {
      const code = await bindError(w.port);
      return code === null ? null : { ...w, code };
    }),
  );
  return found.filter((t) => t !== null);
};

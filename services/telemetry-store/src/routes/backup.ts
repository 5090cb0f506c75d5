import { type BackupResponse, backupRequest, backupResponse } from '@clearspan/contracts';
import { type ProblemError, problem, type ServiceApp } from '@clearspan/service-kit';
import { SCHEMA_VERSION } from '@clearspan/telemetry-store-clickhouse';
import type { BackupOutcome, Backups } from '../core/backup/take-backup.ts';
import { BACKUP_LIMITS } from '../limits.ts';
import { storeProblem } from './store-problem.ts';

const problemOf = (outcome: Exclude<BackupOutcome, { kind: 'taken' }>): ProblemError => {
  switch (outcome.kind) {
    case 'no-place':
      return problem('INVALID_REQUEST', outcome.fault, { errors: [{ path: 'body.place', message: 'is not free' }] });
    case 'another-runs':
      return problem('CONFLICT', 'expected no other backup, found one that is being taken');
    case 'on-a-server':
      return problem(
        'CONFLICT',
        'expected an engine of the store, found a server at CLICKHOUSE_URL: its own BACKUP is the way',
      );
    case 'behind':
      return problem(
        'SERVICE_UNAVAILABLE',
        `the engine did not take within ${outcome.waitedMs} ms what was acknowledged before`,
      );
  }
};

/**
 * `POST /api/store/backup`: all that the engine holds, written to a place that the caller has made in the directory of
 * the store. The backup ends when the caller is gone.
 */
export const backupRoutes = (app: ServiceApp, backups: Backups): void => {
  app.post(
    '/api/store/backup',
    {
      config: { span: 'telemetry_store.back_up', requestMs: BACKUP_LIMITS.flushMs + BACKUP_LIMITS.backupMs },
      schema: { body: backupRequest, response: { 200: backupResponse } },
    },
    async (request): Promise<BackupResponse> => {
      const outcome = await backups.take(request.body.place, request.signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
      if (outcome.kind !== 'taken') throw problemOf(outcome);
      return {
        schema_version: SCHEMA_VERSION,
        engine: outcome.held.engine,
        rows: Object.fromEntries(outcome.held.tables.map(({ table, rows }) => [table, rows])),
      };
    },
  );
};

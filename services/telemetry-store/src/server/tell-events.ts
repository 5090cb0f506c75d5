import type { EngineEvent, ServerEvent } from '@clearspan/telemetry-store-clickhouse';
import type { Log } from '../core/log.ts';

/** Tells the operator what happens to the engine's process. */
export const tellEngine =
  (log: Log) =>
  (event: EngineEvent): void => {
    switch (event.kind) {
      case 'died':
        log.error({ ...event }, 'the engine died; it is started again');
        return;
      case 'restarted':
        log.warn({ ...event }, 'the engine is back');
        return;
      case 'restart-failed':
        log.error({ err: event.error, attempt: event.attempt }, 'the engine could not be started');
        return;
    }
  };

/** Tells the operator whether the server can be reached. */
export const tellServer =
  (log: Log) =>
  (event: ServerEvent): void => {
    switch (event.kind) {
      case 'away':
        log.error({ err: event.error }, 'the server cannot be reached; it is asked until it answers');
        return;
      case 'back':
        log.warn({ attempts: event.attempts }, 'the server is back');
        return;
    }
  };

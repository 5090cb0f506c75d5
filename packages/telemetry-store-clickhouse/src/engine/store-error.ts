import { refusalIn } from '@clearspan/dataprime';
import type { StoreError, StoreErrorCode } from '@clearspan/telemetry-store';
import type { RunFailure } from './protocol.ts';

export const storeError = (code: StoreErrorCode, message: string, cause?: unknown): StoreError =>
  Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code, name: 'StoreError' });

/** ClickHouse's numbers, from its ErrorCodes: 159 TIMEOUT_EXCEEDED, 160 TOO_SLOW, 394 and 735 cancelled, … */
const CODES: Readonly<Record<number, StoreErrorCode>> = {
  159: 'TIMEOUT',
  160: 'TIMEOUT',
  158: 'TOO_MANY_ROWS',
  307: 'TOO_MANY_ROWS',
  396: 'TOO_MANY_ROWS',
  241: 'MEMORY',
  173: 'MEMORY',
  // Killed by nobody's signal: the guard behind the engine's own limit of time did it.
  394: 'TIMEOUT',
  735: 'TIMEOUT',
  // Of `throwIf`: the statement was written to end so.
  395: 'REFUSED',
  // The disk is full, or a file could not be written: it can be otherwise in a minute.
  243: 'UNAVAILABLE',
  75: 'UNAVAILABLE',
  202: 'UNAVAILABLE',
  252: 'UNAVAILABLE',
  // Of a server alone: the network between servers and names of theirs,
  198: 'UNAVAILABLE',
  209: 'UNAVAILABLE',
  210: 'UNAVAILABLE',
  279: 'UNAVAILABLE',
  // replicas that are read-only, too few, or not told of in time, and a Keeper that is away,
  242: 'UNAVAILABLE',
  285: 'UNAVAILABLE',
  286: 'UNAVAILABLE',
  319: 'UNAVAILABLE',
  999: 'UNAVAILABLE',
  // a server that is being stopped or has too much to do,
  236: 'UNAVAILABLE',
  439: 'UNAVAILABLE',
  745: 'UNAVAILABLE',
  // and a password or rights that are being changed: rows that wait for that are not to be put aside.
  497: 'UNAVAILABLE',
  516: 'UNAVAILABLE',
};

/** What else a regular expression may be refused for is told before a query runs. */
const REGEX_REFUSED = 427;

const SAID: Readonly<Record<StoreErrorCode, string>> = {
  TIMEOUT: 'the statement ran longer than its limit',
  MEMORY: 'the statement needed more memory than its limit',
  TOO_MANY_ROWS: 'the result has more rows than its limit',
  REFUSED: 'the query ended itself',
  CANCELLED: 'the statement was cancelled',
  UNAVAILABLE: 'the engine cannot take it now',
  LOCKED: 'another process holds the data directory',
  ENGINE: 'the engine refused the statement',
};

/** The engine's text can repeat literals of the query, so it goes into `cause`, which is never shown to a client. */
export const storeErrorOf = (failure: RunFailure): StoreError => {
  switch (failure.kind) {
    case 'cancelled':
      return storeError('CANCELLED', SAID.CANCELLED);
    case 'busy':
      return storeError('UNAVAILABLE', `every session of the engine is busy (waited ${failure.waitedMs} ms)`);
    case 'too-large':
      return storeError('TOO_MANY_ROWS', `the result has ${failure.bytes} bytes, more than its limit`);
    case 'engine': {
      const code = CODES[failure.engineCode] ?? 'ENGINE';
      if (failure.engineCode === REGEX_REFUSED)
        return storeError(
          'REFUSED',
          'a regular expression in the rows is not one, or one is larger than the engine takes',
        );
      const refusal = code === 'REFUSED' ? refusalIn(failure.message) : null;
      if (refusal !== null) return storeError(code, refusal);
      const text = code === 'ENGINE' ? `${SAID.ENGINE} (code ${failure.engineCode})` : SAID[code];
      return storeError(code, text, new Error(failure.message));
    }
  }
};

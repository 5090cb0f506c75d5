import type { FaultBoardOptions } from './fault-board.ts';

interface ChangeLogger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Tells the log of each fault that is switched, and not as a warning: those are looked for to find it. One that is hidden
 * is told by no name.
 */
export const tellChanges = (log: ChangeLogger): Pick<FaultBoardOptions, 'onChange' | 'onFailed'> => ({
  onChange: ({ name, hidden, params }, on) =>
    log.info(hidden ? {} : { fault: name, ...(on ? { params } : {}) }, `a fault was switched ${on ? 'on' : 'off'}`),
  onFailed: (err) => log.error({ err }, 'a fault could not be taken back'),
});

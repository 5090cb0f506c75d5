import { call, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';

/**
 * Ends the query where a condition is true, with words for the person who asked. The marks tell them from what the
 * engine says around them: `refusalIn` finds them.
 */
export const refuseWhen = (condition: SqlExpr, message: string): SqlExpr =>
  call('throwIf', condition, str(`«${message}»`));

/** Why a query ended itself, out of what the engine said; null when it did not. */
export const refusalIn = (said: string): string | null => /«([^»]*)»/.exec(said)?.[1] ?? null;

import { parse } from '@clearspan/dataprime';

/** The beginning of a query that has a condition of a caller in it, and where the condition stands. */
export type Conditioned =
  | { readonly ok: true; readonly text: string; readonly conditionAt: number }
  | { readonly ok: false; readonly message: string };

/** A new line ends a comment of the condition. */
export const JOINED = '\n| ';

/** `source …`, with the caller's condition where there is one: one condition, and no further commands. */
export const conditioned = (source: string, condition: string | undefined): Conditioned => {
  const head = `source ${source}`;
  if (condition === undefined) return { ok: true, text: head, conditionAt: head.length };
  const before = `${head}${JOINED}filter `;
  const stages = parse(before + condition).query.stages.length - 1;
  return stages === 1
    ? { ok: true, text: before + condition, conditionAt: before.length }
    : { ok: false, message: `expected one condition, found ${stages} commands` };
};

import type { OpenWorld } from './open-world.ts';
import { type Compared, reduce } from './same-result.ts';

export type Answered =
  | { readonly ok: true; readonly rowCount: number; readonly compared: Compared }
  | { readonly ok: false; readonly message: string };

export type RunQuery = (query: string) => Promise<Answered>;

/** Runs each text once: many questions have one answer. What is kept is what is compared, not the rows. */
export const rememberRuns = (world: OpenWorld): RunQuery => {
  const answers = new Map<string, Answered>();
  return async (query) => {
    const known = answers.get(query);
    if (known !== undefined) return known;
    const ran = await world.run(query);
    const answered: Answered = ran.ok
      ? { ok: true, rowCount: ran.result.row_count, compared: reduce(ran.result) }
      : ran;
    answers.set(query, answered);
    return answered;
  };
};

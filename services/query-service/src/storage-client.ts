import {
  type Caller,
  isProblemCode,
  type LearnedRecord,
  learnedRecord,
  learnedRecords,
  learnedStored,
} from '@clearspan/contracts';
import { suppressed } from '@clearspan/instrumentation';
import type { CallOutcome, MeshClient } from '@clearspan/mesh';
import type { z } from 'zod';
import type { ReadLearned } from './core/learned-cache.ts';
import type { LearningStore, Outcome } from './core/learning-store.ts';

const service = 'storage-service';
/** A question does not wait longer than this for what was learned. */
const READ_MS = 500;

const readAs = <T>(schema: z.ZodType<T>, answer: CallOutcome): Outcome<T> => {
  if (!answer.ok) {
    const { problem, code, message } = answer.error;
    const known = problem?.code ?? code;
    return { ok: false, code: isProblemCode(known) ? known : 'UPSTREAM_ERROR', message: problem?.detail ?? message };
  }
  const parsed = schema.safeParse(answer.data);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, code: 'UPSTREAM_ERROR', message: `${service} answered in an unknown shape` };
};

const queryOf = ({ user, team }: Caller): Record<string, string> => ({ user, ...(team === null ? {} : { team }) });

/** Lessons in the storage service. */
export const learningStore = (mesh: MeshClient): LearningStore => ({
  keep: async (body) => readAs(learnedStored, await mesh.call({ service, method: 'POST', path: '/learned', body })),
  list: async (caller, all) => {
    const query = { ...queryOf(caller), all: String(all) };
    const read = readAs(learnedRecords, await mesh.call({ service, method: 'GET', path: '/learned', query }));
    return read.ok ? { ok: true, value: read.value.records } : read;
  },
  act: async (id, action, caller) => {
    const path = `/learned/${encodeURIComponent(id)}/${action}`;
    return readAs(learnedRecord, await mesh.call({ service, method: 'POST', path, body: { caller } }));
  },
});

/** Lessons for questions. The read serves the questions to come: the one that starts it does not carry it in its trace. */
export const learnedReader =
  (mesh: MeshClient): ReadLearned =>
  (caller): Promise<readonly LearnedRecord[] | null> =>
    suppressed(async () => {
      const answer = await mesh.call({
        service,
        method: 'GET',
        path: '/learned',
        query: { ...queryOf(caller), evidence: 'false' },
        deadlineMs: READ_MS,
        untraced: true,
      });
      const read = readAs(learnedRecords, answer);
      return read.ok ? read.value.records : null;
    });

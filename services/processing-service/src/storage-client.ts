import { isProblemCode, PROBLEM_STATUS, type ProblemCode, processingStored } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { StoreProcessing } from './core/storage.ts';

const DEADLINE_MS = 5_000;

/** What failed at the storage service is, seen from here, a failure behind this service: never the caller's. */
const codeBehind = (code: string): ProblemCode =>
  isProblemCode(code) && PROBLEM_STATUS[code] >= 502 ? code : 'UPSTREAM_ERROR';

/** The storage service through the mesh. */
export const storageClient =
  (mesh: MeshClient): StoreProcessing =>
  async (taskId, record) => {
    const answer = await mesh.call({
      service: 'storage-service',
      method: 'PUT',
      path: `/processing/${encodeURIComponent(taskId)}`,
      body: record,
      deadlineMs: DEADLINE_MS,
      idempotent: true,
    });
    if (!answer.ok) return { kind: 'failed', code: codeBehind(answer.error.code), message: answer.error.message };
    const stored = processingStored.safeParse(answer.data);
    if (stored.success) return { kind: 'stored', stored: stored.data };
    return { kind: 'failed', code: 'UPSTREAM_ERROR', message: 'storage-service answered in an unknown shape' };
  };

import type { MeshClient } from '@clearspan/mesh';
import { problem } from '@clearspan/service-kit';
import type { z } from 'zod';
import { callFor } from './pipeline-services.ts';

/** A call whose failure is the answer: what the service said is passed on as this gateway's problem. */
export const forwarded = async <T>(
  mesh: MeshClient,
  schema: z.ZodType<T>,
  call: Parameters<typeof callFor>[2],
): Promise<T> => {
  const outcome = await callFor(mesh, schema, call);
  if (outcome.ok) return outcome.value;
  throw problem(outcome.code, outcome.message, { errors: outcome.errors });
};

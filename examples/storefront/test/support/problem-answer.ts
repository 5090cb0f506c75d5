import { PROBLEM_STATUS, PROBLEM_TITLE, type ProblemCode } from '@clearspan/contracts';
import type { WireAnswer } from './wire-server.ts';

/** An error as a service says it. */
export const problemAnswer = (code: ProblemCode, detail: string): WireAnswer => ({
  status: PROBLEM_STATUS[code],
  body: {
    type: 'https://clearspan.dev/problems/test',
    title: PROBLEM_TITLE[code],
    status: PROBLEM_STATUS[code],
    detail,
    code,
    instance: '',
    trace_id: null,
    correlation_id: null,
  },
});

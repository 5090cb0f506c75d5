import type { GenerateQueryResponse } from '@clearspan/contracts';
import { useEffect, useReducer } from 'react';
import { postJson, type Reply } from '../api/client.ts';
import { askHash } from '../shell/route.ts';
import { type AskState, nextAskState } from './ask-state.ts';
import { contextOf, remember } from './conversation.ts';

const askAfter = async (
  before: readonly string[],
  question: string,
  signal: AbortSignal,
): Promise<Reply<GenerateQueryResponse>> => {
  const body = { user_input: question, ...(await contextOf(before, signal)) };
  const reply = await postJson<GenerateQueryResponse>('/api/generate-query', body, { signal });
  if (reply.ok) remember(before, question, reply.value);
  return reply;
};

/** Asks the question in the address, after those that it follows, and again when `times` grows. The last one asked wins. */
export const useAsk = (question: string | null, before: readonly string[], times: number): AskState => {
  const [state, dispatch] = useReducer(nextAskState, { kind: 'empty' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking the same question again is a change of `times`.
  useEffect(() => {
    if (question === null || question.trim() === '') {
      dispatch({ kind: 'clear' });
      return;
    }
    const over = new AbortController();
    const started = performance.now();
    dispatch({ kind: 'ask', question });
    void askAfter(before, question, over.signal).then((reply) => {
      if (!over.signal.aborted) dispatch({ kind: 'reply', question, reply, roundTripMs: performance.now() - started });
    });
    return () => over.abort();
  }, [question === null ? null : askHash(question, before), times]);
  return state;
};

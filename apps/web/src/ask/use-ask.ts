import type { GenerateQueryResponse } from '@clearspan/contracts';
import { useEffect, useReducer } from 'react';
import { postJson } from '../api/client.ts';
import { type AskState, nextAskState } from './ask-state.ts';

/** Asks the question in the address, and again when `times` grows. The last one asked wins. */
export const useAsk = (question: string | null, times: number): AskState => {
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
    void postJson<GenerateQueryResponse>('/api/generate-query', { user_input: question }, { signal: over.signal }).then(
      (reply) => {
        if (!over.signal.aborted)
          dispatch({ kind: 'reply', question, reply, roundTripMs: performance.now() - started });
      },
    );
    return () => over.abort();
  }, [question, times]);
  return state;
};

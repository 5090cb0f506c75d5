import type { FeedbackResponse } from '@clearspan/contracts';
import { type ReactElement, useState } from 'react';
import { postJson } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { CorrectedQuery, Lesson } from './corrected-query.tsx';
import './feedback.css';

/** A question that got no query is as good as a wrong answer to learn from: here is the query that was meant. */
export const Teach = (props: { readonly question: string; readonly traceId: string }): ReactElement => {
  const [meant, setMeant] = useState('');
  const [response, setResponse] = useState<FeedbackResponse | null>(null);
  const change = useChange<FeedbackResponse>(setResponse);
  if (response)
    return (
      <div role="status">
        <Lesson learned={response.learned} reason={response.not_learned} />
      </div>
    );
  return (
    <details className="teach">
      <summary>I know the query</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change.make(() =>
            postJson<FeedbackResponse>('/api/feedback', {
              user_input: props.question,
              generated_query: '',
              corrected_query: meant.trim(),
              rating: 1,
              trace_id: props.traceId,
            }),
          );
        }}
      >
        <CorrectedQuery label="The query that was meant" query={meant} change={setMeant} />
        <button type="submit" disabled={change.busy || meant.trim() === ''}>
          Teach
        </button>
        {change.error && (
          <p className="wrap problem" role="alert">
            Not stored: {change.error.detail} (<code>{change.error.code}</code>)
          </p>
        )}
      </form>
    </details>
  );
};

import type { GenerateQueryDeclined } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { TraceLink } from '../trace/trace-link.tsx';
import { modelSentence } from './model-sentence.ts';
import { Teach } from './teach.tsx';

/** No query, and why: what is missing, or what can be asked instead. */
export const Declined = (props: {
  readonly question: string;
  readonly declined: GenerateQueryDeclined;
  readonly ask: (question: string) => void;
}): ReactElement => {
  const { question, declined, ask } = props;
  return (
    <section className="card declined">
      <h2>
        {declined.bundle ? 'What to ask next' : declined.kind === 'clarify' ? 'One thing is open' : 'No query for this'}
      </h2>
      <p className="wrap">{declined.message}</p>
      {declined.options.length > 0 && (
        <>
          <p className="label">
            {declined.kind === 'clarify' && !declined.bundle ? 'Which is meant?' : 'These can be answered'}
          </p>
          <ul className="choices">
            {declined.options.map((option) => (
              <li key={option}>
                <button type="button" className="chip" onClick={() => ask(option)}>
                  {option}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {declined.kind === 'clarify' && <Teach key={declined.trace_id} question={question} traceId={declined.trace_id} />}
      {declined.model && <p className="facts wrap">{modelSentence(declined.model)}</p>}
      <p className="facts">
        <TraceLink id={declined.trace_id} />
      </p>
    </section>
  );
};

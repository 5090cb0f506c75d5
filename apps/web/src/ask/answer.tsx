import type { GenerateQueryAnswer } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { Insights } from '../insights/insights.tsx';
import { countText, numberText, withReadableTimes } from '../result/format-value.ts';
import { ResultView } from '../result/result-view.tsx';
import { TraceLink } from '../trace/trace-link.tsx';
import { Feedback } from './feedback.tsx';
import { Findings } from './findings.tsx';
import { FollowUp } from './follow-up.tsx';
import { QueryBlock } from './query-block.tsx';
import { Reading } from './reading.tsx';

interface AnswerProps {
  readonly question: string;
  readonly answer: GenerateQueryAnswer;
  readonly roundTripMs: number;
  readonly ask: (question: string) => void;
  readonly askOn: (question: string) => void;
}

const Facts = ({ answer, roundTripMs }: Pick<AnswerProps, 'answer' | 'roundTripMs'>): ReactElement => (
  <p className="facts">
    {answer.result && (
      <>
        <span>{countText(answer.result.row_count, 'row')}</span>
        <span>{numberText(answer.result.scanned_rows)} scanned</span>
        <span title="In the store">{Math.round(answer.result.execution_time_ms)} ms query</span>
      </>
    )}
    <span
      title={`In the gateway: ${Math.round(answer.processing_time_ms)} ms; services: ${answer.services_called.join(', ')}`}
    >
      {Math.round(roundTripMs)} ms in all
    </span>
    <TraceLink id={answer.trace_id} />
  </p>
);

const Alternatives = ({ answer, ask }: Pick<AnswerProps, 'answer' | 'ask'>): ReactElement | null =>
  answer.alternatives.length === 0 ? null : (
    <section className="card alternatives">
      <h2>Or was this meant?</h2>
      <ul>
        {answer.alternatives.map((alternative) => (
          <li key={alternative.query}>
            <button type="button" className="choice" onClick={() => ask(alternative.query)}>
              <span>{withReadableTimes(alternative.interpretation)}</span>
              <code>{alternative.query}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );

/** One answered question, from the top: the rows, the query, how it was read, what else there is to know. */
export const Answer = ({ question, answer, roundTripMs, ask, askOn }: AnswerProps): ReactElement => (
  <>
    <section className="card" aria-label="Query">
      <QueryBlock query={answer.query} />
      <Reading question={question} answer={answer} />
      <Findings validation={answer.validation} query={answer.query} ask={ask} />
      <Facts answer={answer} roundTripMs={roundTripMs} />
    </section>
    {answer.execution_error && (
      <section className="card failure" role="alert">
        <h2>The query did not run</h2>
        <p className="wrap">{answer.execution_error.message}</p>
        <p className="facts">
          <span>
            code <code>{answer.execution_error.code}</code>
          </span>
        </p>
      </section>
    )}
    {answer.result && <ResultView result={answer.result} units={answer.units} />}
    <FollowUp intent={answer.intent} query={answer.query} askOn={askOn} />
    <Alternatives answer={answer} ask={ask} />
    {answer.background_task_id && <Insights taskId={answer.background_task_id} />}
    <Feedback question={question} query={answer.query} traceId={answer.trace_id} />
  </>
);

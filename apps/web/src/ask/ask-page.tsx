import { type ReactElement, useState } from 'react';
import { askHash } from '../shell/route.ts';
import { BundleView } from '../triage/bundle-view.tsx';
import { Answer } from './answer.tsx';
import { AskBox } from './ask-box.tsx';
import type { AskState } from './ask-state.ts';
import { Declined } from './declined.tsx';
import { Examples } from './examples.tsx';
import { Failure } from './failure.tsx';
import { History } from './history.tsx';
import { Thread } from './thread.tsx';
import { useAsk } from './use-ask.ts';
import './ask.css';
import './answer.css';

const Outcome = ({
  state,
  ask,
  askOn,
}: {
  readonly state: AskState;
  readonly ask: (q: string) => void;
  readonly askOn: (q: string) => void;
}): ReactElement | null => {
  switch (state.kind) {
    case 'empty':
      return null;
    case 'failed':
      return <Failure error={state.error} again={() => ask(state.question)} />;
    case 'asking':
      return state.previous ? (
        <div className="stale" aria-hidden="true" inert>
          <Outcome state={{ kind: 'answered', shown: state.previous }} ask={ask} askOn={askOn} />
        </div>
      ) : (
        <Waiting />
      );
    case 'answered': {
      const { response, question, roundTripMs } = state.shown;
      return response.kind === 'answer' ? (
        <Answer
          key={response.trace_id}
          question={question}
          answer={response}
          roundTripMs={roundTripMs}
          ask={ask}
          askOn={askOn}
        />
      ) : (
        <>
          {response.bundle && <BundleView bundle={response.bundle} ask={ask} />}
          <Declined question={question} declined={response} ask={ask} />
        </>
      );
    }
  }
};

const Waiting = (): ReactElement => (
  <div className="card waiting" aria-hidden="true">
    <span className="bone bone-long" />
    <span className="bone" />
    <span className="bone bone-short" />
  </div>
);

interface AskPageProps {
  readonly question: string | null;
  /** The questions it follows, oldest first. */
  readonly before: readonly string[];
}

/** The ask box, what came of the last question, and what was asked before. */
export const AskPage = ({ question, before }: AskPageProps): ReactElement => {
  const [times, setTimes] = useState(0);
  const state = useAsk(question, before, times);
  const ask = (next: string): void => {
    // The same question has the same address, which then does not change: it is asked again by count.
    if (next === question && before.length === 0) setTimes(times + 1);
    else window.location.hash = askHash(next);
  };
  const askOn = (next: string): void => {
    window.location.hash = askHash(next, question === null ? [] : [...before, question]);
    // It is asked at the foot of an answer, and the next one begins at the top.
    window.scrollTo({ top: 0 });
  };
  const busy = state.kind === 'asking';
  return (
    <div className="ask-page">
      <div className="ask-main">
        {question === null && (
          <div className="hero">
            <h1>Ask your services what is wrong.</h1>
            <p>
              A question becomes a DataPrime query, is checked, runs on your own telemetry, and shows how it was
              understood.
            </p>
          </div>
        )}
        <Thread before={before} question={question ?? ''} />
        <AskBox question={question ?? ''} busy={busy} ask={ask} />
        {question === null && <Examples ask={ask} />}
        <div aria-live="polite" aria-busy={busy} className="outcome">
          <span className="visually-hidden">{busy ? 'Working on the answer' : ''}</span>
          <Outcome state={state} ask={ask} askOn={askOn} />
        </div>
      </div>
      <aside aria-label="Recent questions" className="ask-side">
        <History after={state.kind === 'answered' ? state.shown.response.trace_id : ''} ask={ask} />
      </aside>
    </div>
  );
};

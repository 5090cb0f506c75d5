import type { QuizAnswer, QuizState } from '@clearspan/contracts';
import { type ReactElement, useState } from 'react';
import { postJson } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import type { Polled } from '../api/use-polled.ts';
import { askHash } from '../shell/route.ts';
import { FoundBy } from './found-by.tsx';
import { ProblemNote } from './problem-note.tsx';
import { clockText } from './times.ts';

const Answer = ({ answer }: { readonly answer: QuizAnswer }): ReactElement => (
  <div className="quiz-answer">
    <p>
      It was <code>{answer.fault}</code> of {answer.service}. {answer.summary} It is off again.
    </p>
    <FoundBy question={answer.question} query={answer.query} shows={answer.shows} />
  </div>
);

const Running = (props: { readonly since: string | null; readonly hints: readonly string[] }): ReactElement => (
  <div className="quiz-answer">
    <p>
      One fault is on{props.since !== null && <> since {clockText(props.since)}</>}. Which is it?{' '}
      <a href="#/">Ask until it shows</a>, then compare.
    </p>
    {props.hints.length > 0 && (
      <ul className="hints" aria-label="Questions to begin with">
        {props.hints.map((hint) => (
          <li key={hint}>
            <a href={askHash(hint)}>{hint}</a>
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** A fault is on and nobody says which: to be found by asking. */
export const QuizCard = (props: {
  readonly polled: Polled<QuizState>;
  /** A fault that is seen to be on would be seen to go, were it the one that is hidden next. */
  readonly faultsOn: boolean;
}): ReactElement => {
  const { polled } = props;
  const [answer, setAnswer] = useState<QuizAnswer | null>(null);
  const started = useChange<QuizState>((state) => {
    setAnswer(null);
    polled.put(state);
  });
  const revealed = useChange<QuizAnswer>((found) => {
    setAnswer(found);
    polled.put({ running: false, since: null });
  });
  const running = polled.value?.running ?? false;
  const since = polled.value?.since ?? null;
  return (
    <section className="card quiz" aria-labelledby="quiz" aria-busy={started.busy || revealed.busy}>
      <h2 id="quiz">Quiz</h2>
      <div aria-live="polite">
        {running ? (
          <Running since={since} hints={polled.value?.hints ?? []} />
        ) : answer ? (
          <Answer answer={answer} />
        ) : (
          <p>A quiz switches a fault on and does not say which. Find it by asking: it shows within a minute or two.</p>
        )}
      </div>
      {!running && props.faultsOn && <p className="hint">A quiz starts with every fault off.</p>}
      <div className="actions">
        <button
          type="button"
          className="primary"
          disabled={polled.value === null || (!running && props.faultsOn)}
          onClick={() =>
            running
              ? void revealed.make(() => postJson<QuizAnswer>('/storefront/quiz/reveal', {}))
              : void started.make(() => postJson<QuizState>('/storefront/quiz', {}))
          }
        >
          {running ? 'Reveal it' : answer ? 'Start another quiz' : 'Start a quiz'}
        </button>
      </div>
      <ProblemNote what="Not started" error={started.error} />
      <ProblemNote what="Not revealed" error={revealed.error} />
      <ProblemNote what="Not up to date" error={polled.error} />
    </section>
  );
};

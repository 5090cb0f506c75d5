import type { GenerateQueryAnswer } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { withReadableTimes } from '../result/format-value.ts';
import { modelSentence } from './model-sentence.ts';
import { Words } from './words.tsx';

const sureness = (confidence: number): string =>
  confidence >= 0.8 ? 'sure' : confidence >= 0.5 ? 'fairly sure' : 'unsure';

const Confidence = ({ value }: { readonly value: number }): ReactElement => {
  const percent = Math.round(value * 100);
  return (
    <span className="confidence" title={`Confidence ${percent} %`}>
      <span className="meter" aria-hidden="true">
        <span style={{ width: `${percent}%` }} className={value >= 0.8 ? 'good' : value >= 0.5 ? 'warn' : 'bad'} />
      </span>
      {sureness(value)}, {percent} %
    </span>
  );
};

const Notes = ({ label, items }: { readonly label: string; readonly items: readonly string[] }): ReactElement | null =>
  items.length === 0 ? null : (
    <div className="note">
      <dt>{label}</dt>
      <dd>{items.join('; ')}</dd>
    </div>
  );

/** How the question was understood, what was guessed, what was left out, and how sure that is. */
export const Reading = ({
  question,
  answer,
}: {
  readonly question: string;
  readonly answer: GenerateQueryAnswer;
}): ReactElement => (
  <div className="reading">
    <p className="interpretation wrap" title={answer.interpretation}>
      {withReadableTimes(answer.interpretation)}
    </p>
    <Words question={question} chips={answer.chips} />
    <dl>
      <Notes label="assumed" items={answer.assumptions} />
      <Notes label="not used" items={answer.ignored} />
      <div className="note">
        <dt>read by</dt>
        <dd>
          {answer.model_used}
          {answer.knowledge_base_used ? ', with what the data holds' : ''}
        </dd>
      </div>
      {answer.model ? <Notes label="model" items={[modelSentence(answer.model)]} /> : null}
      <div className="note">
        <dt>how sure</dt>
        <dd>
          <Confidence value={answer.confidence} />
        </dd>
      </div>
    </dl>
  </div>
);

import type { Bundle, BundlePart } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { withReadableTimes } from '../result/format-value.ts';
import { PartCard } from './part-card.tsx';
import '../result/result.css';
import './triage.css';

/** What several looks at the data found, those that stand out first. */
export const BundleView = (props: {
  readonly bundle: Bundle;
  readonly ask: (question: string) => void;
}): ReactElement => {
  const { bundle, ask } = props;
  const card = (part: BundlePart): ReactElement => <PartCard key={part.id} part={part} open={ask} />;
  const out = bundle.parts.filter(({ finding }) => finding?.stands_out);
  const calm = bundle.parts.filter(({ finding }) => !finding?.stands_out);
  return (
    <>
      <section className="card triage" aria-label="Looks">
        <h2>{bundle.summary ?? 'Several looks at the data'}</h2>
        <p className="wrap hint">{withReadableTimes(bundle.title)}</p>
        {bundle.ignored.length > 0 && <p className="wrap hint">not used: {bundle.ignored.join('; ')}</p>}
      </section>
      {out.map(card)}
      {calm.length > 0 && (
        <section className="card looks" aria-label="Does not stand out">
          {calm.map(card)}
        </section>
      )}
    </>
  );
};

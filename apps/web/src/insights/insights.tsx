import type { InsightsResponse } from '@clearspan/contracts';
import type { ReactElement } from 'react';
import { useInsights } from './use-insights.ts';
import './insights.css';

const KIND: Readonly<Record<string, string>> = {
  performance: 'speed',
  result: 'result',
  quality: 'quality',
  cost: 'cost',
};

const Complexity = ({
  complexity,
}: {
  readonly complexity: NonNullable<InsightsResponse['complexity']>;
}): ReactElement => (
  <details className="complexity">
    <summary>
      Complexity {complexity.level}, {Math.round(complexity.score)} of 100
    </summary>
    <ul>
      {complexity.parts.map((part) => (
        <li key={part.what}>
          {part.what} <span className="points">+{part.points}</span>
        </li>
      ))}
    </ul>
  </details>
);

const Found = ({ found }: { readonly found: InsightsResponse }): ReactElement => (
  <>
    {found.insights?.length === 0 && <p className="hint">Nothing stands out.</p>}
    {found.insights && found.insights.length > 0 && (
      <ul className="insights">
        {found.insights.map((insight) => (
          <li key={insight.message}>
            <span className={`tag tag-${insight.kind}`}>{KIND[insight.kind] ?? insight.kind}</span>
            <span className="wrap">
              {insight.message}
              {insight.recommendation && <em>{insight.recommendation}</em>}
            </span>
          </li>
        ))}
      </ul>
    )}
    {found.complexity && <Complexity complexity={found.complexity} />}
  </>
);

/** What the background found out about this answer: it comes later than the rows. */
export const Insights = ({ taskId }: { readonly taskId: string }): ReactElement => {
  const state = useInsights(taskId);
  return (
    <section className="card" aria-label="Insights" aria-live="polite">
      <h2>Insights</h2>
      {state.kind === 'waiting' && <p className="hint">Looking at the answer in the background…</p>}
      {state.kind === 'gone' && (
        <p className="hint">
          {state.why} <code>{taskId}</code>
        </p>
      )}
      {state.kind === 'found' && <Found found={state.found} />}
    </section>
  );
};

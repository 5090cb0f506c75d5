import type { QueryResult } from '@clearspan/contracts';
import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { type Chart, chooseChart } from './choose-chart.ts';
import { numberText } from './format-value.ts';
import { inUnit, type Units } from './in-unit.ts';
import { RankingChart } from './ranking-chart.tsx';
import { RecordList } from './record-list.tsx';
import { ResultTable } from './result-table.tsx';
import './result.css';

/** Drawn only where there is a series: its library comes then. */
const SeriesChart = lazy(async () => ({ default: (await import('./series-chart.tsx')).SeriesChart }));

const Drawing = ({ chart }: { readonly chart: Chart }): ReactElement | null => {
  switch (chart.kind) {
    case 'none':
      return null;
    case 'scalar':
      return (
        <p className="scalar">
          <strong title={String(chart.value)}>{inUnit(chart.value, chart.unit) ?? numberText(chart.value)}</strong>
          <span>{chart.name}</span>
        </p>
      );
    case 'ranking':
      return <RankingChart chart={chart} />;
    case 'series':
      return (
        <Suspense fallback={<div className="series-space" />}>
          <SeriesChart chart={chart} />
        </Suspense>
      );
  }
};

const isRecords = (result: QueryResult): boolean =>
  result.columns.length === 0 || result.columns.some((c) => c.path.length <= 1 && c.type === 'object');

const Warnings = ({ result }: { readonly result: QueryResult }): ReactElement | null =>
  result.warnings.length === 0 && !result.truncated ? null : (
    <ul className="findings">
      {result.truncated && (
        <li className="finding finding-warning">
          <span>
            There are more rows than these: the answer was cut. A narrower question, or `limit`, says which are wanted.
          </span>
        </li>
      )}
      {result.warnings.map((warning) => (
        <li key={`${warning.code}${warning.start}`} className="finding finding-warning">
          <code>{warning.code}</code> <span className="wrap">{warning.message}</span>
        </li>
      ))}
    </ul>
  );

interface ResultProps {
  readonly result: QueryResult;
  readonly units: Units;
}

const Rows = ({ result, units }: ResultProps): ReactElement => {
  const chart = useMemo(() => chooseChart(result, units), [result, units]);
  return (
    <>
      <Drawing chart={chart} />
      {isRecords(result) && <RecordList rows={result.rows} />}
      {!isRecords(result) && chart.kind !== 'scalar' && (
        <ResultTable result={result} units={units} drawn={chart.kind !== 'none'} />
      )}
    </>
  );
};

/** The rows: drawn where they make a picture, and as they are, except for one number, which is its own picture. */
export const ResultView = ({ result, units }: ResultProps): ReactElement => (
  <section className="card result" aria-label="Result">
    <Warnings result={result} />
    {result.rows.length > 0 ? (
      <Rows result={result} units={units} />
    ) : (
      <p className="hint nothing">
        No row. The query ran over {numberText(result.scanned_rows)} records and none is left: a longer time, or fewer
        conditions, may find some.
      </p>
    )}
  </section>
);

import type { ReactElement } from 'react';
import type { Chart } from './choose-chart.ts';
import { columnDecimals, numberText } from './format-value.ts';
import { inUnit } from './in-unit.ts';

/** Numbers by name as bars, in the order of the answer. The table below says the same in text. */
export const RankingChart = ({ chart }: { readonly chart: Extract<Chart, { kind: 'ranking' }> }): ReactElement => {
  const decimals = columnDecimals(chart.bars.map((bar) => bar.value));
  const largest = Math.max(...chart.bars.map((b) => b.value), Number.MIN_VALUE);
  return (
    <figure className="ranking" aria-label={`${chart.value} by ${chart.label}`}>
      <figcaption>
        {chart.value} by {chart.label}
      </figcaption>
      <ul>
        {chart.bars.map((bar) => (
          <li key={bar.label}>
            <span className="bar-label" title={bar.label}>
              {bar.label}
            </span>
            <span className="bar-track">
              <span className="bar" style={{ width: `${(bar.value / largest) * 100}%` }} />
            </span>
            <span className="bar-value">{inUnit(bar.value, chart.unit) ?? numberText(bar.value, decimals)}</span>
          </li>
        ))}
      </ul>
      {chart.more > 0 && <p className="hint">and {chart.more} more in the table</p>}
    </figure>
  );
};

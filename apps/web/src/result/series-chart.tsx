import { type ReactElement, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Chart } from './choose-chart.ts';
import { numberText } from './format-value.ts';
import { inUnit } from './in-unit.ts';

const HEIGHT_PX = 230;
const DENSE_POINTS = 60;

/** Ticks by their distance in seconds: the text, and what stands below it where a year, a day or a minute begins. */
const DAY = '\n{YYYY}-{MM}-{DD}';
const CLOCK: uPlot.Axis.Values = [
  [31_536_000, '{YYYY}', null, null, null, null, null, null, 1],
  [2_419_200, '{MMM}', '\n{YYYY}', null, null, null, null, null, 1],
  [86_400, '{MM}-{DD}', '\n{YYYY}', null, null, null, null, null, 1],
  [60, '{HH}:{mm}', DAY, null, DAY, null, null, null, 1],
  [1, '{HH}:{mm}:{ss}', DAY, null, DAY, null, null, null, 1],
  [0.001, ':{ss}.{fff}', '\n{HH}:{mm}', null, '\n{HH}:{mm}', null, '\n{HH}:{mm}', null, 1],
];

/** A token's colour as it is now: a canvas knows nothing of custom properties or of `light-dark()`. */
const colour = (name: string): string => {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
};

type Series = Extract<Chart, { kind: 'series' }>;

const LETTER_PX = 7;
/** As wide as its longest number. */
const axisSize = (_: uPlot, ticks: readonly string[] | null): number =>
  18 + LETTER_PX * Math.max(4, ...(ticks ?? []).map((tick) => tick.length));

const options = (chart: Series, width: number): uPlot.Options => {
  const text = (value: number): string => inUnit(value, chart.unit) ?? numberText(value);
  const ink = colour('--ink-soft');
  const grid = { stroke: colour('--line'), width: 1 };
  const axis = { stroke: ink, grid, ticks: grid, font: '12px system-ui, sans-serif' };
  const clock = { ...axis, space: 70, values: CLOCK };
  return {
    width,
    height: HEIGHT_PX,
    padding: [12, 30, 0, 0],
    legend: { live: true },
    cursor: { points: { size: 7 } },
    scales: { y: { range: (_, min, max) => [Math.min(0, min), max === 0 ? 1 : max * 1.08] } },
    axes: [clock, { ...axis, size: axisSize, values: (_, ticks) => ticks.map(text) }],
    series: [
      { label: 'time', value: '{YYYY}-{MM}-{DD} {HH}:{mm}:{ss}' },
      ...chart.lines.map((line, i) => ({
        label: line.name,
        stroke: colour(`--series-${i + 1}`),
        width: 2,
        points: { show: chart.times.length < DENSE_POINTS, size: 5 },
        ...(chart.lines.length === 1 ? { fill: colour('--series-1-wash') } : {}),
        value: (_: uPlot, value: number | null) => (value === null ? '–' : text(value)),
        spanGaps: false,
      })),
    ],
  };
};

/** Numbers over time. Drawn again when the width or the theme changes. */
export const SeriesChart = ({ chart }: { readonly chart: Series }): ReactElement => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const data: uPlot.AlignedData = [[...chart.times], ...chart.lines.map((line) => [...line.values])];
    let plot = new uPlot(options(chart, host.clientWidth), data, host);
    const redraw = (): void => {
      plot.destroy();
      plot = new uPlot(options(chart, host.clientWidth), data, host);
    };
    const resized = new ResizeObserver(() => plot.setSize({ width: host.clientWidth, height: HEIGHT_PX }));
    resized.observe(host);
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', redraw);
    window.addEventListener('clearspan:theme', redraw);
    return () => {
      resized.disconnect();
      scheme.removeEventListener('change', redraw);
      window.removeEventListener('clearspan:theme', redraw);
      plot.destroy();
    };
  }, [chart]);
  return (
    <figure className="series" aria-label={`${chart.value} over time; the table below has the same figures`}>
      <div ref={place} />
    </figure>
  );
};

import type { CSSProperties, ReactElement } from 'react';
import { durationText } from '../result/format-value.ts';
import type { WaterfallRow } from './waterfall.ts';

/** Levels drawn as indentation; deeper ones keep the last one, so that names stay readable. */
const DEPTH_SHOWN_MAX = 14;
/** Share of the width that the text of a duration needs beside its bar. */
const LABEL_SHARE = 0.2;

/** After the bar where there is room, else before it, else in it. */
const labelPlace = ({ offset, length }: WaterfallRow): { readonly inside: boolean; readonly style: CSSProperties } => {
  const end = offset + length;
  if (end <= 1 - LABEL_SHARE) return { inside: false, style: { left: `${end * 100}%` } };
  if (offset >= LABEL_SHARE) return { inside: false, style: { right: `${(1 - offset) * 100}%` } };
  return { inside: true, style: { right: `${(1 - end) * 100}%` } };
};

export const SpanRow = (props: {
  readonly row: WaterfallRow;
  readonly tone: number;
  readonly open: boolean;
  readonly toggle: () => void;
}): ReactElement => {
  const { row, tone, open, toggle } = props;
  const { span } = row;
  const failed = span.status === 'error';
  const label = labelPlace(row);
  return (
    <button type="button" className={`span-row${open ? ' open' : ''}`} aria-expanded={open} onClick={toggle}>
      <span className="span-name" style={{ paddingInlineStart: `${Math.min(row.depth, DEPTH_SHOWN_MAX) * 14}px` }}>
        <span className={`swatch service-${tone}`} aria-hidden="true" />
        <span className="span-text" title={`${span.service}: ${span.name}`}>
          {span.name}
        </span>
        {row.orphan && (
          <span className="tag tag-orphan" title="Its parent is not here">
            no parent
          </span>
        )}
        {failed && <span className="tag tag-failed">failed</span>}
        <span className="span-service">{span.service}</span>
      </span>
      <span className="span-track">
        <span
          className={`span-bar service-${tone}${failed ? ' failed' : ''}`}
          style={{ left: `${row.offset * 100}%`, width: `max(2px, ${row.length * 100}%)` }}
        />
        <span className={`span-duration${label.inside ? ' inside' : ''}`} style={label.style}>
          {durationText(span.duration_us)}
        </span>
      </span>
    </button>
  );
};

import type { Column, Query, Stage, TimeFrame } from '@clearspan/dataprime';
import * as n from './nodes.ts';
import type { Callers } from './query-ir.ts';

/** Where a span holds what is known of the span above it. */
const ABOVE = 'above';

/** Each span with the service that called it; the spans of one service among themselves are no calls between services. */
export const callerStages = ({ span, parent, service }: Callers, frame: TimeFrame | null): readonly Stage[] => {
  const columns = [n.column(n.plainField(span)), n.column(n.plainField(service), 'caller')];
  const spans: Query = {
    kind: 'query',
    stages: [n.source('spans', frame), n.stage('choose', { columns })],
    span: n.NOWHERE,
  };
  const match = {
    kind: 'on' as const,
    pairs: [{ left: n.sidePath('left', parent), right: n.sidePath('right', span) }],
  };
  return [
    n.stage('join', { mode: 'inner', modeWritten: true, query: spans, match, into: n.columnPath(ABOVE) }),
    n.stage('filter', { condition: n.binary('!=', n.keypath(null, [ABOVE, 'caller']), n.plainField(service)) }),
  ];
};

export const callerKeys = ({ service }: Callers): readonly Column[] => [
  n.column(n.keypath(null, [ABOVE, 'caller']), 'caller'),
  n.column(n.plainField(service), 'called'),
];

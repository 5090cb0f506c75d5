import type { Stage } from '../../ast/stage.ts';
import { type Scope, warn } from '../scope.ts';

/** `groupby k | aggregate f()` yields one row, not one for each group: the bar makes it two commands. */
export const collapsedGroups = (scope: Scope, stage: Stage, next: Stage | undefined): void => {
  if (stage.kind !== 'groupby' || stage.aggregates.length > 0 || next?.kind !== 'aggregate') return;
  const span = { start: stage.span.end, end: next.span.start };
  const fix = { title: 'compute for each group', span, text: ' ' };
  warn(scope, 'DP3007', '`aggregate` after `|` makes one row of all groups', next.keyword.span, fix);
};

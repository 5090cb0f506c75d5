import type { Section } from './section.ts';

export const FIELDS: Section = {
  title: 'Fields',
  rules: [
    ['`$m` and `$l` of logs', 'D S', 'source-logs filter-label filter-label-other'],
    ['`$m`, `$l`, `$d` of spans; durations in microseconds', 'D S', 'source-spans spans-red spans-start'],
    ['`tags` is flat, its keys hold dots, its values are text', 'S', 'spans-errors spans-missing-tag'],
    ['the root of a trace has an empty parent', 'S', 'spans-root spans-filter-id'],
    ['`parentSpanID` is `parentId`', 'S', 'spans-parent-alias'],
  ],
};

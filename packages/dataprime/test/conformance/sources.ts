import type { Section } from './section.ts';

export const SOURCES: Section = {
  title: 'Sources and time',
  rules: [
    ['`logs` and `spans`, by all their spellings', 'D S', 'source-logs source-spans source-spellings'],
    ['data sets of the system are named `system/…`, in quotes or without', 'D S', 'check/check.test.ts'],
    ['tables are data sets: `table`, `default/enrichments/table`', 'D', 'source-table source-table-path join-table'],
    ['parameters of a source are understood; here they select nothing', 'D Di', 'check/check.test.ts'],
    ['`around`, 30 minutes by default', 'D', 'frame-around frame-around-default'],
    [
      '`between`, with `now`, parameters and arithmetic',
      'D',
      'frame-between frame-between-window frame-between-arithmetic',
    ],
    ["`last`, without regard to the caller's window", 'D', 'frame-last frame-last-zero'],
    ['`timeshifted`', 'D', 'frame-timeshifted'],
    ['a time frame of a second query counts for that query alone', 'D', 'union-frames union-frames-apart'],
    ['`$p.timeRange`', 'D S', 'now-is-one hyphen-is-minus'],
    [
      '`$p.x`: a text, several texts, or null for any; numbers by a cast; an unknown one is an error',
      'Di',
      'parameter-text parameter-list parameter-any parameter-number check/check.test.ts',
    ],
    ['DPXL: `<v1>`, comparisons, `&& || !`, five functions', 'D', 'check/dpxl.test.ts dpxl'],
    ['`now` is one for a query', 'D', 'now-is-one'],
  ],
};

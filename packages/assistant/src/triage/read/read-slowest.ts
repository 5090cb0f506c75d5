import { durationText } from '../amount-text.ts';
import { cellsOf } from './cells.ts';
import { placed, type Reader, recordWord } from './reader.ts';

const TRACE_ID = /^[0-9a-f]{32}$/i;

/** The record that took longest, and the trace it is part of. */
export const readSlowest: Reader = ({ part, result }) => {
  const [row] = cellsOf(result);
  const columns = ['at', 'service', 'operation', 'duration'];
  if (row === undefined || row.text('duration') === null)
    return { sentence: `No ${recordWord(part)} with a duration in the window.`, stands_out: false, columns, rows: [] };
  const took = durationText(row.count('duration'), part.unit ?? '');
  const trace = row.text('trace_id');
  const isTrace = trace !== null && TRACE_ID.test(trace);
  const [at, service, operation] = [row.text('at'), row.text('service'), row.text('operation')];
  return {
    sentence: `The slowest ${recordWord(part)} took ${took}: ${placed(operation, service)}${isTrace ? `, in trace ${trace}` : ''}.`,
    stands_out: false,
    columns,
    rows: [[at, service, operation, took]],
    ...(isTrace ? { trace_id: trace } : {}),
  };
};

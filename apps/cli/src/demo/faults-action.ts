import type { FaultList } from '@clearspan/contracts';
import { oneOf } from '../args/one-of.ts';
import { printTable } from '../output/print-table.ts';
import { clockText } from './clock-text.ts';
import type { DemoAction } from './demo-action.ts';

const COLUMNS = ['name', 'service', 'state', 'until', 'summary'].map((name) => ({ name, numeric: false }));

/** `clearspan demo faults`: which there are, and which are on. */
export const faultsAction: DemoAction = {
  options: ['format'],
  wordsMax: 0,
  run: async (_, { parsed, terminal, room }) => {
    const format = oneOf('format', parsed.value('format'), ['table', 'json'], 'table', 'demo');
    const list = await room().get<FaultList>('/faults');
    if (format === 'json') {
      terminal.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
      return;
    }
    const rows = list.faults.map(({ name, service, on, until, summary }) => [
      name,
      service,
      on ? 'on' : 'off',
      until === undefined ? '' : clockText(until),
      summary,
    ]);
    terminal.stdout.write(printTable({ columns: COLUMNS, rows }, terminal));
    if (list.hidden > 0)
      terminal.stdout.write(`${list.hidden} of them on and hidden; \`clearspan demo reveal\` says which\n`);
  },
};

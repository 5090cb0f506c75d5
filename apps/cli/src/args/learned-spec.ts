import type { CommandSpec } from './command-spec.ts';

export const LEARNED_SPEC: CommandSpec = {
  name: 'learned',
  summary: 'List what was learned from corrections, add to it, undo it',
  usage: [
    'learned [list] [--all] [--format table|json] [--url URL]',
    "learned add 'words' = 'value' [--field PATH] | add 'words' --field PATH",
    'learned undo ID | redo ID | promote ID',
  ],
  options: [
    { name: 'all', kind: 'flag', help: 'list: what others have learned too, for who decides for everyone' },
    { name: 'field', kind: 'value', value: 'PATH', help: 'add: the field that is meant, such as $d.region' },
    { name: 'format', kind: 'value', value: 'table|json', help: 'list: table by default' },
    { name: 'url', kind: 'value', value: 'URL', help: 'a running gateway' },
  ],
  positionalsMax: 4,
  examples: ['clearspan learned', "clearspan learned add 'orders svc' = 'checkout'"],
};

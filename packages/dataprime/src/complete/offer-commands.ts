import { COMMANDS, type CommandName } from '../parse/command-names.ts';
import { COMMAND_DOCS } from '../reference/command-docs.ts';
import type { CompletionItem } from './completion.ts';
import { offer } from './offer.ts';
import type { Place } from './place.ts';

/** Commands in the order they are wanted most. */
const COMMON: readonly CommandName[] = ['filter', 'groupby', 'countby', 'orderby', 'limit', 'choose', 'create', 'top'];

const rankOf = (command: CommandName, isFirst: boolean): number => {
  if (command === 'source' && isFirst) return 0;
  const common = COMMON.indexOf(command);
  return common < 0 ? 20 : 1 + common;
};

/** Every command that may stand here; `source` only where a query starts. */
export const offerCommands = ({ word, command: place }: Place): readonly (CompletionItem | null)[] => {
  const isFirst = place === 'first';
  const names = (Object.keys(COMMANDS) as CommandName[]).filter((name) => isFirst || name !== 'source');
  return names.map((name) => {
    const { summary, syntax, example } = COMMAND_DOCS[name];
    return offer(word.typed, rankOf(name, isFirst), {
      kind: 'command',
      label: name,
      detail: summary,
      insert: `${name} `,
      documentation: `${syntax}\nExample: \`${example}\``,
    });
  });
};

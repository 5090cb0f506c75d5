import type { AliasContent, LearnedContent, MemoryContent } from '@clearspan/contracts';
import type { LearnedFrom } from './learned.ts';

/** One thing that was learned, in a sentence. */
export const learnedText = (content: LearnedContent): string => {
  switch (content.kind) {
    case 'alias':
      return content.target.kind === 'value'
        ? `"${content.phrase}" is read as ${content.target.value} (${content.target.field})`
        : `"${content.phrase}" is read as the field ${content.target.field}`;
    case 'avoid':
      return `"${content.phrase}" is less likely read as ${content.value} (${content.field})`;
    case 'memory':
      return `questions like "${content.question}" are more likely read as ${content.query}`;
  }
};

const fromText = ({ scope, origin, at }: LearnedFrom): string => {
  const day = at.slice(0, 10);
  if (origin === 'hand') return scope === 'user' ? `as you wrote down on ${day}` : `as was written down on ${day}`;
  switch (scope) {
    case 'user':
      return `learned from your correction of ${day}`;
    case 'team':
      return `learned from corrections of your team, ${day}`;
    case 'global':
      return `learned for everyone, ${day}`;
  }
};

/** What an answer says that read words by an alias. */
export const learnedNote = (alias: AliasContent & LearnedFrom): string => {
  const meant = alias.target.kind === 'value' ? alias.target.value : alias.target.field;
  return `"${alias.phrase}" is read as ${meant} (${fromText(alias)})`;
};

/** What an answer says that was ranked first because of one that was accepted. */
export const memoryNote = (memory: MemoryContent & LearnedFrom): string =>
  `read like "${memory.question}" (${memory.scope === 'user' ? 'accepted by you' : 'accepted'} on ${memory.at.slice(0, 10)})`;

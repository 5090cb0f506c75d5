import type { LearnedContent } from '@clearspan/contracts';
import { keyOfPhrase } from './alias-phrase.ts';

/** What makes two lessons the same one, whoever they come from. */
export const learnedKey = (content: LearnedContent): string => {
  switch (content.kind) {
    case 'alias': {
      const { target } = content;
      return JSON.stringify([keyOfPhrase(content.phrase), target.field, target.kind === 'value' ? target.value : null]);
    }
    case 'avoid':
      return JSON.stringify([keyOfPhrase(content.phrase), content.field, content.value]);
    case 'memory':
      return JSON.stringify([content.form, content.shape]);
  }
};

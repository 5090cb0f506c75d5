import { declined, type QuestionItem } from './item.ts';

/** What will happen, and who did. */
export const WHO_WILL: readonly QuestionItem[] = [
  declined('who will win the cup final?', 'refuse'),
  declined('who is going to win tonight?', 'refuse'),
  declined("who's going to complain first", 'refuse'),
  declined('and who will be hit tomorrow', 'refuse'),
];

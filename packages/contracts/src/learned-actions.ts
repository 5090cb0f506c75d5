import type { Caller } from './caller.ts';
import type { LearnedAction, LearnedRecord } from './learned.ts';

const isOwn = ({ scope, owner }: Pick<LearnedRecord, 'scope' | 'owner'>, { user, team, admin }: Caller): boolean => {
  switch (scope) {
    case 'user':
      return owner === user;
    case 'team':
      return owner === team;
    case 'global':
      return admin;
  }
};

/** What a caller may do about something that was learned: undo what counts for them, and as an admin let it count for everyone. */
export const learnedActionsOf = (
  record: Pick<LearnedRecord, 'scope' | 'owner' | 'active' | 'content'>,
  caller: Caller,
): LearnedAction[] => [
  ...(isOwn(record, caller) ? [record.active ? ('undo' as const) : ('redo' as const)] : []),
  ...(caller.admin && record.active && record.scope !== 'global' && record.content.kind === 'alias'
    ? ['promote' as const]
    : []),
];

/** From last to first: a task of a later name is started before any task of an earlier one. */
export const PRIORITIES = ['low', 'normal', 'high', 'critical'] as const;
export type TaskPriority = (typeof PRIORITIES)[number];

/** 0 for `low` to 3 for `critical`: what stores sort by. */
export const priorityRank = (priority: TaskPriority): number => PRIORITIES.indexOf(priority);

export type { Durability } from './database.ts';
export type { SqliteTaskOptions } from './options.ts';
export { openSqliteTasks } from './sqlite-tasks.ts';
export type { TurnLimits } from './turns.ts';

import { BACKEND_FAULTS } from './backend-faults.ts';
import { DATABASE_FAULTS } from './database-faults.ts';
import { FRONTEND_FAULTS } from './frontend-faults.ts';

/** Every fault of the shop. What stands here is what the routes, the command line, the page, the quiz and the tests know. */
export const FAULTS = { ...FRONTEND_FAULTS, ...BACKEND_FAULTS, ...DATABASE_FAULTS } as const;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

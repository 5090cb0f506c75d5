import type { FaultList } from '@clearspan/contracts';
import type { DemoAction } from './demo-action.ts';

/** `clearspan demo off`: every fault, the incident and the quiz. */
export const offAction: DemoAction = {
  options: [],
  wordsMax: 0,
  run: async (_, { terminal, room }) => {
    await room().del<FaultList>('/faults');
    terminal.stdout.write('every fault is off\n');
  },
};

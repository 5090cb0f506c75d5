import type { FunctionNote, FunctionNotes } from '../function-note.ts';

const random = (expression: string): FunctionNote => ({
  parameters: {},
  nulls: 'Never null.',
  notes: ['Each row and each call has one of its own.'],
  volatile: [expression],
  see: ['isUuid'],
});

export const UUID_NOTES: FunctionNotes = {
  isUuid: {
    parameters: { uuid: 'the text' },
    notes: [
      '32 hexadecimal digits of either case in groups of 8, 4, 4, 4 and 12 with hyphens; of any version, without braces.',
    ],
    examples: ["isUuid('0af76519-16cd-43dd-8448-eb211c80319c')", "isUuid('0af7651916cd43dd8448eb211c80319c')"],
    see: ['randomUuid'],
  },
  randomUuid: random('randomUuid()'),
  uuid: random('uuid()'),
};

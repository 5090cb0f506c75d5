import { COMMANDS } from './commands.ts';
import { EXPRESSIONS } from './expressions.ts';
import { FIELDS } from './fields.ts';
import { FUNCTIONS } from './functions.ts';
import { LIMITS } from './limits.ts';
import type { Section } from './section.ts';
import { SOURCES } from './sources.ts';
import { TEXT } from './text.ts';
import { TYPES } from './types-and-null.ts';

export const SECTIONS: readonly Section[] = [TEXT, TYPES, EXPRESSIONS, COMMANDS, SOURCES, FUNCTIONS, FIELDS, LIMITS];

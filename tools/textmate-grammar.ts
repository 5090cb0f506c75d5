/**
 * Writes the TextMate grammar of DataPrime from the tables of the language: `node tools/textmate-grammar.ts`.
 * Editors colour by it at once; the language server then says what words mean where they stand.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPRESSION_RULES } from './textmate/expression-rules.ts';
import { SCOPE } from './textmate/rule.ts';
import { STAGE_RULES } from './textmate/stage-rules.ts';

export const GRAMMAR_FILE: string = join(import.meta.dirname, '../editors/vscode/syntaxes/dataprime.tmLanguage.json');

/** The grammar as it stands in the file. */
export const grammarText = (): string =>
  `${JSON.stringify(
    {
      $comment: 'Written by tools/textmate-grammar.ts',
      name: 'DataPrime',
      scopeName: SCOPE,
      patterns: [{ include: '#query' }],
      repository: { ...STAGE_RULES, ...EXPRESSION_RULES },
    },
    null,
    2,
  )}\n`;

if (import.meta.main) writeFileSync(GRAMMAR_FILE, grammarText());

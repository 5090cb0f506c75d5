import { diagnostic, QUERY_CHARS_MAX } from '@clearspan/contracts';
import { z } from 'zod';
import { mendingOf, mendingText } from '../failure-text.ts';
import { type McpTool, mcpTool } from '../mcp-tool.ts';

const DIAGNOSTICS_MAX = 50;

/** `check_dataprime`: everything that is to say about a query, without running it. */
export const checkDataprime: McpTool = mcpTool({
  name: 'check_dataprime',
  title: 'Check a DataPrime query',
  description: `Says what is wrong with a DataPrime query, where, and how to mend it, without running it: errors, fields the data does not have, and what is legal but probably not what is wanted.
\`corrected\` is the query with the fixes in it; null when there is none to make.`,
  input: z.object({ query: z.string().min(1).max(QUERY_CHARS_MAX).describe('DataPrime') }),
  output: z.object({
    valid: z.boolean().describe('Whether it runs'),
    diagnostics: z.array(diagnostic).describe('`start` and `end` are UTF-16 units of the query'),
    corrected: z.string().nullable(),
    corrected_is_valid: z.boolean().nullable(),
    near_fields: z.array(z.string()).describe('Fields of the data that unknown ones may stand for'),
  }),
  run: async ({ query }, toolCall) => {
    const mending = await mendingOf(query, toolCall, true);
    const { diagnostics, corrected, remaining, near } = mending;
    const valid = diagnostics.every(({ severity }) => severity !== 'error');
    const head = valid ? 'The query is valid.' : 'The query is not valid.';
    return {
      kind: 'done',
      value: {
        valid,
        diagnostics: diagnostics.slice(0, DIAGNOSTICS_MAX),
        corrected,
        corrected_is_valid: corrected === null ? null : remaining.length === 0,
        near_fields: [...near],
      },
      text: diagnostics.length === 0 ? head : `${head}\n\n${mendingText(query, mending)}`,
    };
  },
});

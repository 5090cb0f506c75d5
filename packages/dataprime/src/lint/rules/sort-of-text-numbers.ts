import { textAt } from '../edits.ts';
import type { Rule } from '../rule.ts';

/** Names of what is counted or measured. */
const NUMERIC =
  /(?:^|[._-])(?:code|status|count|size|bytes|length|duration|latency|elapsed|took|ms|port|age|retries|attempts|total)$/i;

/** Text is sorted letter by letter: `10` before `9`. */
export const sortOfTextNumbers: Rule = {
  code: 'DP5007',
  severity: 'warning',
  find: (input) =>
    input.stages.flatMap((stage) => {
      if (stage.kind !== 'sort') return [];
      return stage.keys.flatMap(({ expr }) => {
        if (expr.kind !== 'field' || expr.type.kind !== 'string' || !NUMERIC.test(String(expr.path.at(-1)))) return [];
        const text = `${textAt(input, expr.span)}:number`;
        return [
          {
            span: expr.span,
            message: `expected a number to sort by, found text: \`10\` comes before \`9\``,
            fix: { title: `Write \`${text}\``, span: expr.span, text },
          },
        ];
      });
    }),
};

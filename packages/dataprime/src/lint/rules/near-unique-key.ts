import type { TypedExpr } from '../../check/checked.ts';
import { pathText } from '../../check/path.ts';
import { textAt } from '../edits.ts';
import type { Finding, LintInput, Rule } from '../rule.ts';
import { bare } from '../same-expr.ts';

/** From this share of different values on, groups are hardly smaller than the rows. */
const distinctShareMin = 0.5;
/** Few rows are grouped quickly, however different. */
const distinctMin = 1_000;

/** Fields that differ in every row by what they are. */
const UNIQUE: ReadonlySet<string> = new Set(['$m.logid', 'spanID']);

const ofField = (input: LintInput, expr: TypedExpr): Omit<Finding, 'span'> | null => {
  const key = bare(expr);
  if (key.kind !== 'field') return null;
  const name = pathText(key.root, key.path);
  if (key.type.kind === 'timestamp') {
    const text = `${textAt(input, key.span)} / 1m`;
    return {
      message: `\`${name}\` differs in nearly every row; \`${text}\` makes one group a minute`,
      fix: { title: `Write \`${text}\``, span: key.span, text },
    };
  }
  if (UNIQUE.has(name)) return { message: `\`${name}\` differs in every row: each group has one row` };
  const known = input.options.cardinality?.(key.root, key.path) ?? null;
  if (known === null || known.distinct < distinctMin || known.distinct < known.rows * distinctShareMin) return null;
  return {
    message: `\`${name}\` has ${known.distinct} values in ${known.rows} rows: groups are hardly larger than rows`,
  };
};

/** Groups of one row each cost memory and say nothing. */
export const nearUniqueKey: Rule = {
  code: 'DP5002',
  severity: 'warning',
  find: (input) =>
    input.stages.flatMap((stage) =>
      stage.kind !== 'group' || stage.command === 'distinct'
        ? []
        : stage.keys.flatMap(({ expr }) => {
            const finding = ofField(input, expr);
            return finding === null ? [] : [{ span: expr.span, ...finding }];
          }),
    ),
};

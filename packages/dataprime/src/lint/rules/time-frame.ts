import { conjuncts, some } from '../../plan/walk.ts';
import type { LintInput, Rule } from '../rule.ts';
import { bare } from '../same-expr.ts';

const boundsTime = ({ stages }: LintInput): boolean =>
  stages.some(
    (stage) =>
      stage.kind === 'filter' &&
      conjuncts(stage.condition).some(
        (condition) =>
          condition.kind === 'binary' &&
          some(bare(condition.left), (node) => node.kind === 'field' && node.type.kind === 'timestamp'),
      ),
  );

/** The window is then the caller's, which the text does not show. */
export const timeFrame: Rule = {
  code: 'DP5001',
  severity: 'info',
  find: (input) => {
    const [source] = input.parsed.query.stages;
    if (input.options.windowGiven === true || input.query.source.frame !== null || boundsTime(input)) return [];
    if (source?.kind !== 'source') return [];
    const { end } = source.span;
    return [
      {
        span: source.span,
        message: "expected a time frame such as `last 1h`, found none: the caller's window is read",
        fix: { title: 'Write `last 1h`', span: { start: end, end }, text: ' last 1h' },
      },
    ];
  },
};

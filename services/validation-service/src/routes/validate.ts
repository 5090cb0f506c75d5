import { validateRequest, validation } from '@clearspan/contracts';
import { applyFix, check, complexity, type Diagnostic, parse, type SchemaSource } from '@clearspan/dataprime';
import { inSpan } from '@clearspan/instrumentation';
import type { ServiceApp } from '@clearspan/service-kit';
import { enhancements, suggestions } from '../core/enhancements.ts';
import { syntaxScore } from '../core/syntax-score.ts';

/** `POST /validate`: what the checker says of a query, against the schema of the data when it is known. */
export const validateRoute = (app: ServiceApp, schema: () => Promise<SchemaSource | null>): void => {
  app.post(
    '/validate',
    {
      config: { span: 'validation_service.validate_dataprime_query' },
      schema: { body: validateRequest, response: { 200: validation } },
    },
    async (request) => {
      const started = performance.now();
      const { query } = request.body;
      const { diagnostics, query: checked } = await inSpan('validation_service.syntax_analysis', {}, async () =>
        check(parse(query), { schema: await schema() }),
      );
      // A query with errors has no resolved tree to measure.
      const measured = checked ? complexity(checked) : null;
      const finding = ({ code, message, span, fix }: Diagnostic) => ({
        code,
        message,
        start: span.start,
        end: span.end,
        ...(fix ? { fix: { title: fix.title, query: applyFix(query, fix) } } : {}),
      });
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
      const better = inSpan('validation_service.enhancement_suggestions', {}, () => ({
        suggestions: suggestions(query, diagnostics),
        enhancements: enhancements(query, diagnostics),
      }));
      const score = syntaxScore(diagnostics);
      request.span?.setAttributes({
        'validation.score': score,
        'validation.is_valid': errors.length === 0,
        'validation.warnings_count': warnings.length,
        ...(measured ? { 'complexity.level': measured.level } : {}),
      });
      return {
        is_valid: errors.length === 0,
        syntax_score: score,
        complexity_score: measured?.score ?? 0,
        warnings: warnings.map(finding),
        errors: errors.map(finding),
        ...better,
        processing_time_ms: Math.round((performance.now() - started) * 1000) / 1000,
      };
    },
  );
};

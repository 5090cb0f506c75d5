import { validateRequest, validation } from '@clearspan/contracts';
import { check, complexityOf, type Diagnostic, parse, type SchemaSource } from '@clearspan/dataprime';
import { inSpan } from '@clearspan/instrumentation';
import type { ServiceApp } from '@clearspan/service-kit';
import { applyFix, enhancements, suggestions } from '../core/enhancements.ts';
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
      const { diagnostics, complexity } = await inSpan('validation_service.syntax_analysis', {}, async () => {
        const parsed = parse(query);
        return { ...check(parsed, { schema: await schema() }), complexity: complexityOf(parsed.query) };
      });
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
        'complexity.level': complexity.level,
      });
      return {
        is_valid: errors.length === 0,
        syntax_score: score,
        complexity_score: complexity.score,
        warnings: warnings.map(finding),
        errors: errors.map(finding),
        ...better,
        processing_time_ms: Math.round((performance.now() - started) * 1000) / 1000,
      };
    },
  );
};

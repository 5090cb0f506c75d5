import { expect, it } from 'vitest';
import { quietDiagnostics } from '../src/quiet-diagnostics.ts';

it('says one thing a minute and how many it kept back', () => {
  const written: string[] = [];
  let nowMs = 0;
  const logger = quietDiagnostics(
    (line) => written.push(line),
    () => nowMs,
  );
  logger.warn('first');
  for (let i = 0; i < 5; i++) logger.error('again');
  logger.info('never');
  nowMs = 60_000;
  logger.error('a minute later');
  expect(written).toEqual(['telemetry: first\n', 'telemetry: a minute later (5 more since the last one)\n']);
});

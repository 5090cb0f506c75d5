import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgress, progressLine } from '../../src/output/progress.ts';

test.each([
  [{ bytesRead: 0, bytesTotal: 1e9 }, 2_000, '[····················] 0 B of 1.0 GB · 0 B/s'],
  [{ bytesRead: 256e6, bytesTotal: 1e9 }, 20_000, '[#####···············] 256 MB of 1.0 GB · 12.8 MB/s · 58 s left'],
  [{ bytesRead: 1e9, bytesTotal: 1e9 }, 80_000, '[####################] 1.0 GB of 1.0 GB · 12.5 MB/s · 0 s left'],
  [{ bytesRead: null, bytesTotal: 5e9 }, 12_000, 'reading 5.0 GB · 12 s'],
])('%j after %d ms', (step, ms, line) => {
  expect(progressLine(step, ms)).toBe(line);
});

const drive = (stderrColumns: number | undefined, timesMs: readonly number[]): string => {
  let text = '';
  let nowMs = 0;
  const stderr = new Writable({
    write: (chunk, _, done) => {
      text += String(chunk);
      done();
    },
  });
  const progress = createProgress({ stderr, ...(stderrColumns === undefined ? {} : { stderrColumns }) }, () => nowMs);
  for (const ms of timesMs) {
    nowMs = ms;
    progress.at({ bytesRead: ms, bytesTotal: 10_000 });
  }
  progress.end();
  progress.end();
  return text;
};

test('it is drawn after a second, now and then, and erased', () => {
  expect(drive(60, [1, 500, 999])).toBe('');
  expect(drive(20, [1_000, 1_050, 2_000]).replaceAll('\r\x1b[2K', '|')).toBe(
    '|[##················|[####··············|',
  );
});

test('never where stderr is no terminal', () => {
  expect(drive(undefined, [1_000, 2_000])).toBe('');
});

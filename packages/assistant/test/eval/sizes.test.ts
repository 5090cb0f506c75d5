import { expect, test } from 'vitest';
import { setSizes, unitItems } from '../../eval/figures/sizes.ts';

test('there are as many questions as a release is measured with', () => {
  const blind = setSizes().find(({ name }) => name === 'blind when first asked');
  expect(blind?.all).toBeGreaterThanOrEqual(200 + 40 + 120);
  expect(blind?.inDialogues).toBeGreaterThanOrEqual(40);
  expect(blind?.decisions).toBeGreaterThanOrEqual(120);
  expect(unitItems()).toBeGreaterThanOrEqual(400);
});

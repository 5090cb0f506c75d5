import { defineConfig } from 'vitest/config';

/** Unit, golden, conformance and property tests. `e2e/` runs against the system as shipped, by its own configuration. */
export default defineConfig({
  test: {
    include: ['{packages,services,apps,examples}/*/test/**/*.test.ts', 'tools/test/**/*.test.ts'],
    passWithNoTests: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});

import { defineConfig } from 'vitest/config';

/** The system as shipped: started by its own command, asked over its own ports. One file at a time: two cores. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/e2e/helpers/build.ts'],
    // Most tests wait for a program: on two cores, vitest's own choice would be one at a time.
    maxWorkers: '100%',
    // No test leaves a mock or a variable behind, so the modules are evaluated once a worker: a third of the suite's time without.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

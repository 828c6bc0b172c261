/**
 * Istanbul counts branches on the TypeScript that was written (babel-plugin-istanbul runs before the types are
 * stripped), so what is asked of `core` is about our branches and not about those of emitted code.
 */

/** What is counted, and tested by itself: no package is built for it and no watch is run. */
const COUNTED = ['core', 'phone', 'setting'];

/** What is tried with `npm run test:tools`: all around the app, and the app in a browser and in pictures. */
const TOOLS = ['browser', 'docs', 'preview', 'probe', 'scripts'];

/** These try what other tests reach as well, thousands of times, and would be three times as slow if they were counted. */
const TRIED_OFTEN = ['core/session/laws', 'core/reminder/stories', 'setting/spoken'];

const often = TRIED_OFTEN.map((file) => `${file}\\.`).join('|');
const testsIn = (folders) => folders.map((folder) => `**/test/${folder}/**/*.test.ts`);

/** Rules that count their branches are three times as slow, and what is run here runs little else. */
const uncounted = { coveragePathIgnorePatterns: ['/'] };

/** @type {import('jest').Config} */
const common = {
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/seed.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/test-transform.cjs' },
};

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  projects: [
    {
      ...common,
      displayName: 'rules',
      testMatch: testsIn(COUNTED),
      testPathIgnorePatterns: ['/node_modules/', `<rootDir>/test/(?:${often})`],
    },
    {
      ...common,
      ...uncounted,
      displayName: 'app',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        `<rootDir>/test/(?!${often})(?:${[...COUNTED, ...TOOLS].join('|')})/`,
      ],
    },
    {
      ...common,
      ...uncounted,
      displayName: 'tools',
      testMatch: testsIn(TOOLS),
    },
  ],
  reporters: ['default', '<rootDir>/scripts/count-reporter.cjs'],
  testSequencer: '<rootDir>/scripts/test-order.cjs',
  maxWorkers: 2,
  // Worlds of watches are let go of late; a worker that is begun anew has the memory back at once.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 1_800_000,
  collectCoverageFrom: COUNTED.flatMap((folder) => [`${folder}/**/*.ts`, '!**/*.d.ts']),
  coverageProvider: 'babel',
  coverageDirectory: 'coverage',
  coverageReporters: ['text', 'lcovonly'],
  coverageThreshold: {
    // What only random cases reach is not reached on every day.
    './core/': { branches: 98, functions: 99, lines: 99, statements: 99 },
    './phone/': { branches: 95, functions: 95, lines: 95, statements: 95 },
    './setting/': { branches: 95, functions: 95, lines: 95, statements: 95 },
  },
};

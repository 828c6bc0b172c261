/**
 * Istanbul counts branches on the TypeScript that was written (babel-plugin-istanbul runs before the types are
 * stripped), so the required coverage of `core` is that of our branches, not of those in emitted code.
 */

/** The folders whose coverage is measured, and whose tests need neither a built package nor a virtual watch. */
const COUNTED = ['core', 'phone', 'setting'];

/** The folders that `npm run test:tools` tests: what is around the app, and the app in a browser and in pictures. */
const TOOLS = ['browser', 'docs', 'preview', 'probe', 'scripts'];

/** Tests of other folders that belong to the same set, because they look at every drawn screen of every size. */
const DRAWN = [
  'page/care-views',
  'page/other-views',
  'page/session-view',
  'page/start-view',
  'page/summary-view',
  'virtual-watch/spoken',
];

/** These repeat thousands of times what other tests cover too; measuring coverage would make them three times as slow. */
const TRIED_OFTEN = [
  'core/reminder/stories',
  'core/session/laws',
  'phone/history/library-laws',
  'setting/out-in-parts',
  'setting/refused-writes',
  'setting/spoken',
];

const named = (files) => files.map((file) => `${file}\\.`).join('|');
const testsIn = (folders) => folders.map((folder) => `**/test/${folder}/**/*.test.ts`);

/** Measuring the coverage of the rules makes them three times as slow, and these tests run little else. */
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
      testPathIgnorePatterns: ['/node_modules/', `<rootDir>/test/(?:${named(TRIED_OFTEN)})`],
    },
    {
      ...common,
      ...uncounted,
      displayName: 'app',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        `<rootDir>/test/(?!${named(TRIED_OFTEN)})(?:${[...COUNTED, ...TOOLS].join('|')})/`,
        `<rootDir>/test/(?:${named(DRAWN)})`,
      ],
    },
    {
      ...common,
      ...uncounted,
      displayName: 'tools',
      testMatch: [...testsIn(TOOLS), ...DRAWN.map((file) => `**/test/${file}.test.ts`)],
    },
  ],
  reporters: ['default', '<rootDir>/scripts/count-reporter.cjs'],
  testSequencer: '<rootDir>/scripts/test-order.cjs',
  maxWorkers: 2,
  // The memory of script worlds is freed late; restarting a worker frees it at once.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 1_800_000,
  collectCoverageFrom: COUNTED.flatMap((folder) => [`${folder}/**/*.ts`, '!**/*.d.ts']),
  coverageProvider: 'babel',
  coverageDirectory: 'coverage',
  coverageReporters: ['text', 'lcovonly'],
  coverageThreshold: {
    // Branches that only random cases reach are not reached every day.
    './core/': { branches: 98, functions: 99, lines: 99, statements: 99 },
    './phone/': { branches: 95, functions: 95, lines: 95, statements: 95 },
    './setting/': { branches: 95, functions: 95, lines: 95, statements: 95 },
  },
};

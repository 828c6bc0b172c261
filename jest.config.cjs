/**
 * Istanbul counts branches on the TypeScript that was written (babel-plugin-istanbul runs before the types are
 * stripped), so the 100 % asked of `core` is about our branches and not about those of emitted code.
 */

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/seed.ts'],
  transform: {
    '\\.ts$': [
      'babel-jest',
      {
        babelrc: false,
        configFile: false,
        presets: [
          ['@babel/preset-env', { targets: { node: '20' } }],
          ['@babel/preset-typescript', { onlyRemoveTypeImports: true }],
        ],
      },
    ],
  },
  reporters: ['default', '<rootDir>/scripts/count-reporter.cjs'],
  maxWorkers: 2,
  // Worlds of watches are let go of late; a worker that is begun anew has the memory back at once.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 1_800_000,
  collectCoverageFrom: ['core/**/*.ts', '!**/*.d.ts'],
  coverageProvider: 'babel',
  coverageDirectory: 'coverage',
  coverageReporters: ['text', 'lcovonly'],
  coverageThreshold: {
    './core/': { branches: 100, functions: 100, lines: 100, statements: 100 },
  },
};

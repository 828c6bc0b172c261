/**
 * Ends a test run with one plain line that other programs can read: `12 passed, 0 failed, 1 skipped`.
 * A file that cannot even be loaded counts as one failure, since none of its tests could run. It is written as the
 * process ends, because jest prints a summary of its own after every other reporter.
 */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
};

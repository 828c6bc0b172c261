/**
 * Reports the progress of a test run and its remaining time, even when no test finishes for a while. At the end it
 * reports how many stories were told, and a plain line that other programs can read: `12 passed, 0 failed, 1 skipped`.
 * A file that cannot be loaded counts as one failure, since none of its tests could run. The line is written as the
 * process ends, because jest prints its own summary after every other reporter.
 */
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { clearTimeout, setTimeout } = require('node:timers');
const { timeLeft } = require('./time-left.cjs');

/** The longest silence, in ms. On a terminal, jest itself tells every second what it is at. */
const LONGEST_SILENCE = process.stdout.isTTY ? 20_000 : 2_500;

module.exports = class CountReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
    this.stories = join(rootDir, 'build', 'stories');
    this.running = new Set();
    this.done = 0;
  }

  onRunStart(results, { estimatedTime }) {
    this.known = estimatedTime;
    this.all = results.numTotalTestSuites;
    this.begun = Date.now();
    rmSync(this.stories, { recursive: true, force: true });
    this.wait();
  }

  onTestFileStart({ path }) {
    this.running.add(path);
  }

  onTestFileResult({ path }) {
    this.running.delete(path);
    this.done += 1;
    this.say('');
  }

  onRunComplete(_contexts, results) {
    clearTimeout(this.silence);
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    const stories = storiesIn(this.stories);
    const told = stories.map(sentenceOf);
    mkdirSync(join(this.rootDir, 'build'), { recursive: true });
    writeFileSync(
      join(this.rootDir, 'build', 'last-run.json'),
      JSON.stringify({ passed: results.numPassedTests, failed, stories }),
    );
    process.once('exit', () => process.stdout.write([...told, line].map((each) => `${each}\n`).join('')));
  }

  /** Repeats the progress after a silence, until something else is reported. */
  wait() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      const names = [...this.running].map((path) => relative(this.rootDir, path));
      this.say(`, still at ${names.join(' and ')}`);
    }, LONGEST_SILENCE);
    this.silence.unref();
  }

  say(more) {
    const seconds = Math.round((Date.now() - this.begun) / 1000);
    const left = timeLeft({ seconds, done: this.done, all: this.all, known: this.known });
    process.stdout.write(`${this.done} of ${this.all} files after ${seconds} s${left}${more}\n`);
    this.wait();
  }
};

/** The numbers that each kind of story has recorded (test/stories.ts). */
function storiesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

function sentenceOf({ name, fixed, told, seconds }) {
  return `${name} stories: ${fixed} fixed, ${told} of the day in ${seconds} s`;
}

/**
 * Estimates the remaining time of a test run, as `, about 4 min left`; empty if it would be a guess. `known` is what
 * jest remembers of earlier runs, in seconds, or 0. Files it does not know are assumed to take equally long.
 */
function timeLeft({ seconds, done, all, known }) {
  if (done === all) return '';
  if (known > seconds) return inWords(known - seconds);
  const isEarly = seconds < 10 || done * 10 < all;
  return isEarly ? '' : inWords((seconds / done) * (all - done));
}

function inWords(seconds) {
  const about = seconds < 90 ? `${Math.ceil(seconds / 10) * 10} s` : `${Math.round(seconds / 60)} min`;
  return `, about ${about} left`;
}

module.exports = { timeLeft };

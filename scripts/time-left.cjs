/**
 * Says how long a test run may still take, as `, about 4 min left`; nothing where that would be a guess. `known` is what jest
 * remembers of the last runs, in seconds, 0 when it remembers nothing; beyond it, and without it, files are taken as equally long.
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

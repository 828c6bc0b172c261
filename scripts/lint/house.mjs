/** The rules of this project that no linter has: who may import whom, and what the watch's compiler refuses. */
import { watchScripts } from './watch-scripts.mjs';
import { whoImportsWhom } from './who-imports-whom.mjs';

export default {
  meta: { name: 'house' },
  rules: { 'who-imports-whom': whoImportsWhom, 'watch-scripts': watchScripts },
};

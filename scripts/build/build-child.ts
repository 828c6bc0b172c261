/**
 * A build in a process of its own, started by `build-apart.ts`. It sends its parent each step, then the path of the
 * package or why it could not be built.
 */
import { messageOf } from '../thrown';
import { ensurePackage } from './ensure-package';
import type { BuildStep } from './step';

export type ChildWord =
  { readonly step: BuildStep } | { readonly path: string } | { readonly failure: string };

const tell = (word: ChildWord): void => {
  process.send?.(word);
};

// If the parent is gone, nobody waits for the package.
process.on('disconnect', () => process.exit());

void ensurePackage(undefined, (step) => tell({ step }))
  .then((path) => tell({ path }))
  .catch((error: unknown) => tell({ failure: messageOf(error) }))
  .finally(() => {
    process.disconnect();
  });

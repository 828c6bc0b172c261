/**
 * A build as a process of its own (`build-apart.ts` begins it): its parent is told each step, then the path of the package
 * or what keeps it from being made.
 */
import { messageOf } from '../thrown';
import { ensurePackage } from './ensure-package';
import type { BuildStep } from './step';

export type ChildWord =
  { readonly step: BuildStep } | { readonly path: string } | { readonly failure: string };

const tell = (word: ChildWord): void => {
  process.send?.(word);
};

// Nobody waits for the package of a parent that is gone.
process.on('disconnect', () => process.exit());

void ensurePackage(undefined, (step) => tell({ step }))
  .then((path) => tell({ path }))
  .catch((error: unknown) => tell({ failure: messageOf(error) }))
  .finally(() => {
    process.disconnect();
  });

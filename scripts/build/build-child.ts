/**
 * A build in a process of its own, started by `build-apart.ts` with what is to be built. It sends its parent each step,
 * then the path of the package or why it could not be built.
 */
import { PROJECT } from '../run';
import { messageOf } from '../thrown';
import { ensureDraft } from './draft';
import { ensurePackage } from './ensure-package';
import type { BuildStep } from './step';

/** A package as it ships, or a draft to look at. */
export type Built = 'package' | 'draft';

export type ChildWord =
  { readonly step: BuildStep } | { readonly path: string } | { readonly failure: string };

const tell = (word: ChildWord): void => {
  process.send?.(word);
};

// If the parent is gone, nobody waits for the package.
process.on('disconnect', () => process.exit());

const ensure = process.argv[2] === 'draft' ? ensureDraft : ensurePackage;
void ensure(PROJECT, (step) => tell({ step }))
  .then((path) => tell({ path }))
  .catch((error: unknown) => tell({ failure: messageOf(error) }))
  .finally(() => {
    process.disconnect();
  });

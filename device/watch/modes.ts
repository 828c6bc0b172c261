import { getSystemMode } from '@zos/settings';

/** Whether the watch swallows vibrations now: do-not-disturb, sleep or theatre mode (docs/platform.md). */
export function isSilenced(): boolean {
  const { DND, sleep, theater } = getSystemMode();
  return DND || sleep || theater;
}

import { LEDGER_FILE } from '../../core/link/ledger-file';
import type { Disk } from '../watch/disk';
import { openStored } from './stored-file';

/**
 * The records without those that the person deleted on the phone, as far as the phone has told. They stay in the outbox
 * until newer ones take their place, but count nowhere.
 */
export function withoutDeleted<Kept extends { readonly id: string }>(
  disk: Disk,
  records: readonly Kept[],
): readonly Kept[] {
  if (records.length === 0) return records;
  const { deleted } = openStored(disk, LEDGER_FILE).value();
  return records.filter(({ id }) => !deleted.some((rest) => id.endsWith(`-${rest}`)));
}

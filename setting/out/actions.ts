import type { ImportPreview } from '../../phone/out/import';
import { importNow, previewImport } from '../../phone/out/import';
import type { BackupProblem } from '../../phone/out/backup';
import type { Result } from '../../core/result';
import type { PhoneClock } from '../../phone/phone-state';
import { putPageView } from '../../phone/page-view';
import type { Storage } from '../../phone/storage';
import type { Attempt } from '../attempt';

/** Puts a text on the clipboard of the phone; may fail without a word. */
export type Clipboard = (text: string) => void;

/** What a person can do to bring data out and in. */
export interface OutActions {
  /** Nothing where there is no clipboard. */
  readonly copy: Clipboard | undefined;
  /** Looks at a backup that was pasted. */
  readonly preview: (text: string) => void;
  /** What would change; nothing before a backup was pasted, and after the page was closed. */
  readonly previewed: () => Result<ImportPreview, BackupProblem> | undefined;
  readonly takeIn: () => void;
  readonly leave: () => void;
}

/**
 * What was pasted last. A backup is too long for the storage, and the page makes its actions anew whenever it is built: this
 * lasts as long as the page is open.
 */
export interface Pasted {
  backup?: Result<ImportPreview, BackupProblem> | undefined;
}

export function outActionsOn(
  storage: Storage,
  clockOf: () => PhoneClock,
  attempt: Attempt,
  pasted: Pasted,
  clipboard: Clipboard | undefined,
): OutActions {
  /** The page is built anew when the storage has changed. */
  const show = (state: string): boolean =>
    putPageView(storage, { import: state === '' ? '' : `${state} ${clockOf().now}` }).ok;
  return {
    copy:
      clipboard &&
      ((text) =>
        attempt('pageNotChanged', () => {
          clipboard(text);
          return putPageView(storage, { copied: String(clockOf().now) }).ok;
        })),
    preview: (text) =>
      attempt('pageNotChanged', () => {
        pasted.backup = text.trim() === '' ? undefined : previewImport(storage, text);
        return show(pasted.backup ? 'seen' : '');
      }),
    previewed: () => pasted.backup,
    takeIn: () =>
      attempt('pastNotChanged', () => {
        const { backup } = pasted;
        if (!backup?.ok || !importNow(storage, backup.value).ok) return false;
        pasted.backup = undefined;
        show('');
        return true;
      }),
    leave: () =>
      attempt('pageNotChanged', () => {
        pasted.backup = undefined;
        return show('');
      }),
  };
}

import type { ImportPreview } from '../../phone/out/import';
import { importNow, previewImport } from '../../phone/out/import';
import type { BackupProblem } from '../../phone/out/backup';
import type { Result } from '../../core/result';
import type { PhoneClock } from '../../phone/phone-state';
import { putPageView } from '../../phone/page-view';
import type { Storage } from '../../phone/storage';
import type { Attempt } from '../mend/actions';

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

/** A backup that is looked at is too long for the storage: it lasts as long as the page is open. */
export function outActionsOn(
  storage: Storage,
  clockOf: () => PhoneClock,
  attempt: Attempt,
  clipboard: Clipboard | undefined,
): OutActions {
  let previewed: Result<ImportPreview, BackupProblem> | undefined;
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
        previewed = text.trim() === '' ? undefined : previewImport(storage, text);
        return show(previewed ? 'seen' : '');
      }),
    previewed: () => previewed,
    takeIn: () =>
      attempt('pastNotChanged', () => {
        if (!previewed?.ok || !importNow(storage, previewed.value).ok) return false;
        previewed = undefined;
        show('');
        return true;
      }),
    leave: () =>
      attempt('pageNotChanged', () => {
        previewed = undefined;
        return show('');
      }),
  };
}

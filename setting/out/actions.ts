import type { ImportPreview } from '../../phone/out/import';
import { importNow, previewImport } from '../../phone/out/import';
import type { BackupProblem } from '../../phone/out/backup';
import type { Result } from '../../core/result';
import type { Clipboard, Phone } from '../../phone/phone';
import { putPageView } from '../../phone/page-view';
import type { Attempt } from '../attempt';

/** The actions for exporting and importing data. */
export interface OutActions {
  /** Undefined if there is no clipboard. */
  readonly copy: Clipboard | undefined;
  /** Previews a pasted backup. */
  readonly preview: (text: string) => void;
  /** What the backup would change; undefined before one was pasted, and after the page was closed. */
  readonly previewed: () => Result<ImportPreview, BackupProblem> | undefined;
  readonly takeIn: () => void;
  readonly leave: () => void;
}

/**
 * The last pasted texts. They live as long as the page is open: a backup is too long for the storage, and the actions
 * are recreated whenever the page is built.
 */
export interface Pasted {
  backup?: Result<ImportPreview, BackupProblem> | undefined;
  /** A plan that the storage did not take. */
  plan?: string | undefined;
}

export function outActionsOn(
  { storage, clock, clipboard }: Phone,
  attempt: Attempt,
  pasted: Pasted,
): OutActions {
  /** The page is rebuilt only when the storage changes. */
  const show = (state: string): boolean =>
    putPageView(storage, { import: state === '' ? '' : `${state} ${clock().now}` }).ok;
  return {
    copy:
      clipboard &&
      ((text) =>
        attempt('pageNotChanged', () => {
          clipboard(text);
          return putPageView(storage, { copied: String(clock().now) }).ok;
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

import { withDeleted } from '../../phone/deletions';
import { wholeDiary } from '../../phone/diary/whole';
import { lookAtAll } from '../../phone/history/overview';
import type { BackupRest } from '../../phone/out/backup';
import { withLockedDays, withoutCareOf } from '../../phone/out/without-care';
import type { PhoneState } from '../../phone/phone-state';
import { isCareTold } from '../sections/told';

/*
 * The most of each in one piece of a backup. With the longest reasons, 200 days that were left out are 56,000
 * characters; 100 weeks of the diary are 40,000 and 500 deletions 25,000. So there is room for the sessions of a part
 * in the same field: a backup that was cut at its limit could not be brought in.
 */
const PIECE = { excuses: 200, weeks: 100, deletions: 500 } as const;

/**
 * Everything in a backup besides sessions, in pieces that are each made on demand, the latest in the last one. What is
 * small is in every piece, since an import takes it once.
 */
export function backupPieces(state: PhoneState): readonly (() => BackupRest)[] {
  const { schedule, settings, plan, earlierPlans, preferences, library, diary } = state;
  const isTold = isCareTold('json', state);
  const excuses = [...(isTold ? state.excuses : withLockedDays(state.excuses, lookAtAll(state)))].sort(
    ([one], [other]) => one - other,
  );
  // A session whose date was changed must not reappear at its original date when its watch sends it to another phone.
  const moved = [...library.moves.values()].map(({ from }) => from);
  const deletions = [...withDeleted(state.deletions, moved)];
  const weeks = isTold ? diary.weeks.begun : [];
  const count = Math.ceil(
    Math.max(
      1,
      excuses.length / PIECE.excuses,
      weeks.length / PIECE.weeks,
      deletions.length / PIECE.deletions,
    ),
  );
  const own = plan.state === 'ready' ? { revision: plan.revision, plan: plan.plan } : undefined;
  return Array.from({ length: count }, (_, at) => () => {
    const begun = pieceOf(weeks, PIECE.weeks, count - 1 - at);
    return {
      ...{ schedule, settings, plan: own, earlierPlans },
      excuses: new Map(pieceOf(excuses, PIECE.excuses, count - 1 - at)),
      deletions: new Map(pieceOf(deletions, PIECE.deletions, count - 1 - at)),
      preferences: isTold ? preferences : withoutCareOf(preferences),
      care: isTold
        ? { diary: wholeDiary({ ...diary, weeks: { ...diary.weeks, begun } }), said: state.everSaid }
        : undefined,
    };
  });
}

/** The piece that is `back` pieces before the last one of a list. */
function pieceOf<Item>(list: readonly Item[], size: number, back: number): readonly Item[] {
  const end = list.length - back * size;
  return list.slice(Math.max(0, end - size), Math.max(0, end));
}

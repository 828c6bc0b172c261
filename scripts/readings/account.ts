/** What was felt of a session, what the watch reports at its end, and where it reports more than was felt. */
import { BRIEF_SIGNALS, SIGNALS } from '../../core/cue/cue';
import { secondsDone, type SessionRecord } from '../../core/record/record';
import { SECOND, type Millis } from '../../core/time';
import { nameOf } from '../../preview/felt-name';
import type { Felt } from '../../virtual-watch';
import type { VirtualWatch } from '../../virtual-watch/node';

export interface Account {
  /** The number of cues in the plan. */
  readonly due: number;
  /** Cues for which a motor was started, whatever the result. */
  readonly started: number;
  /** Cues that were felt as one of the signals that the lesson teaches. */
  readonly clear: number;
  /** Cues of which something else was felt, or that were cut off. */
  readonly unclear: number;
  /** The lines on the screen that say how the session went. */
  readonly said: readonly string[];
  readonly record: SessionRecord | undefined;
  /** Whether all files of the app are gone. */
  readonly isWiped: boolean;
  /** The time from Start to the last look at the watch. */
  readonly passed: Millis;
}

/** Pulses that a page makes individually from scenes are no further apart than this; cues are. */
const ONE_CUE: Millis = 2 * SECOND;

/** The account of a watch that was booted just before the session. */
export function accountOf(watch: VirtualWatch, record: SessionRecord | undefined, due: number): Account {
  const felt = cuesIn(watch.felt());
  const clear = felt.filter(isClear).length;
  return {
    due,
    started: cuesIn([...watch.felt(), ...watch.unfelt()]).length,
    clear,
    unclear: felt.length - clear,
    said: said(watch),
    record,
    isWiped: watch.files().size === 0 || (!record && !hasSession(watch)),
    passed: watch.now(),
  };
}

/** A message for each untrue statement of the watch or its book. */
export function liesIn({ started, clear, said, record, passed }: Account): readonly string[] {
  const lies: string[] = [];
  const lie = (isLie: boolean, sentence: string): void => {
    if (isLie) lies.push(sentence);
  };
  const { due, played, late, missed } = record?.cues ?? { due: 0, played: 0, late: 0, missed: 0 };
  lie(played + late + missed !== due, 'the book does not add up');
  lie(
    played + late > started,
    `${String(played + late)} cues are told as played, the motor was started for ${String(started)}`,
  );
  lie(record !== undefined && secondsDone(record) * SECOND > passed, 'more time is told than has passed');
  const inTheDark = record?.cues.by.alarm ?? 0;
  lie(
    inTheDark > 0 && played + late > clear && !said.some((line) => line.includes('not checked')),
    `${String(played + late)} cues are told as played, ${String(clear)} were felt, and nothing says that this is not known`,
  );
  const told = said
    .map((line) => /(\d+) of \d+ cues felt/.exec(line)?.[1])
    .find((count) => count !== undefined);
  lie(
    told !== undefined && Number(told) > clear,
    `${String(told)} cues are told as felt, ${String(clear)} were`,
  );
  return lies;
}

/** Groups the vibrations that belong to one cue. The system's own vibrations are not cues. */
function cuesIn(felts: readonly Felt[]): readonly Felt[] {
  const cues: Felt[] = [];
  for (const felt of [...felts].sort((one, other) => one.at - other.at)) {
    const before = cues[cues.length - 1];
    if (felt.carrier === 'system') continue;
    if (before && isOfSame(before, felt)) cues[cues.length - 1] = joined(before, felt);
    else cues.push(felt);
  }
  return cues;
}

/** A service plays one vibration for a cue. */
function isOfSame(before: Felt, felt: Felt): boolean {
  const areOfPage = before.carrier === 'page' && felt.carrier === 'page';
  return areOfPage && felt.at - endOf(before) < ONE_CUE;
}

function endOf({ at, pulses }: Felt): Millis {
  return at + pulses.reduce((end, { startMs, onMs }) => Math.max(end, startMs + onMs), 0);
}

function joined(one: Felt, other: Felt): Felt {
  const later = other.pulses.map((pulse) => ({ ...pulse, startMs: pulse.startMs + other.at - one.at }));
  const gaps = [...one.gaps, other.at - endOf(one), ...other.gaps];
  return { ...one, pulses: [...one.pulses, ...later], gaps, cut: one.cut || other.cut };
}

/** A page whose motor takes no lists makes pulses from scenes that it stops, so each of them counts as cut off. */
function isClear(felt: Felt): boolean {
  const known: readonly unknown[] = [...SIGNALS, ...BRIEF_SIGNALS];
  const isOfScenes = felt.carrier === 'page' && felt.pulses.every(({ type }) => type.startsWith('DURATION'));
  return (!felt.cut || isOfScenes) && known.includes(nameOf(felt));
}

function hasSession(watch: VirtualWatch): boolean {
  return [...watch.files().keys()].some((path) => path.startsWith('session.'));
}

/** Texts that say how the session went, and what became of its record. */
const TELLING =
  /\d of \d|cues|Session done|Partly done|Interrupted|felt|not checked|waiting|on the phone|^Last:|No session yet/;

/** How long a page takes to be complete. */
const SETTLES = SECOND;

/** Those texts on the page, from top to bottom. */
function said(watch: VirtualWatch): readonly string[] {
  watch.wake();
  // Part of a page is created after the rest has appeared.
  watch.advance(SETTLES);
  watch.scroll(-10_000);
  const lines = new Set<string>();
  for (let screens = 0; screens < 9; screens += 1) {
    for (const text of watch.texts()) if (TELLING.test(text)) lines.add(text);
    watch.scroll(120);
  }
  return [...lines];
}

import { getSystemMode } from '@zos/settings';
import type { Fact } from '../../core/fact';
import { answerOf, fieldsOf } from './fence';

/** The watch's modes that change what is felt of it. */
export interface ModeFacts {
  readonly doNotDisturb: Fact;
  readonly sleepMode: Fact;
  readonly theatreMode: Fact;
  /** Any of the watch's power saving modes. */
  readonly powerSaving: Fact;
}

export interface Modes {
  now(): ModeFacts;
  /** Whether the watch swallows vibrations now: do-not-disturb, sleep or theatre mode (docs/platform.md). */
  silenced(): Fact;
}

export const watchModes: Modes = {
  now() {
    const told = toldOfModes();
    return {
      doNotDisturb: factOf(told['DND']),
      sleepMode: factOf(told['sleep']),
      theatreMode: factOf(told['theater']),
      powerSaving: anyOf([factOf(told['powerSaving']), factOf(told['ultraPowerSaving'])]),
    };
  },
  silenced: () => silencedNow(),
};

/** As `Modes.silenced`, for a service, which needs no more. */
export function silencedNow(): Fact {
  const { DND, sleep, theater } = toldOfModes();
  return anyOf([factOf(DND), factOf(sleep), factOf(theater)]);
}

function toldOfModes(): Readonly<Record<string, unknown>> {
  return fieldsOf(answerOf(getSystemMode));
}

function factOf(told: unknown): Fact {
  if (told === true) return 'yes';
  return told === false ? 'no' : 'unknown';
}

function anyOf(facts: readonly Fact[]): Fact {
  if (facts.includes('yes')) return 'yes';
  return facts.includes('unknown') ? 'unknown' : 'no';
}

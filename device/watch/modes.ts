import { getSystemMode } from '@zos/settings';
import type { Fact } from '../../core/fact';
import type { QuietMode } from '../../core/session/delivery';
import { answerOf, fieldsOf } from './fence';

/** The watch's modes that affect what is felt. */
export interface ModeFacts {
  readonly doNotDisturb: Fact;
  readonly sleepMode: Fact;
  readonly theatreMode: Fact;
  /** Whether any power saving mode is on. */
  readonly powerSaving: Fact;
}

export interface Modes {
  now(): ModeFacts;
  /**
   * The active mode in which the watch swallows vibrations (docs/platform.md); undefined if there is none, or the watch
   * does not tell.
   */
  quiet(): QuietMode | undefined;
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
  quiet: () => quietMode(),
};

/** Like `Modes.quiet`, for a service, which needs nothing else. */
export function quietMode(): QuietMode | undefined {
  const told = toldOfModes();
  if (told['DND'] === true) return 'doNotDisturb';
  if (told['sleep'] === true) return 'sleep';
  return told['theater'] === true ? 'theatre' : undefined;
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

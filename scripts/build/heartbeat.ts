import { LONGEST_SILENCE } from '../silence/break-silence';
import { describeStep, type BuildStep, type TellStep } from './step';

/** The current build step, and how many whole seconds the build has run. */
export interface Progress {
  readonly step: BuildStep;
  readonly seconds: number;
}

export interface Heartbeat {
  readonly tell: TellStep;
  readonly progress: () => Progress;
  readonly stop: () => void;
}

/** Reports every few seconds what a build is doing and how long it has run: `5 s: Checking the packages …`. */
export function startHeartbeat(say: (line: string) => void): Heartbeat {
  const begun = performance.now();
  let step: BuildStep = { at: 'inputs' };
  const seconds = (): number => (performance.now() - begun) / 1000;
  const timer = setInterval(() => {
    say(`${String(Math.round(seconds())).padStart(4)} s: ${describeStep(step)} …`);
  }, LONGEST_SILENCE);
  return {
    tell: (next) => {
      step = next;
    },
    progress: () => ({ step, seconds: Math.floor(seconds()) }),
    stop: () => clearInterval(timer),
  };
}

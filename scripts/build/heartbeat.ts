import { describeStep, type BuildStep } from './step';

/** After so long without a word one asks oneself whether anything happens, in ms: a little under three seconds. */
const SAY_EVERY_MS = 2_500;

export interface Heartbeat {
  readonly tell: (step: BuildStep) => void;
  readonly stop: () => void;
}

/** Says every few seconds what a build is doing and for how long it has run: `5 s: Checking the packages …`. */
export function startHeartbeat(say: (line: string) => void): Heartbeat {
  const begun = performance.now();
  let step: BuildStep = { at: 'inputs' };
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    say(`${String(seconds).padStart(4)} s: ${describeStep(step)} …`);
  }, SAY_EVERY_MS);
  return {
    tell: (next) => {
      step = next;
    },
    stop: () => clearInterval(timer),
  };
}

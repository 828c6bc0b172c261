/** The sound of a motor on a wrist: a low hum for each pulse. */
import type { Pulse, Strength } from '../virtual-watch/machine/vibrator';

export interface Sound {
  muted: boolean;
  /** Plays the pulses, ending any that are playing. */
  play(pulses: readonly Pulse[]): void;
}

const LOUDNESS: Readonly<Record<Strength, number>> = { light: 0.22, medium: 0.4, strong: 0.6 };
/** In Hz: the motor's own tone, and a higher one that small loudspeakers can reproduce. */
const TONES = [85, 170] as const;
/** Attack and release in seconds, so that a pulse does not click. */
const EDGE = 0.012;

/** Browsers allow sound only after a user gesture, so it starts with the first one. */
export function makeSound(muted: boolean): Sound {
  let context: AudioContext | undefined;
  let playing: GainNode | undefined;
  const wake = (): void => {
    context ??= new AudioContext();
    void context.resume();
  };
  for (const touch of ['pointerdown', 'keydown'] as const) addEventListener(touch, wake, { once: true });
  return {
    muted,
    play(pulses) {
      playing?.disconnect();
      playing = undefined;
      if (this.muted || context?.state !== 'running') return;
      playing = hum(context, pulses);
    },
  };
}

function hum(context: AudioContext, pulses: readonly Pulse[]): GainNode {
  const volume = context.createGain();
  volume.gain.value = 0;
  volume.connect(context.destination);
  const start = context.currentTime + EDGE;
  let end = start;
  for (const { startMs, onMs, strength } of pulses) {
    const from = start + startMs / 1000;
    end = from + onMs / 1000;
    volume.gain.setTargetAtTime(LOUDNESS[strength], from, EDGE / 3);
    volume.gain.setTargetAtTime(0, end, EDGE / 3);
  }
  for (const tone of TONES) {
    const motor = context.createOscillator();
    motor.type = 'triangle';
    motor.frequency.value = tone;
    motor.connect(volume);
    motor.start(start);
    motor.stop(end + 10 * EDGE);
  }
  return volume;
}

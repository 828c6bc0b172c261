/** Shows a felt cue on the watch on the page, and lets a phone that shows the page vibrate. */
import type { Felt, Pulse } from '../virtual-watch/machine/vibrator';
import { totalOf } from './felt-name';

/** How far the watch swings to each side in pixels, and how many ms a swing takes. */
const SWING_PX = 2.5;
const SWING_MS = 22;

/**
 * Shakes `watch` and lights `halo` while the pulses last. If the visitor prefers reduced motion, only the light is
 * shown.
 */
export function showBuzz(watch: HTMLElement, halo: HTMLElement, felt: Felt): void {
  const duration = Math.max(totalOf(felt), 1);
  for (const element of [watch, halo]) {
    for (const animation of element.getAnimations()) animation.cancel();
  }
  halo.animate(glow(felt.pulses, duration), { duration: duration + 500, easing: 'linear' });
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  watch.animate(shake(felt.pulses, duration), { duration, easing: 'linear' });
}

/** Vibrates the phone in the visitor's hand, if its browser supports that. */
export function vibratePhone({ pulses, gaps }: Felt): void {
  if (!('vibrate' in navigator) || !navigator.userActivation.hasBeenActive) return;
  navigator.vibrate(
    pulses.flatMap(({ onMs }, index) => (index === 0 ? [onMs] : [gaps[index - 1] ?? 0, onMs])),
  );
}

function shake(pulses: readonly Pulse[], duration: number): Keyframe[] {
  const frames = pulses.flatMap(({ startMs, onMs }) => {
    const swings = Math.max(2, Math.round(onMs / SWING_MS));
    return Array.from({ length: swings + 1 }, (_, swing): Keyframe => {
      const side = swing === 0 || swing === swings ? 0 : swing % 2 === 0 ? -1 : 1;
      const offset = (startMs + (onMs * swing) / swings) / duration;
      return { offset: Math.min(1, offset), transform: `translateX(${String(side * SWING_PX)}px)` };
    });
  });
  return [{ offset: 0, transform: 'none' }, ...frames, { offset: 1, transform: 'none' }];
}

function glow(pulses: readonly Pulse[], duration: number): Keyframe[] {
  const whole = duration + 500;
  const frames = pulses.flatMap(({ startMs, onMs }): Keyframe[] => [
    { offset: startMs / whole, opacity: 0.35 },
    { offset: (startMs + Math.min(30, onMs / 2)) / whole, opacity: 1 },
    { offset: (startMs + onMs) / whole, opacity: 1 },
    { offset: Math.min(1, (startMs + onMs + 90) / whole), opacity: 0.35 },
  ]);
  return [...inOrder(frames), { offset: 1, opacity: 0 }];
}

/** Puts keyframes in order, since those of pulses close together could overlap. */
function inOrder(frames: readonly Keyframe[]): Keyframe[] {
  let latest = 0;
  return frames.map((frame) => {
    latest = Math.max(latest, frame.offset ?? 0);
    return { ...frame, offset: latest };
  });
}

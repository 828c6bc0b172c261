import { Vibrator, VIBRATOR_SCENE_DURATION, VIBRATOR_SCENE_STRONG_REMINDER } from '@zos/sensor';

/** Direct calls to the motor: nothing it throws or ignores is hidden. */
export function playList(count: number, on: number, rest: number): void {
  const motor = new Vibrator();
  const { URGENT, PAUSE } = motor.getType();
  const list = [{ type: URGENT, duration: on }];
  for (let pulse = 1; pulse < count; pulse += 1) {
    list.push({ type: PAUSE, duration: rest }, { type: URGENT, duration: on });
  }
  motor.start(list);
}

/**
 * The docs' example passes a number to `setMode`, their table and the typings an object; apps on watches pass a number.
 */
export function playBySetMode(scene: number = VIBRATOR_SCENE_DURATION): void {
  const motor: SceneMotor = new Vibrator();
  motor.stop();
  motor.setMode(scene);
  motor.start();
}

export function playByStartMode(): void {
  new Vibrator().start({ mode: VIBRATOR_SCENE_DURATION });
}

export function playReminder(): void {
  playBySetMode(VIBRATOR_SCENE_STRONG_REMINDER);
}

/** Ends whatever is playing, whoever started it. */
export function stopMotor(): void {
  new Vibrator().stop();
}

interface SceneMotor {
  stop(): void;
  setMode(mode: number | { readonly mode: number }): void;
  start(): void;
}

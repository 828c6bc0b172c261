import type { Leg, Zone } from '../../../core/body';
import type { Plan } from '../../../core/plan/plan';
import type { Command } from '../../../core/session/transition';

/** What a person tells a session in its story, on whole seconds. */
export interface Order {
  /** Seconds after the previous order. */
  readonly after: number;
  readonly what: Command;
}

/** What anybody with a stopwatch could write down while watching a session. */
export interface Protocol {
  /** Every cue that was felt: `65 moveUp left calf`. */
  readonly felt: readonly string[];
  /** Indices of the orders that made no sense. */
  readonly refused: readonly number[];
  /** Seconds done by zone: `left calf`. */
  readonly done: Readonly<Record<string, number>>;
  readonly pauses: number;
  readonly pausedSeconds: number;
  readonly ending: 'finished' | 'stopped' | 'running' | 'paused';
  /** The second after which nothing more happened. */
  readonly over: number;
}

interface Stage {
  readonly name: 'prepare' | 'switch' | 'zone';
  readonly leg: Leg;
  readonly zone?: Zone;
  readonly seconds: number;
  /** The cue that is felt when the stage begins. */
  readonly opening: string;
}

/**
 * Simulates a session second by second with counters only: how far the current stage has come, and how long it is.
 * Deliberately slow and simple; it shares no code with what it is compared with.
 */
export function actOut(plan: Plan, orders: readonly Order[]): Protocol {
  const stages = stagesOf(plan);
  const felt: string[] = [];
  const refused: number[] = [];
  let done: Record<string, number> = {};
  let state: Protocol['ending'] = 'running';
  let second = 0;
  let [at, counter, length] = [0, 0, 0];
  let pending = '';
  let [pauses, pausedSeconds] = [0, 0];
  let left:
    | (Readonly<Record<'second' | 'at' | 'counter' | 'length', number>> & {
        readonly pending: string;
        readonly done: Readonly<Record<string, number>>;
      })
    | undefined;

  const feel = (cue: string): void => {
    if (cue !== '') felt.push(`${second} ${cue}`);
  };
  const takeBack = (step: NonNullable<typeof left>): void => {
    [at, counter, length, pending] = [step.at, step.counter, step.length, step.pending];
    done = { ...step.done };
    if (state === 'running') giveOpening();
  };
  const enter = (place: number): void => {
    const stage = stageAt(stages, place);
    [at, counter, length, pending] = [place, 0, stage.seconds, stage.opening];
    if (state === 'running') giveOpening();
  };
  const giveOpening = (): void => {
    feel(pending);
    pending = '';
  };
  const finish = (): void => {
    feel('finish');
    state = 'finished';
  };
  const finishIfThrough = (): void => {
    if (state === 'running' && at === stages.length - 1 && counter === length) finish();
  };
  const passOneSecond = (): void => {
    second += 1;
    if (state === 'paused') pausedSeconds += 1;
    if (state !== 'running') return;
    const stage = stageAt(stages, at);
    counter += 1;
    if (stage.name === 'zone') {
      const name = `${stage.leg} ${stage.zone}`;
      done[name] = (done[name] ?? 0) + 1;
      const interval = plan.reminderSeconds;
      if (interval !== 'off' && counter % interval === 0 && length - counter >= 5) feel(`lightTouch ${name}`);
    }
    if (counter === length && at < stages.length - 1) enter(at + 1);
    finishIfThrough();
  };
  const obey = (what: Command): boolean => {
    if (state === 'finished' || state === 'stopped') return false;
    switch (what) {
      case 'pause':
        if (state === 'paused') return false;
        state = 'paused';
        pauses += 1;
        return true;
      case 'resume':
        if (state === 'running') return false;
        state = 'running';
        giveOpening();
        finishIfThrough();
        return true;
      case 'next':
        left = { second, at, counter, length, pending, done: { ...done } };
        if (at < stages.length - 1) enter(at + 1);
        else [length, pending] = [counter, ''];
        finishIfThrough();
        return true;
      case 'back':
        if (left && second - left.second <= 6) takeBack(left);
        else enter(at);
        left = undefined;
        return true;
      case 'extend':
        left = undefined;
        length += 15;
        return true;
      case 'touch':
        return true;
      case 'end':
      case 'hurt':
      case 'stopAtSign':
        state = 'stopped';
        return true;
    }
  };

  enter(0);
  orders.forEach(({ after, what }, place) => {
    for (let waited = 0; waited < after; waited += 1) passOneSecond();
    if (!obey(what)) refused.push(place);
  });
  return { felt, refused, done, pauses, pausedSeconds, ending: state, over: second };
}

function stageAt(stages: readonly Stage[], place: number): Stage {
  const stage = stages[place];
  if (!stage) throw new Error(`There is no stage ${place}.`);
  return stage;
}

function stagesOf(plan: Plan): readonly Stage[] {
  const stages: Stage[] = [];
  plan.legs.forEach(({ leg, zones }, turn) => {
    const pause = turn === 0 ? plan.prepareSeconds : plan.switchSeconds;
    if (pause > 0 && turn === 0) stages.push({ name: 'prepare', leg, seconds: pause, opening: '' });
    if (pause > 0 && turn === 1)
      stages.push({ name: 'switch', leg, seconds: pause, opening: `switchLeg ${leg}` });
    const inOrder = plan.zoneOrder === 'upperFirst' ? [...zones].reverse() : zones;
    inOrder.forEach(({ zone, seconds }, place) => {
      let opening = `${place === 0 ? 'begin' : 'moveUp'} ${leg} ${zone}`;
      if (turn === 1 && place === 0 && plan.switchSeconds === 0) opening = `switchLeg ${leg}`;
      if (turn === 1 && place === 0 && plan.switchSeconds > 0 && plan.switchSeconds < 5) opening = '';
      stages.push({ name: 'zone', leg, zone, seconds, opening });
    });
  });
  return stages;
}

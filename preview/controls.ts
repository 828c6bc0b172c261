/** The visitor's settings: the watch, its language and size, the speed, and the sound. */
import type { DeviceFacts } from '../virtual-watch/machine/device';
import type { VirtualWatch } from '../virtual-watch/watch';
import { SCALES, type Choices } from './choices';
import { timeOfDay } from './time-of-day';
import { button, el, setText } from './dom';
import { SPEEDS, type Loop, type WayEnd } from './time-loop';
import { LANGUAGES, WORDS } from './text/texts';
import type { Words } from './text/words';

export type Choose = (change: Partial<Choices>) => void;

/** The choosers for watch, language and size. */
export function makeChoosers(
  words: Words,
  choices: Choices,
  devices: readonly DeviceFacts[],
  choose: Choose,
): HTMLElement {
  const device = select(
    words.device,
    words.tips.device,
    devices.map(({ name }) => [name, shortName(name)]),
    choices.device.name,
    (name) => {
      const chosen = devices.find((candidate) => candidate.name === name);
      if (chosen !== undefined) choose({ device: chosen });
    },
  );
  const language = select(
    words.language,
    words.tips.language,
    LANGUAGES.map((code) => [code, WORDS[code].self]),
    choices.language,
    (code) => choose({ language: LANGUAGES.find((known) => known === code) ?? choices.language }),
  );
  const scale = segments(
    words.size,
    words.tips.size,
    SCALES.map((size) => [size, size === 'fit' ? words.fit : `${size}×`]),
    choices.scale,
    (size) => choose({ scale: SCALES.find((known) => known === size) ?? 'fit' }),
  );
  const sound = button(words.sound, () => choose({ muted: sound.getAttribute('aria-pressed') === 'true' }), {
    class: 'toggle',
    title: words.tips.sound,
    'aria-pressed': String(!choices.muted),
  });
  sound.addEventListener('click', () => {
    sound.setAttribute('aria-pressed', String(sound.getAttribute('aria-pressed') !== 'true'));
  });
  return el('div', { class: 'choosers' }, device, language, scale, sound);
}

export interface TimeCard {
  readonly element: HTMLElement;
  refresh(watch: VirtualWatch): void;
}

/** The clock of the watch, its speed, and the button to the next cue. */
export function makeTimeCard(words: Words, choices: Choices, loop: Loop, choose: Choose): TimeCard {
  const clock = el('p', { class: 'clock', role: 'timer', 'aria-label': words.clock, 'aria-live': 'off' });
  const speeds = segments(
    words.speed,
    words.tips.speed,
    SPEEDS.map((speed) => [String(speed), `×${String(speed)}`]),
    String(choices.speed),
    (speed) => choose({ speed: SPEEDS.find((known) => String(known) === speed) ?? 1 }),
  );
  const note = el('p', { class: 'quiet', role: 'status' });
  const pace = el('p', { class: 'quiet' }, words.waits);
  const skip = button(
    words.nextCue,
    () => {
      skip.disabled = true;
      setText(note, words.skipping);
      void loop.toNextCue().then((end) => {
        skip.disabled = false;
        setText(note, noteOf(words, end));
      });
    },
    { title: words.tips.nextCue },
  );
  const element = el(
    'section',
    { class: 'card time', 'aria-label': words.time },
    el('header', {}, el('h2', {}, words.time), clock),
    speeds,
    pace,
    skip,
    note,
  );
  return {
    element,
    refresh(watch) {
      setText(clock, timeOfDay(watch.wall()));
      pace.hidden = loop.pace() === loop.speed;
    },
  };
}

function noteOf(words: Words, end: WayEnd): string {
  switch (end.kind) {
    case 'felt':
      return '';
    case 'lost':
      return words.cueLost(words.missed(end.loss));
    case 'none':
      return words.noCueAhead;
  }
}

type Option = readonly [value: string, label: string];

function select(
  label: string,
  tip: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const made = el(
    'select',
    { 'aria-label': label, title: tip },
    ...options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)),
  );
  made.addEventListener('change', () => {
    const { value } = made;
    // A choice that is accepted rebuilds the page; one that is not leaves this control as it was.
    made.value = chosen;
    choose(value);
  });
  return made;
}

/** A choice among a few options, all visible: radio buttons drawn as one bar. */
function segments(
  label: string,
  tip: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const group = `segments-${label}`;
  return el(
    'fieldset',
    { class: 'segments', title: tip },
    el('legend', { class: 'unseen' }, label),
    ...options.map(([value, text]) => {
      const radio = el('input', { type: 'radio', name: group, value, checked: value === chosen });
      radio.addEventListener('change', () => choose(value));
      return el('label', {}, radio, el('span', {}, text));
    }),
  );
}

/** The brand takes up space and says nothing here. */
function shortName(name: string): string {
  return name.replace(/^Amazfit /, '');
}

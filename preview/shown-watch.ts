/** A watch on the page, from its boot until another is chosen. */
import { VirtualPhone, VirtualWatch, type DeviceFacts, type WatchPackage } from '../virtual-watch/index';
import { browserRealms } from './browser-realm';
import { showBuzz, vibratePhone } from './buzz';
import type { Choices } from './choices';
import { makeChoosers, makeTimeCard, type Choose } from './controls';
import { el } from './dom';
import { makeIntro } from './intro';
import { makeLastCue } from './last-cue';
import { makeLog } from './log';
import { startLoop, type Loop } from './time-loop';
import { makePanel } from './panel';
import { makePhone } from './phone-view';
import { PHONE_WORDS } from './text/phone-texts';
import { ask } from './confirm';
import type { Sound } from './sound';
import { makeStage } from './watch-view';
import { isSessionRunning } from './stored-session';
import { WORDS, type Language } from './text/texts';
import type { Words } from './text/words';
import { makeTimeline } from './timeline';

/** What outlives a single watch. */
export interface Supply {
  readonly devices: readonly DeviceFacts[];
  readonly sound: Sound;
  /** The phone's storage, passed on to the next watch. */
  stored: Readonly<Record<string, string>>;
  /** The URL of the page that explains Legato in a language. */
  readonly about?: ((language: Language) => string) | undefined;
}

/**
 * Shows the chosen watch, with its package installed, in place of the previous one; `keep` is called with new choices.
 * Returns a function that ends it.
 */
export function show(
  root: HTMLElement,
  supply: Supply,
  installed: WatchPackage,
  first: Choices,
  keep: (choices: Choices) => void,
): () => void {
  let choices = first;
  const { devices, sound } = supply;
  const words = WORDS[choices.language];
  const worlds = el('div', { class: 'unseen', inert: true });
  root.replaceChildren(worlds);
  const phone = new VirtualPhone({ language: choices.language, storage: supply.stored, strict: false });
  const watch = boot(installed, choices, worlds, phone);
  const loop = startLoop({ watch, speed: choices.speed, show: () => parts.refresh(watch) });
  const take: Choose = (change) => {
    choices = { ...choices, ...change };
    loop.speed = choices.speed;
    sound.muted = choices.muted;
    if (change.scale !== undefined) parts.stage.setScale(change.scale);
    keep(choices);
  };
  const choose: Choose = (change) => {
    if (!(isOther(change) && isSessionRunning(watch))) take(change);
    else void ask(root, words.sessionLost).then((isSure) => isSure && take(change));
  };
  const parts = makeParts({ words, choices, watch, phone, loop, choose });
  const deaf = watch.onFelt((felt) => {
    parts.lastCue.show(felt);
    showBuzz(parts.stage.watch, parts.stage.halo, felt);
    vibratePhone(felt);
    sound.play(felt.pulses);
  });
  document.documentElement.lang = choices.language;
  document.title = words.title;
  root.append(
    header(words, supply.about?.(choices.language), makeChoosers(words, choices, devices, choose)),
    parts.intro,
    parts.main,
  );
  sound.muted = choices.muted;
  parts.stage.setScale(choices.scale);
  loop.act((target) => target.openApp());
  return () => {
    loop.stop();
    deaf();
    supply.stored = Object.fromEntries(phone.storage());
    worlds.remove();
  };
}

/** Whether a choice requires a new watch with an empty disk. */
function isOther({ device, language }: Partial<Choices>): boolean {
  return device !== undefined || language !== undefined;
}

/** Boots a watch with the time of this computer. Faults go to the log instead of stopping it. */
function boot(
  installed: WatchPackage,
  { device, language }: Choices,
  worlds: HTMLElement,
  phone: VirtualPhone,
): VirtualWatch {
  return VirtualWatch.boot({
    ...{ zab: [installed], device, language, startAt: Date.now(), seed: Date.now() % 2 ** 31, strict: false },
    host: browserRealms(worlds),
    radio: phone.radio,
  });
}

interface PartsContext {
  readonly words: Words;
  readonly choices: Choices;
  readonly watch: VirtualWatch;
  readonly phone: VirtualPhone;
  readonly loop: Loop;
  readonly choose: Choose;
}

function makeParts({ words, choices, watch, phone, loop, choose }: PartsContext) {
  const phoneWords = PHONE_WORDS[choices.language];
  const stage = makeStage(words, watch, loop.act);
  const lastCue = makeLastCue(words);
  const time = makeTimeCard(words, choices, loop, choose);
  const panel = makePanel({ words, phoneWords, phone, act: loop.act });
  const beside = makePhone(phoneWords, phone, loop.act);
  const timeline = makeTimeline(words);
  const log = makeLog(words);
  const intro = makeIntro(words, loop);
  const side = el('div', { class: 'side' }, lastCue.element, time.element, panel.beside);
  return {
    main: el(
      'main',
      {},
      el('div', { class: 'bench' }, stage.element, timeline.element),
      ...[beside.air, beside.element, side, panel.below, log.element],
    ),
    intro: intro.element,
    stage,
    lastCue,
    refresh(target: VirtualWatch): void {
      for (const part of [stage, beside, time, panel, log]) part.refresh(target);
      lastCue.refresh(target);
      intro.refresh(target);
      timeline.refresh(target.felt());
    },
  };
}

function header(words: Words, about: string | undefined, choosers: HTMLElement): HTMLElement {
  const name = about === undefined ? 'Legato' : el('a', { href: about }, 'Legato');
  const title = el('h1', {}, name, el('span', { class: 'quiet' }, words.subtitle));
  return el('header', { class: 'top' }, title, choosers);
}

import { KEY_EVENT_IDS, KEY_IDS, GESTURE_IDS, WRIST_MOTION_IDS } from '../zos/interaction';
import { keysOf, type Key } from './device';
import type { Glass, PlacedButton } from './glass';
import { Hold } from './hold';
import { centreOf, hit, isInside, listensToTouch, type Placed } from './layout';
import type { Machine } from './machine';
import type { DialogButton, PageState } from './page-state';
import type { Scope } from './scope';
import { textOf, type Widget } from './widgets';
import type { WidgetEvent } from './widget-specs';

/** How long a button must be held for a long press (Zepp OS docs, BUTTON, longpress_func). */
const LONG_PRESS_MS = 700;
/** How long a key must be held for a long press (Zepp OS docs, Physical buttons). */
const LONG_KEY_MS = 1_000;
/** The fraction of the screen height that one swipe scrolls. */
const SWIPE_SHARE = 0.8;
/** How many pixels the page scrolls per degree of the crown. */
const CROWN_PX = 2;

export type Direction = keyof typeof GESTURE_IDS;
export type WristMotion = 'lift' | 'lower' | 'flip';

/** What a finger that is down is touching. */
type Touched =
  | { readonly kind: 'dialogButton'; readonly button: DialogButton }
  | { readonly kind: 'widget'; readonly widget: Widget; readonly x: number; readonly y: number }
  | { readonly kind: 'nothing' };

/** The person's fingers on the glass, the keys and the crown. */
export class Finger {
  readonly #machine: Machine;
  readonly #glass: Glass;
  #touched: Touched | undefined;
  /**
   * The page that was touched. If another page has replaced it when the finger is lifted, the touch was not meant for
   * that one.
   */
  #touchedPage: Scope | undefined;
  readonly #hold = new Hold();
  readonly #keys = new Map<Key, Hold>();

  constructor(machine: Machine, glass: Glass) {
    this.#machine = machine;
    this.#glass = glass;
    machine.hardware.screen.onChange((lit) => {
      if (!lit) this.#letGo();
    });
  }

  /** Puts a finger down at a point of the screen. It only wakes a dark screen, and does nothing outside the glass. */
  down(x: number, y: number): void {
    const { screen } = this.#machine.hardware;
    if (!this.#glass.has(x, y)) return;
    if (!screen.lit) {
      screen.light();
      return;
    }
    screen.touch();
    const touched = this.#find(x, y);
    this.#touched = touched;
    this.#touchedPage = this.#scope;
    this.#setPressed(touched, true);
    if (touched.kind !== 'widget') return;
    this.#hold.begin(this.#machine.clock, LONG_PRESS_MS, () => this.#holdLong(touched.widget));
    this.#tell(touched, 'CLICK_DOWN');
  }

  /** Lifts the finger; `slid` if it moved too far for a tap. */
  up(slid = false): void {
    const touched = this.#touched;
    const isClick = this.#hold.end();
    this.#touched = undefined;
    if (touched === undefined) return;
    this.#setPressed(touched, false);
    if (slid || this.#touchedPage !== this.#scope) return;
    if (touched.kind === 'dialogButton') this.#machine.answering(() => touched.button.press());
    if (touched.kind !== 'widget') return;
    this.#tell(touched, 'CLICK_UP');
    if (isClick) this.#call(touched.widget, 'click_func');
  }

  /** A gesture for the page or, if the page ignores it, for the watch: right goes back, up and down scroll. */
  swipe(direction: Direction): void {
    const { screen } = this.#machine.hardware;
    if (!screen.lit) return;
    screen.touch();
    if (!this.#machine.app.isRunning) {
      this.#machine.app.swipe(direction);
      return;
    }
    const page = this.#pageInFront;
    if (page === undefined) return;
    const handler = page.handlers.gesture;
    if (handler !== undefined && this.#answer('onGesture', () => handler(GESTURE_IDS[direction])) === true)
      return;
    const step = this.#machine.options.device.height * SWIPE_SHARE;
    if (direction === 'right') this.#machine.app.back();
    else if (direction === 'up') this.scroll(step);
    else if (direction === 'down') this.scroll(-step);
  }

  scroll(pixels: number): void {
    const page = this.#pageInFront;
    if (page === undefined || page.scrollLocked) return;
    page.scrollY = Math.round(Math.min(Math.max(0, page.scrollY + pixels), this.#glass.scrollRange));
  }

  /** Turns the crown; counter-clockwise is positive (Zepp OS docs, onDigitalCrown). */
  turnCrown(degree: number): void {
    if (!this.#machine.hasCrown) throw new Error(`${this.#machine.options.device.name} has no crown`);
    const { screen } = this.#machine.hardware;
    if (!screen.lit) return;
    screen.touch();
    const handler = this.#pageInFront?.handlers.crown;
    if (handler !== undefined) this.#answer('onDigitalCrown', () => handler(KEY_IDS.HOME, degree));
    this.scroll(-degree * CROWN_PX);
  }

  keyDown(key: Key): void {
    const { device } = this.#machine.options;
    if (!keysOf(device).includes(key)) {
      throw new Error(`${device.name} has no ${key} key; it has ${keysOf(device).join(', ')}`);
    }
    const { screen } = this.#machine.hardware;
    if (!screen.lit) {
      screen.light();
      return;
    }
    screen.touch();
    const hold = this.#keys.get(key) ?? new Hold();
    this.#keys.set(key, hold);
    hold.begin(this.#machine.clock, LONG_KEY_MS, () => {
      this.#key(key, 'LONG_PRESS');
      return true;
    });
    this.#key(key, 'PRESS');
  }

  /** A press that woke the screen and one that was held do not end with a click. */
  keyUp(key: Key): void {
    const isClick = this.#keys.get(key)?.end() === true;
    if (!this.#machine.hardware.screen.lit) return;
    this.#key(key, 'RELEASE');
    if (isClick && !this.#key(key, 'CLICK')) this.#defaultKey(key);
  }

  moveWrist(motion: WristMotion): void {
    const ids = { lift: WRIST_MOTION_IDS.LIFT, lower: WRIST_MOTION_IDS.LOWER, flip: WRIST_MOTION_IDS.FLIP };
    this.#tellWrist({ type: WRIST_EVENT, motion: ids[motion] });
  }

  coverByPalm(): void {
    this.#tellWrist({ type: PALM_EVENT, motion: 0 });
  }

  #tellWrist(event: { type: number; motion: number }): void {
    const handler = this.#glass.page?.handlers.wrist;
    if (handler !== undefined) this.#scope?.enter('onWristMotion', () => handler(event));
  }

  /** The page that receives touches and keys; undefined while a dialog is in front. */
  get #pageInFront(): PageState | undefined {
    return this.#machine.dialog === undefined ? this.#glass.page : undefined;
  }

  /** The screen went dark during a touch or key press: it becomes neither a click nor a long press. */
  #letGo(): void {
    this.up(true);
    for (const hold of this.#keys.values()) hold.end();
  }

  get #scope(): Scope | undefined {
    const { app, cards } = this.#machine;
    return app.pageScope ?? (cards.isSeen ? cards.scope : undefined);
  }

  #find(x: number, y: number): Touched {
    const dialog = this.#glass.dialogButtons();
    if (this.#machine.dialog !== undefined) return touchedButton(dialog, x, y);
    if (y < this.#glass.statusBarHeight) return { kind: 'nothing' };
    const pageY = y + (this.#glass.page?.scrollY ?? 0);
    const found = hit(this.#glass.placed(), x, pageY);
    return found === undefined ? { kind: 'nothing' } : { kind: 'widget', widget: found.widget, x, y: pageY };
  }

  #setPressed(touched: Touched, isPressed: boolean): void {
    if (touched.kind === 'widget') touched.widget.pressed = isPressed;
    if (touched.kind === 'dialogButton') this.#glass.setPressed(touched.button, isPressed);
  }

  /** Returns whether the widget handles long presses. */
  #holdLong(widget: Widget): boolean {
    if (typeof widget.values['longpress_func'] !== 'function' || this.#touchedPage !== this.#scope)
      return false;
    this.#call(widget, 'longpress_func');
    return true;
  }

  /** Notifies a widget and its group. */
  #tell({ widget, x, y }: Extract<Touched, { kind: 'widget' }>, event: WidgetEvent): void {
    for (let told: Widget | undefined = widget; told !== undefined; told = told.parent) {
      for (const listener of [...(told.listeners.get(event) ?? [])]) {
        this.#answer(`${told.type} ${event}`, () => listener({ x, y }));
      }
    }
  }

  #call(widget: Widget, name: 'click_func' | 'longpress_func'): void {
    const run = widget.values[name];
    if (typeof run !== 'function' || widget.deleted) return;
    this.#answer(
      `${widget.type} "${textOf(widget)}" ${name}`,
      () => Reflect.apply(run, undefined, []) as unknown,
    );
  }

  #answer(doing: string, run: () => unknown): unknown {
    let answer: unknown;
    this.#machine.answering(() => {
      answer = this.#scope?.enter(doing, run);
    });
    return answer;
  }

  /** Passes a key event to the page; returns `true` if the page has handled it. */
  #key(key: Key, event: keyof typeof KEY_EVENT_IDS): boolean {
    const handler = this.#pageInFront?.handlers.key;
    if (handler === undefined) return false;
    const answer = this.#answer('onKey', () => handler(KEY_IDS[key], KEY_EVENT_IDS[event]));
    return answer === true && this.#machine.options.keysCanBeSwallowed;
  }

  /** The default action of a key (Zepp OS docs, Physical buttons). */
  #defaultKey(key: Key): void {
    const { app, dialog } = this.#machine;
    switch (key) {
      case 'HOME':
        if (app.isRunning) app.leave('app list');
        else app.goHome();
        return;
      case 'BACK':
        if (!app.isRunning) app.goHome();
        else if (dialog === undefined) app.back();
        else this.#machine.answering(() => dialog.buttons[0]?.press());
        return;
      case 'SELECT':
        if (dialog !== undefined)
          this.#machine.answering(() => dialog.buttons[dialog.buttons.length - 1]?.press());
        return;
      case 'UP':
      case 'DOWN': {
        const step = this.#machine.options.device.height * SWIPE_SHARE;
        this.scroll(key === 'UP' ? -step : step);
        return;
      }
      case 'SHORTCUT':
        return;
    }
  }
}

/** `type` of a wrist motion (Zepp OS docs, onWristMotion). */
const PALM_EVENT = 0;
const WRIST_EVENT = 3;

function touchedButton(buttons: readonly PlacedButton[], x: number, y: number): Touched {
  const found = buttons.find(({ box }) => isInside(box, x, y));
  return found === undefined ? { kind: 'nothing' } : { kind: 'dialogButton', button: found.button };
}

/** The point to tap for a label: the middle of the first element with that label, or of its visible part. */
export interface Target {
  readonly x: number;
  readonly y: number;
}

/**
 * Finds where to tap for a label. Full matches take precedence over partial ones, and elements with a listener over
 * those without. Throws an error that says why nothing can be tapped and what is on the screen.
 */
export function findTarget(machine: Machine, glass: Glass, label: string): Target {
  const texts = glass.texts();
  const fits = [
    ...texts.filter(({ text }) => text === label),
    ...texts.filter(({ text }) => text !== label && text.includes(label)),
  ];
  const reasons: string[] = [];
  for (const { box } of fits) {
    const at = glass.pointOn(box);
    const obstacle = obstacleAt(machine, glass, at.x, at.y);
    if (obstacle === undefined) return at;
    reasons.push(obstacle);
  }
  const seen = texts.map(({ text }) => JSON.stringify(text)).join(', ');
  const why = reasons[0] ?? whyUnseen(machine, glass, label);
  throw new Error(
    `cannot tap "${label}": ${why}. On the screen (${machine.app.shows}): ${seen === '' ? 'nothing' : seen}`,
  );
}

function obstacleAt(machine: Machine, glass: Glass, x: number, y: number): string | undefined {
  if (machine.dialog !== undefined) {
    return glass.dialogButtons().some(({ box }) => isInside(box, x, y))
      ? undefined
      : 'it is text of the dialog';
  }
  const found = hit(glass.placed(), x, y + (glass.page?.scrollY ?? 0));
  if (found === undefined) return 'nothing there takes touches';
  if (listensToTouch(found.widget)) return undefined;
  return `${found.widget.type} ${describe(found)} is in front and does not listen`;
}

function describe({ widget, box }: Placed): string {
  const text = textOf(widget);
  return text === '' ? `at ${box.x},${box.y} ${box.w}x${box.h}` : JSON.stringify(text);
}

function whyUnseen(machine: Machine, glass: Glass, label: string): string {
  const found = glass.placed().find(({ widget }) => textOf(widget).includes(label));
  if (found === undefined) return 'there is no such label';
  if (machine.dialog !== undefined) return 'a dialog is in front of it';
  const { y } = centreOf(glass.onScreen(found.box));
  const isScrolledAway = y < 0 || y >= machine.options.device.height;
  return isScrolledAway ? 'it is scrolled out of sight' : 'it is outside the glass or under the status bar';
}

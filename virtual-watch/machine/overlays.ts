import type { Clock } from './clock';
import type { Dialog } from './page-state';

/** How long a toast stays; the docs do not say. */
const TOAST_MS = 3_000;

/** What lies over the page: the app's dialog, a question of the system, a toast. All of them end with the app. */
export class Overlays {
  readonly #clock: Clock;
  #dialog: Dialog | undefined;
  #question: Dialog | undefined;
  #toast: { readonly text: string; readonly until: number } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The dialog in front, which takes every touch and key. The system's question comes before the app's dialog. */
  get dialog(): Dialog | undefined {
    return this.#question ?? this.#dialog;
  }

  get toast(): string | undefined {
    return this.#toast !== undefined && this.#clock.now() < this.#toast.until ? this.#toast.text : undefined;
  }

  /** Shows the app's dialog; `undefined` removes it. */
  show(dialog: Dialog | undefined): void {
    this.#dialog = dialog;
  }

  /** Shows the system's question; `undefined` removes it. */
  ask(question: Dialog | undefined): void {
    this.#question = question;
  }

  say(text: string): void {
    this.#toast = { text, until: this.#clock.now() + TOAST_MS };
  }

  clear(): void {
    this.#dialog = undefined;
    this.#question = undefined;
    this.#toast = undefined;
  }
}

import type { Clock } from './clock';
import type { Dialog } from './page-state';

/** How long a toast stays; the docs do not say. */
const TOAST_MS = 3_000;

/** What lies over the page: a dialog of its own, a question of the system, a toast. None of them outlasts the app. */
export class Overlays {
  readonly #clock: Clock;
  #dialog: Dialog | undefined;
  #question: Dialog | undefined;
  #toast: { readonly text: string; readonly until: number } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What is in front and takes every touch and key, the system's question before the page's own dialog. */
  get dialog(): Dialog | undefined {
    return this.#question ?? this.#dialog;
  }

  get toast(): string | undefined {
    return this.#toast !== undefined && this.#clock.now() < this.#toast.until ? this.#toast.text : undefined;
  }

  /** The page's dialog; `undefined` takes it away. */
  show(dialog: Dialog | undefined): void {
    this.#dialog = dialog;
  }

  /** The system's question, likewise. */
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

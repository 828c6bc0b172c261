/** One entry in the notification centre, from `notify`. */
export interface Notification {
  readonly id: number;
  /** ms since the watch was booted. */
  readonly at: number;
  /** The time of day when it arrived, ms since 1970 UTC; setting the clock does not change it. */
  readonly wall: number;
  readonly title: string;
  readonly content: string;
  readonly actions: readonly NotificationAction[];
  /** The file that posted it. */
  readonly by: string;
}

/** A button of a notification. It opens a page of the app or wakes a service, given by its path without `.js`. */
export interface NotificationAction {
  readonly text: string;
  readonly file: string;
  readonly param: string | undefined;
}

export class Notifications {
  readonly #shown = new Map<number, Notification>();
  readonly #everPosted: Notification[] = [];
  #lastId = 0;

  post(notification: Omit<Notification, 'id'>): number {
    const posted = { ...notification, id: (this.#lastId += 1) };
    this.#shown.set(posted.id, posted);
    this.#everPosted.push(posted);
    return posted.id;
  }

  cancel(id: number): void {
    this.#shown.delete(id);
  }

  clear(): void {
    this.#shown.clear();
  }

  /** Those still in the notification centre. */
  shown(): readonly Notification[] {
    return [...this.#shown.values()];
  }

  /** All notifications so far, including removed ones. */
  everPosted(): readonly Notification[] {
    return this.#everPosted;
  }
}

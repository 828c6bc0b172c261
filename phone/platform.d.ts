/**
 * What the Zepp app offers to a side service and a settings page, as far as Legato uses it (Zepp OS docs,
 * reference/side-service-api and reference/app-settings-api). There are no official typings.
 */

/** Texts by key. A missing key reads as null or undefined. */
interface SettingsStorage {
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  toObject(): Readonly<Record<string, unknown>>;
}

/** The storage of a side service; a settings page gets it as an argument of `build`. */
declare const settings: { readonly settingsStorage: SettingsStorage };

declare const console: { log(...what: unknown[]): void };

/** The clipboard was found on one phone (docs/platform.md, Q4); any part of it may be missing. */
declare const navigator: { readonly clipboard?: { writeText(text: string): Promise<unknown> } } | undefined;

declare function AppSideService(service: unknown): void;

interface SettingsPage {
  /** Called at once and again after every change of the storage. */
  build(props: { readonly settingsStorage: SettingsStorage }): RenderFunc;
}

declare function AppSettingsPage(page: SettingsPage): void;

/** The result of a component; only the Zepp app looks inside. */
interface RenderFunc {
  readonly __render: never;
}

type ComponentStyle = Readonly<Record<string, string | number>>;

declare function View(
  props: { readonly style?: ComponentStyle; readonly onClick?: () => void },
  children?: readonly RenderFunc[],
): RenderFunc;

declare function Text(
  props: { readonly style?: ComponentStyle; readonly bold?: boolean; readonly paragraph?: boolean },
  children?: readonly (RenderFunc | string)[],
): RenderFunc;

declare function Button(props: {
  readonly label?: string;
  readonly style?: ComponentStyle;
  readonly onClick?: () => void;
}): RenderFunc;

declare function Link(props: { readonly source?: string }, children?: readonly RenderFunc[]): RenderFunc;

declare function TextInput(props: {
  readonly label?: string;
  readonly value?: string;
  readonly multiline?: boolean;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly labelStyle?: ComponentStyle;
  readonly subStyle?: ComponentStyle;
  readonly onChange?: (value: string) => void;
}): RenderFunc;

/** Zepp's compiler replaces this import with the translations of the module's `.po` files. */
declare module 'i18n' {
  /** The translation of `msgid` into the phone's language, or `msgid` itself if there is none. */
  export function gettext(msgid: string): string;
}

/** The part of ZML 0.0.43 that the side service uses, without the `any` of its own typings. */
declare module '@zeppos/zml/base-side' {
  interface SideServiceOptions {
    onInit(): void;
    onRequest(request: unknown, respond: (error: unknown, answer?: unknown) => void): void;
    onDestroy(): void;
  }

  /** Adds ZML's link to the watch to the options of a side service. */
  export function BaseSideService(options: SideServiceOptions): unknown;
}

import type * as Zos from '@zos/interaction';

import { isApiLevelAtLeast, type Key } from '../machine/device';
import type { DialogButton } from '../machine/page-state';
import { intoRealm } from '../machine/realm';
import { pageOf, type Scope } from '../machine/scope';
import { requireAlive, type ZosModule } from './module';
import { checkOption, checkValue } from './options';

// The docs publish no numbers for these constants; they are made up, each list in its own range.
export const KEY_IDS = {
  BACK: 601,
  SELECT: 602,
  HOME: 603,
  UP: 604,
  DOWN: 605,
  SHORTCUT: 606,
} as const satisfies Record<Key, number>;
export const KEY_EVENT_IDS = {
  CLICK: 621,
  LONG_PRESS: 622,
  DOUBLE_CLICK: 623,
  PRESS: 624,
  RELEASE: 625,
} as const;
export const GESTURE_IDS = { up: 641, down: 642, left: 643, right: 644 } as const;
export const WRIST_MOTION_IDS = { LIFT: 661, LOWER: 662, FLIP: 663 } as const;
const MODAL_CONFIRM = 681;
const MODAL_CANCEL = 682;
/** `type` of the first capsule button (Zepp OS docs, createModal). */
const FIRST_CAPSULE = 10;

type Interaction = Omit<typeof Zos, 'onKey' | 'onGesture' | 'onDigitalCrown' | 'createModal'>;
// Declared twice in the typings, with an object and with the bare callback; the model accepts both.
type Registrations = Readonly<Record<'onKey' | 'onGesture' | 'onDigitalCrown', (option: unknown) => void>> & {
  createModal(option: unknown): { show(isShow: boolean): void };
};

export const interaction: ZosModule = {
  name: '@zos/interaction',
  inService: 'none',
  make: (scope) =>
    ({
      KEY_BACK: KEY_IDS.BACK,
      KEY_SELECT: KEY_IDS.SELECT,
      KEY_HOME: KEY_IDS.HOME,
      KEY_UP: KEY_IDS.UP,
      KEY_DOWN: KEY_IDS.DOWN,
      KEY_SHORTCUT: KEY_IDS.SHORTCUT,
      KEY_EVENT_CLICK: KEY_EVENT_IDS.CLICK,
      KEY_EVENT_LONG_PRESS: KEY_EVENT_IDS.LONG_PRESS,
      KEY_EVENT_DOUBLE_CLICK: KEY_EVENT_IDS.DOUBLE_CLICK,
      KEY_EVENT_PRESS: KEY_EVENT_IDS.PRESS,
      KEY_EVENT_RELEASE: KEY_EVENT_IDS.RELEASE,
      GESTURE_UP: GESTURE_IDS.up,
      GESTURE_DOWN: GESTURE_IDS.down,
      GESTURE_LEFT: GESTURE_IDS.left,
      GESTURE_RIGHT: GESTURE_IDS.right,
      MODAL_CONFIRM,
      MODAL_CANCEL,
      WRIST_MOTION_LIFT: WRIST_MOTION_IDS.LIFT,
      WRIST_MOTION_LOWER: WRIST_MOTION_IDS.LOWER,
      WRIST_MOTION_FLIP: WRIST_MOTION_IDS.FLIP,
      onKey: (option) => {
        register(scope, 'onKey', 'key', option);
      },
      offKey: () => {
        pageOf(scope, 'offKey').handlers.key = undefined;
      },
      onGesture: (option) => {
        register(scope, 'onGesture', 'gesture', option);
      },
      offGesture: () => {
        pageOf(scope, 'offGesture').handlers.gesture = undefined;
      },
      onDigitalCrown: (option) => {
        register(scope, 'onDigitalCrown', 'crown', option);
      },
      offDigitalCrown: () => {
        pageOf(scope, 'offDigitalCrown').handlers.crown = undefined;
      },
      onWristMotion: (option) => {
        const callback = callbackOf(scope, 'onWristMotion', option);
        pageOf(scope, 'onWristMotion').handlers.wrist = (motion) => callback(intoRealm(scope.realm, motion));
      },
      showToast: (option) => {
        scope.system.showToast(checkOption(scope, 'showToast', option, { content: 'string' }).content);
      },
      createModal: (option) => createModal(scope, option),
    }) satisfies Interaction & Registrations,
};

/**
 * One callback of each kind. With more than one, the docs say that "the last registered event" fails, app authors that
 * the last one wins, so a page that registers twice without unregistering is wrong on some watch.
 */
function register(scope: Scope, api: string, kind: 'key' | 'gesture' | 'crown', option: unknown): void {
  const { handlers } = pageOf(scope, api);
  if (handlers[kind] !== undefined)
    scope.misuse(`${api} is called a second time: one of the two would hear nothing`);
  handlers[kind] = callbackOf(scope, api, option);
}

function callbackOf(scope: Scope, api: string, option: unknown): (...args: readonly unknown[]) => unknown {
  if (typeof option === 'function') return checkValue(scope, api, option, 'function');
  return checkOption(scope, api, option, { callback: 'function' }).callback;
}

/** A dialog with two buttons or, from API 3.6, with one for each entry of `capsuleButton`. */
function createModal(scope: Scope, option: unknown): { show(isShow: boolean): void } {
  const modal = checkOption(scope, 'createModal', option, {
    content: 'string?',
    title: 'string?',
    subtitle: 'string?',
    text: 'string?',
    show: 'boolean?',
    autoHide: 'boolean?',
    onClick: 'function?',
    capsuleButton: 'array?',
    src: 'unmodelled',
    textColor: 'unmodelled',
    textAlpha: 'unmodelled',
    okButton: 'unmodelled',
    cancelButton: 'unmodelled',
  });
  if (modal.content === undefined && modal.title === undefined) scope.misuse('createModal needs content');
  const isRich = [modal.title, modal.subtitle, modal.text, modal.capsuleButton].some(
    (field) => field !== undefined,
  );
  if (isRich && !isApiLevelAtLeast(scope.device.apiLevel, '3.6'))
    scope.misuse('createModal: content only, below API 3.6');

  const press = (type: number) => () => {
    if (modal.autoHide !== false) show(false);
    scope.enter('createModal onClick', () => modal.onClick?.(intoRealm(scope.realm, { type })));
  };
  const lines = [modal.title ?? modal.content, modal.subtitle, modal.text];
  const text = lines.filter((line) => line !== undefined).join('\n');
  const dialog = { text, buttons: buttonsOf(scope, modal.capsuleButton, press) };
  let isShown = false;
  function show(wanted: boolean): void {
    if (wanted === isShown) return;
    isShown = wanted;
    scope.system.showDialog(wanted ? dialog : undefined);
  }
  scope.lifetime.own(() => show(false));
  if (modal.show !== false) show(true);
  return {
    show(isShow) {
      requireAlive(scope);
      show(checkValue(scope, 'Modal.show', isShow, 'boolean'));
    },
  };
}

/** Labels for the two buttons, which are icons on a watch. */
const CANCEL_AND_OK: Readonly<Record<string, readonly [cancel: string, ok: string]>> = {
  'zh-CN': ['取消', '确定'],
};

function buttonsOf(
  scope: Scope,
  capsules: readonly unknown[] | undefined,
  press: (type: number) => () => void,
): readonly DialogButton[] {
  if (capsules === undefined) {
    const [cancel, ok] = CANCEL_AND_OK[scope.language] ?? ['Cancel', 'OK'];
    return [
      { label: cancel, icon: 'cancel', press: press(MODAL_CANCEL) },
      { label: ok, icon: 'confirm', press: press(MODAL_CONFIRM) },
    ];
  }
  return capsules.map((label, index) => ({
    label: checkValue(scope, 'createModal: capsuleButton', label, 'string'),
    press: press(FIRST_CAPSULE + index),
  }));
}

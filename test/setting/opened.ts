import type { Clipboard, Phone } from '../../phone/phone';
import type { PageView } from '../../phone/page-view';
import { readPhoneState } from '../../phone/phone-state';
import type { PhoneClock } from '../../phone/phone-state';
import type { Node } from '../../setting/node';
import type { Actions } from '../../setting/actions';
import { actionsOn } from '../../setting/actions';
import { settingsPage } from '../../setting/page';
import type { Pasted } from '../../setting/out/actions';
import type { Voice } from '../../setting/words';
import type { ViewInMemory } from '../../phone/view-in-memory';
import { rememberingView } from '../../phone/view-in-memory';
import type { MemoryStorage } from '../phone/memory-storage';

export const ENGLISH: Voice = { translate: (text) => text, offsetAt: () => 120 };

/** The page on a storage, with working actions; it is rebuilt every time it is read. */
export class OpenedPage {
  readonly storage: MemoryStorage;
  private readonly voice: Voice;
  private readonly phone: Phone;
  private readonly pasted: Pasted = {};

  private readonly memory: ViewInMemory = {};

  constructor(storage: MemoryStorage, now: () => number, voice: Voice = ENGLISH, clipboard?: Clipboard) {
    this.storage = storage;
    this.voice = voice;
    const clock = (): PhoneClock => ({ now: now(), offsetAt: voice.offsetAt });
    const remembering = rememberingView(storage, this.memory);
    this.phone = { storage: remembering, clock, random: Math.random, clipboard };
  }

  /** Created each time, as the page does whenever it is built. */
  get actions(): Actions {
    return actionsOn(this.phone, () => undefined, this.pasted);
  }

  page(): Node {
    const state = readPhoneState(this.phone.storage, this.phone.clock());
    const refusedText = this.pasted.plan ?? state.refusedText;
    const isUnsaved = this.memory.text !== undefined || this.pasted.plan !== undefined;
    return settingsPage({ ...state, refusedText, isUnsaved }, this.actions, this.voice);
  }

  nodes(): readonly Node[] {
    return flat(this.page());
  }

  texts(): readonly string[] {
    return this.nodes().flatMap((node) =>
      'text' in node ? [node.text] : 'label' in node ? [node.label] : [],
    );
  }

  /** Taps the button whose label contains `label`. */
  press(label: string, nth = 1): void {
    const button = this.nodes().filter((node) => node.kind === 'button' && node.label.includes(label))[
      nth - 1
    ];
    if (button?.kind !== 'button')
      throw new Error(`There is no button "${label}": ${this.texts().join(' | ')}`);
    button.onClick();
  }

  type(label: string, text: string): void {
    const field = this.nodes().find(
      (node) => (node.kind === 'field' || node.kind === 'input') && node.label.includes(label),
    );
    if (field?.kind !== 'field' && field?.kind !== 'input') throw new Error(`There is no field "${label}".`);
    field.onChange(text);
  }

  view(values: PageView): void {
    this.actions.set(values);
  }
}

export function flat(node: Node): readonly Node[] {
  return 'children' in node ? [node, ...node.children.flatMap(flat)] : [node];
}

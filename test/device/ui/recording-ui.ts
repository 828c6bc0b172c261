import type { Ui, Widget } from '../../../device/watch/ui';

export interface RecordedWidget extends Widget {
  readonly type: string;
  readonly options: Record<string, unknown>;
}

export interface RecordingUi {
  readonly ui: Ui;
  /** The widgets from back to front. */
  readonly screen: RecordedWidget[];
  /** One line for each call, with the names of the properties that it set. */
  readonly calls: string[];
}

const TYPES = ['TEXT', 'BUTTON', 'ARC', 'FILL_RECT', 'CIRCLE', 'IMG', 'PAGE_SCROLLBAR'] as const;
const PROPS = { MORE: 1, TEXT: 2 } as const;

/** `@zos/ui` as far as pages need it: a widget that was deleted takes no more calls. */
export function recordingUi(): RecordingUi {
  const screen: RecordedWidget[] = [];
  const calls: string[] = [];
  const ui: Ui = {
    createWidget(type, options) {
      const name = TYPES[type] ?? 'unknown';
      const made: RecordedWidget = {
        type: name,
        options: { ...options },
        setProperty(property, value) {
          if (!screen.includes(made)) throw new Error('the widget was deleted');
          const changes = property === PROPS.TEXT ? { text: value } : { ...(value as object) };
          calls.push(`set ${Object.keys(changes).join(' ')}`);
          Object.assign(made.options, changes);
        },
      };
      calls.push(`create ${name}`);
      screen.push(made);
      return made;
    },
    deleteWidget(widget) {
      const index = screen.findIndex((made) => made === widget);
      if (index < 0) throw new Error('the widget was deleted before');
      screen.splice(index, 1).forEach(({ type }) => calls.push(`delete ${type}`));
    },
    widget: { TEXT: 0, BUTTON: 1, ARC: 2, FILL_RECT: 3, CIRCLE: 4, IMG: 5, PAGE_SCROLLBAR: 6 },
    prop: PROPS,
    align: { LEFT: 0, CENTER_H: 1, RIGHT: 2, CENTER_V: 3 },
    text_style: { WRAP: 0, ELLIPSIS: 1 },
  };
  return { ui, screen, calls };
}

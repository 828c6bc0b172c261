/**
 * `@zos/ui` as far as pages need it: keeps the widgets from back to front and counts the calls.
 */

export interface RecordedWidget {
  readonly type: string;
  readonly options: Record<string, unknown>;
  setProperty(property: string, value: unknown): void;
}

export const screen: RecordedWidget[] = [];
export const calls: string[] = [];

export function forgetCalls(): void {
  calls.length = 0;
}

const named = (name: string): string => name;
const names = (list: readonly string[]): Record<string, string> =>
  Object.fromEntries(list.map((name) => [name, named(name)]));

export const widget = names(['TEXT', 'BUTTON', 'ARC', 'FILL_RECT', 'CIRCLE', 'IMG']);
export const prop = names(['MORE', 'TEXT']);
export const align = names(['LEFT', 'CENTER_H', 'RIGHT', 'CENTER_V']);
export const text_style = names(['WRAP', 'ELLIPSIS']);

export function createWidget(type: string, options: Record<string, unknown>): RecordedWidget {
  const made: RecordedWidget = {
    type,
    options: { ...options },
    setProperty(property, value) {
      if (!screen.includes(made)) throw new Error('the widget was deleted');
      const changes = property === 'TEXT' ? { text: value } : { ...(value as object) };
      calls.push(`${property} ${Object.keys(changes).join(' ')}`);
      Object.assign(made.options, changes);
    },
  };
  calls.push(`create ${type}`);
  screen.push(made);
  return made;
}

export function deleteWidget(made: RecordedWidget): void {
  const index = screen.indexOf(made);
  if (index < 0) throw new Error('the widget was deleted before');
  calls.push(`delete ${made.type}`);
  screen.splice(index, 1);
}

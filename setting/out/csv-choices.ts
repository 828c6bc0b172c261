import type { CsvForm, CsvRows } from '../../phone/out/csv';
import { CSV_ROWS } from '../../phone/out/csv';
import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import type { Node } from '../node';
import { button } from '../node';
import { isCareTold } from '../sections/told';
import type { Voice } from '../words';
import { say } from '../words';

/** The form chosen in the view. */
export function csvForm(state: PhoneState): CsvForm {
  const { view } = state;
  const care = isCareTold('csv', state);
  const rows = CSV_ROWS.find((known) => known === view['csv.rows']) ?? 'session';
  return {
    rows: care || !isOfCare(rows) ? rows : 'session',
    care,
    separator: view['csv.separator'] === ';' ? ';' : ',',
    decimal: view['csv.decimal'] === ',' ? ',' : '.',
    mark: view['csv.mark'] !== 'off',
  };
}

export function csvChoices(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const { set } = actions;
  const { rows, separator, decimal, mark, care } = csvForm(state);
  const turn = (label: string, values: Readonly<Record<string, string>>): Node =>
    button(label, 'row', () => set(values));
  return [
    turn(rowsName(rows, voice), { 'csv.rows': rowsAfter(rows, care), part: '' }),
    turn(separator === ';' ? say(voice, 'Between cells: semicolon') : say(voice, 'Between cells: comma'), {
      'csv.separator': separator === ';' ? '' : ';',
    }),
    turn(decimal === ',' ? say(voice, 'Decimal sign: comma') : say(voice, 'Decimal sign: point'), {
      'csv.decimal': decimal === ',' ? '' : ',',
    }),
    turn(
      mark
        ? say(voice, 'Mark for Excel at the beginning: yes')
        : say(voice, 'Mark for Excel at the beginning: no'),
      {
        'csv.mark': mark ? 'off' : '',
      },
    ),
  ];
}

/** Whether the rows contain only care data. */
export function isOfCare(rows: CsvRows): boolean {
  return rows === 'diary' || rows === 'locks' || rows === 'answers';
}

function rowsName(rows: CsvRows, voice: Voice): string {
  switch (rows) {
    case 'session':
      return say(voice, 'Rows: one a session');
    case 'zone':
      return say(voice, 'Rows: one a zone');
    case 'diary':
      return say(voice, 'Rows: one a day of the diary and a leg');
    case 'locks':
      return say(voice, 'Rows: one a lock');
    case 'answers':
      return say(voice, 'Rows: one an answer');
  }
}

/** The rows after the next touch. */
function rowsAfter(rows: CsvRows, care: boolean): CsvRows {
  const offered = CSV_ROWS.filter((each) => care || !isOfCare(each));
  return offered[(offered.indexOf(rows) + 1) % offered.length] ?? 'session';
}

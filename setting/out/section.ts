import { howMade } from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';
import type { Day } from '../../core/calendar/day';
import type { Instant } from '../../core/time';
import { answersOf } from '../../phone/care/answered';
import { allLocks } from '../../phone/care/days';
import { dateOfPhone } from '../../phone/history/overview';
import { wholeDiary } from '../../phone/diary/whole';
import { sessionsIn } from '../../phone/history/library';
import type { PhoneState } from '../../phone/phone-state';
import type { BackupProblem, BackupRest } from '../../phone/out/backup';
import { BACKUP_LIMIT, backupText } from '../../phone/out/backup';
import { answersCsv, csvOf, diaryCsv, locksCsv } from '../../phone/out/csv';
import type { Cut } from '../../phone/out/cut';
import { cutRows, mailLink } from '../../phone/out/cut';
import type { ImportPreview, RefusedRow } from '../../phone/out/import';
import { withoutCare } from '../../phone/out/without-care';
import type { Actions } from '../actions';
import { pair } from '../history/day-words';
import type { Node } from '../node';
import { button, choice, line, row } from '../node';
import { foldingCard } from '../sections/fold';
import { careSwitch, isCareTold } from '../sections/told';
import type { Voice } from '../words';
import { say, watchName } from '../words';
import { backupPieces } from './backup-pieces';
import { csvChoices, csvForm, isOfCare } from './csv-choices';
import { partNodes } from './parts';
import { reportText } from './report';

/** Exports of the data, and the import of a backup. */
export function outSection(state: PhoneState, actions: Actions, voice: Voice): Node {
  return foldingCard('out', say(voice, 'Report, backup, table'), state, actions, () => {
    const what = state.view['out'];
    const choose = (name: string, label: string): Node =>
      choice(label, what === name, () =>
        actions.set({ out: what === name ? '' : name, part: '', copied: '' }),
      );
    return [
      choose('report', say(voice, 'Report for a therapist')),
      choose('csv', say(voice, 'Table for a spreadsheet: CSV')),
      ...(what === 'csv' ? csvChoices(state, actions, voice) : []),
      choose('json', say(voice, 'Backup: JSON')),
      ...(what === undefined ? [] : papers(what, state, actions, voice)),
      ...wayIn(actions, voice),
    ];
  });
}

/**
 * The most sessions in one part: few enough to build without a noticeable delay, to fit in a field, and to import
 * again.
 */
const PART_SESSIONS = 200;

/** Sessions that go out together: those of whole months, or, of a month with too many of them, those of some places. */
interface Part {
  readonly months: readonly string[];
  readonly from: number;
  /** Infinity for the last part of a month. */
  readonly to: number;
}

/** The parts, oldest first. */
function partsOf({ library }: PhoneState): readonly Part[] {
  const parts: Part[] = [];
  let months: string[] = [];
  let count = 0;
  const end = (): void => {
    for (let from = 0; from === 0 || from < count; from += PART_SESSIONS) {
      parts.push({ months, from, to: from + PART_SESSIONS < count ? from + PART_SESSIONS : Infinity });
    }
    [months, count] = [[], 0];
  };
  library.months.forEach((month) => {
    const more = library.countOf(month);
    if (count > 0 && count + more > PART_SESSIONS) end();
    months.push(month);
    count += more;
  });
  end();
  return parts;
}

/** The sessions of a part, oldest first. */
function sessionsOf({ library }: PhoneState, part: Part | undefined): readonly SessionRecord[] {
  return part ? [...sessionsIn(library, part.months)].reverse().slice(part.from, part.to) : [];
}

function papers(what: string, state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  if (what === 'report')
    return [
      careSwitch('report', state, actions, voice),
      ...ways(say(voice, 'Legato: leg massage, a report'), reportText(state, voice), actions, state, voice),
    ];
  const place = what === 'json' ? 'json' : 'csv';
  const form = csvForm(state);
  if (place === 'csv' && isOfCare(form.rows)) {
    const dayOfInstant = (at: Instant): Day => dateOfPhone(at, state);
    const table =
      form.rows === 'diary'
        ? diaryCsv(wholeDiary(state.diary).days, form)
        : form.rows === 'locks'
          ? locksCsv(allLocks(state.everSaid), form, dayOfInstant)
          : answersCsv(answersOf(state), form, dayOfInstant);
    return [
      careSwitch(place, state, actions, voice),
      ...ways(say(voice, 'Legato: a table'), table, actions, state, voice),
    ];
  }
  const all = partsOf(state);
  const pieces = what === 'json' ? backupPieces(state) : [];
  const parts = Math.max(all.length, pieces.length);
  const part = Math.min(parts, Math.max(1, Number(state.view['part'] ?? parts) || parts));
  // Sessions and pieces both end with the last part.
  const back = parts - part + 1;
  const sessions = sessionsOf(state, all[all.length - back]);
  const text =
    what === 'json'
      ? backup(sessions, pieces[pieces.length - back]?.(), [part, parts], state)
      : csv(sessions, state, voice);
  const go = (to: number) => () => actions.set({ part: String(to), copied: '' });
  return [
    careSwitch(place, state, actions, voice),
    ...(parts > 1
      ? [
          line('text', say(voice, 'Part {part} of {parts}', { part, parts })),
          row(
            ...(part > 1 ? [button(say(voice, 'Earlier part'), 'plain', go(part - 1))] : []),
            ...(part < parts ? [button(say(voice, 'Later part'), 'plain', go(part + 1))] : []),
          ),
        ]
      : []),
    ...ways(
      what === 'json' ? say(voice, 'Legato: a backup') : say(voice, 'Legato: a table'),
      text,
      actions,
      state,
      voice,
    ),
  ];
}

function backup(
  sessions: readonly SessionRecord[],
  rest: BackupRest | undefined,
  part: readonly [part: number, parts: number],
  state: PhoneState,
): string {
  const told = isCareTold('json', state) ? sessions : sessions.map(withoutCare);
  return backupText(told, rest, state.clock.now, part);
}

function csv(sessions: readonly SessionRecord[], state: PhoneState, voice: Voice): string {
  const { exchange, settings } = state;
  return csvOf(sessions, csvForm(state), {
    dayEnd: settings.dayEnd,
    watchName: (record) => (howMade(record) === 'hand' ? '' : (watchName(record, exchange, voice) ?? '')),
  });
}

/** The most characters a field holds: a part of any sessions and the longest piece of the rest of a backup. */
const FIELD_LIMIT = 400_000;

/**
 * The ways to export a text: by mail, by copying from a field, and by the clipboard if there is one. Each says what it
 * had to leave out.
 */
export function ways(
  subject: string,
  text: string,
  actions: Actions,
  state: PhoneState,
  voice: Voice,
): readonly Node[] {
  const told = ({ rows, of }: Cut): string => say(voice, 'Cut here. Lines: {rows} of {of}.', { rows, of });
  const mail = mailLink(subject, text, told);
  const field = cutRows(text, FIELD_LIMIT);
  const isCut = ({ rows, of }: Cut): boolean => rows < of;
  const { copy } = actions.out;
  return [
    { kind: 'link', label: say(voice, 'Write a mail with it'), address: mail.address },
    ...(isCut(mail.cut) ? [line('quiet', pair(say(voice, 'A mail takes less'), told(mail.cut), voice))] : []),
    ...(copy ? [button(say(voice, 'Copy it'), 'plain', () => copy(text))] : []),
    ...(state.view['copied'] === undefined
      ? []
      : [line('quiet', say(voice, 'Copied, if the phone allowed it.'))]),
    {
      kind: 'field',
      label: say(voice, 'To copy by hand; what is changed here is not kept'),
      value: field.text,
      rows: 8,
      onChange: () => undefined,
    },
    ...(isCut(field) ? [line('quiet', told(field))] : []),
  ];
}

function wayIn(actions: Actions, voice: Voice): readonly Node[] {
  const previewed = actions.out.previewed();
  return [
    line('strong', say(voice, 'Bring a backup in')),
    {
      kind: 'field',
      label: say(voice, 'Paste a backup'),
      value: '',
      rows: 3,
      onChange: actions.out.preview,
    },
    ...(previewed === undefined
      ? []
      : previewed.ok
        ? previewNodes(previewed.value, actions, voice)
        : [line('warning', backupProblem(previewed.error, voice))]),
  ];
}

/** How many refused sessions are listed individually. */
const TOLD_ROWS = 5;

function previewNodes(preview: ImportPreview, actions: Actions, voice: Voice): readonly Node[] {
  const { added, known, deleted, deletions, refused, excuses, diary, locks, lifted, unlocks } = preview;
  const count = (name: string, number: number): readonly Node[] =>
    number === 0 ? [] : [line('text', pair(name, String(number), voice))];
  const [part, parts] = preview.part;
  return [
    ...(parts > 1
      ? [line('text', say(voice, 'Part {part} of {parts}: bring in the other parts too.', { part, parts }))]
      : []),
    line('text', say(voice, 'Sessions to bring in: {count}', { count: added.length })),
    ...count(say(voice, 'Here already'), known),
    ...count(say(voice, 'Deleted here, and stays so'), deleted),
    ...count(say(voice, 'Deleted there, and stays so here'), deletions.size),
    ...count(say(voice, 'Days that were left out, to bring in'), excuses.size),
    ...count(say(voice, 'Weeks of the diary, to bring in'), diary?.begun.length ?? 0),
    ...count(say(voice, 'Days of the diary, to bring in'), diary?.days.length ?? 0),
    ...count(say(voice, 'Locks of a leg, to bring in'), locks.length),
    ...count(say(voice, 'Lifted locks, for the record only'), lifted.length / 2),
    ...(unlocks > 0
      ? [line('quiet', say(voice, 'A backup lifts no lock: say here once more what a doctor said.'))]
      : []),
    ...partNodes(preview, voice),
    ...count(say(voice, 'Refused'), refused.length),
    ...refused.slice(0, TOLD_ROWS).map((each) => line('quiet', refusedWords(each, voice))),
    row(
      button(say(voice, 'Leave it'), 'plain', actions.out.leave),
      button(say(voice, 'Bring it in'), 'plain', actions.out.takeIn),
    ),
  ];
}

function refusedWords({ place, why }: RefusedRow, voice: Voice): string {
  switch (why) {
    case 'notASession':
      return say(voice, 'No. {place} is not a session that Legato can read.', { place });
    case 'newerFormat':
      return say(voice, 'No. {place} is from a newer Legato: update Legato first.', { place });
    case 'other':
      return say(voice, 'No. {place} is here already, but tells something else; yours is kept.', { place });
  }
}

function backupProblem(problem: BackupProblem, voice: Voice): string {
  switch (problem) {
    case 'tooLarge':
      return say(voice, 'This is more than {count} KB: paste a backup one part at a time.', {
        count: BACKUP_LIMIT / 1024,
      });
    case 'cut':
      return say(voice, 'The end of this backup is missing: copy all of it and paste it again.');
    case 'several':
      return say(voice, 'There is more than one backup, or part of one: paste one at a time.');
    case 'changed':
      return say(voice, 'This backup was changed on its way: copy it once more, with nothing in between.');
    case 'noVersion':
      return say(voice, 'This backup has no version that Legato knows. Nothing was changed.');
    case 'notJson':
      return say(voice, 'This is not a backup of Legato: paste the whole text of one, and nothing else.');
    case 'aPlan':
      return say(voice, 'This is a plan, not a backup: paste it under Plan.');
    case 'otherApp':
      return say(voice, 'This was not written by Legato. Nothing was changed.');
    case 'newerVersion':
      return say(voice, 'This backup is from a newer Legato: update Legato first.');
    case 'noSessions':
      return say(voice, 'There is no list of sessions in this backup. Nothing was changed.');
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LENGTH_TEXTS } from '../../core/length-of-time';
import { ASK_FIRST, EXPECTATION, STOP_SIGNS } from '../../core/care/texts';
import {
  LOCK_WORDS,
  LOCKED_WORDS,
  QUESTION_WORDS,
  SIGN_WORDS,
  STOP_WORDS,
  THICKER,
} from '../../core/care/words';
import type { RecordProblem } from '../../core/record/packed-record';
import { RECORD_PROBLEMS } from '../../core/record/packed-record';
import { REPAIR_NAMES } from '../../core/plan/paste/repair';
import { PASTE_TEXTS } from '../../core/plan/paste/sentence';
import { PLAN_TEXTS } from '../../core/plan/sentence';
import { LINE_TEXTS, OFF_WORD, TOTAL_WORD, ORDER_WORDS, PART_WORDS } from '../../core/plan/words/names';
import { LEG_WORDS, WHERE_TEXTS, ZONE_WORDS } from '../../core/plan/where';
import { LISTED } from '../../core/sentence';
import type { SessionRecord } from '../../core/record/record';
import { deleteSessions } from '../../phone/deletions';
import { noteRefusal, noteSighting } from '../../phone/exchange';
import { openLibrary } from '../../phone/history/library';
import { deleteWithUndo } from '../../phone/history/mend';
import { undoLast } from '../../phone/history/undo';
import {
  ASKING_KEY,
  asidePrefixOf,
  CHOSEN_KEY,
  DELETED_KEY,
  EXCHANGE_KEY,
  INDEX_KEY,
  MONTH_PREFIX,
  PLAN_KEY,
  PREFERENCES_KEY,
  VIEW_KEY,
} from '../../phone/storage-keys';
import { putRecords } from '../../phone/ledger';
import { notePageFailure } from '../../phone/page-failure';
import { readPhoneState } from '../../phone/phone-state';
import { putPlan } from '../../phone/plan-store';
import { sessionKey } from '../../phone/session-key';
import type { Node } from '../../setting/node';
import type { Actions } from '../../setting/actions';
import { settingsPage } from '../../setting/page';
import type { Voice } from '../../setting/words';
import { dateAndTime, duration, say } from '../../setting/words';
import { dailyRecord } from '../core/record/records';
import { LANGUAGES, readTranslations } from '../page/translations';
import { MemoryStorage } from '../phone/memory-storage';
import { TWO_ZONES_A_LEG } from '../core/plans';

const NOW = Date.UTC(2026, 4, 1, 6, 14);
const ENGLISH: Voice = { translate: (text) => text, offsetAt: () => 120 };

interface Seen {
  readonly page: Node;
  /** The actions of the person, in order. */
  readonly asked: string[];
}

function open(storage: MemoryStorage, voice: Voice = ENGLISH): Seen {
  const asked: string[] = [];
  const nothing = (): void => undefined;
  const actions: Actions = {
    ask: ({ id }) => asked.push(`ask ${id}`),
    keep: () => asked.push('keep'),
    remove: ({ id }) => asked.push(`remove ${id}`),
    set: (values) => asked.push(`set ${JSON.stringify(values)}`),
    putPlan: (text) => asked.push(`plan ${text}`),
    plan: {
      use: ({ legs }) => asked.push(`use ${legs.length}`),
      touch: ({ legs }) => asked.push(`touch ${legs.length}`),
      strength: (value) => asked.push(`strength ${value}`),
    },
    mend: {
      ...{ undo: nothing, addByHand: nothing, removeDays: nothing, removeDay: nothing, excuse: nothing },
      ...{ move: nothing, putSettings: nothing, turnDay: nothing },
    },
    diary: {
      ...{ begin: nothing, decline: nothing, answer: nothing, rate: nothing, back: nothing },
      ...{ keep: nothing, skip: nothing, measure: nothing, tell: nothing, remove: nothing },
    },
    care: {
      yes: nothing,
      askWhich: nothing,
      no: nothing,
      lock: nothing,
      lift: nothing,
      vein: nothing,
      country: nothing,
    },
    reminders: { set: nothing, words: nothing, time: nothing, quiet: nothing, evening: nothing },
    out: {
      copy: undefined,
      preview: nothing,
      previewed: () => undefined,
      takeIn: nothing,
      leave: nothing,
    },
  };
  const clock = { now: NOW, offsetAt: voice.offsetAt };
  return { page: settingsPage(readPhoneState(storage, clock), actions, voice), asked };
}

function flat(node: Node): readonly Node[] {
  return 'children' in node ? [node, ...node.children.flatMap(flat)] : [node];
}

function allTexts({ page }: Seen): readonly string[] {
  return flat(page).flatMap((node) => ('text' in node ? [node.text] : []));
}

/** Without those of the last card, which are always the same. */
function texts(seen: Seen): readonly string[] {
  const all = allTexts(seen);
  return all.slice(0, all.indexOf('When not to massage'));
}

function press({ page }: Seen, label: string, number = 0): void {
  const buttons = flat(page).filter((node) => node.kind === 'button' && node.label === label);
  const button = buttons[number];
  if (button?.kind !== 'button') throw new Error(`There is no button "${label}".`);
  button.onClick();
}

function inHistory(view: Readonly<Record<string, string>>): string {
  return JSON.stringify({ version: 1, view: { open: 'history', month: '2026-03', ...view } });
}

/** With the history open, at the month of most sessions of these tests. */
function withSessions(count: number): MemoryStorage {
  const storage = new MemoryStorage([[VIEW_KEY, inHistory({})]]);
  putRecords(
    storage,
    Array.from({ length: count }, (_, at) => dailyRecord(at)),
  );
  return storage;
}

test('the page ends with when not to massage, the most urgent first', () => {
  const storage = withSessions(3);
  const care = allTexts(open(storage)).slice(texts(open(storage)).length);
  expect(care).toHaveLength(7);
  expect(care[1]).toBe('Chest pain or sudden breathlessness: call the emergency number now.');
  expect(care[6]).toBe('For comfort. It does not remove veins or treat disease.');
});

const STANDARD = [
  'Left leg → Right leg · 10 min 35 s',
  'Left leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00',
  'Right leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00',
  'Get comfortable: 0:20',
  'Change legs: 0:15',
  'Light touch: 0:30',
  'Order: from the ankle up',
  'Planned days: every day',
];

test('before any watch was in touch the page says so', () => {
  expect(texts(open(new MemoryStorage()))).toEqual([
    'Not done yet',
    'Watch and phone',
    'No watch has been in touch yet.',
    'No session has arrived yet.',
    'Plan',
    'No plan was made on this phone.',
    'The standard plan:',
    ...STANDARD,
  ]);
});

test('the page shows the last exchange and each watch, in the time of the phone', () => {
  const storage = new MemoryStorage();
  noteSighting(
    storage,
    { id: 'abcdefghjk', name: 'Balance 2', waiting: { count: 2, request: 1 } },
    NOW - 60_000,
  );
  noteSighting(storage, { id: 'zzzzzzzzzz', name: '' }, NOW);
  expect(texts(open(storage)).slice(2, 7)).toEqual([
    'Last sync: today 08:14',
    'Watch',
    'Last seen: today 08:14 · Nothing is waiting on it.',
    'Balance 2',
    'Last seen: today 08:13 · Still waiting on it: 2',
  ]);
});

const refusals = [
  ['otherVersion', 'Watch and phone have different versions of Legato: update both.'],
  ['phoneFailed', 'The storage of the Zepp app failed. Make room on the phone and sync again.'],
  ['badRequest', 'The phone did not understand the watch. Nothing is lost; sync again.'],
] as const;

test.each(refusals)('after an exchange refused as %s the page says what to do', (code, sentence) => {
  const storage = new MemoryStorage();
  noteRefusal(storage, code, NOW);
  expect(texts(open(storage))).toContain(sentence);
});

const withHalfDone = (zones: SessionRecord['zones']): SessionRecord['zones'] =>
  zones.map((zone) => ({ ...zone, doneSeconds: 30 }));

test.each([
  ['finished', (zones: SessionRecord['zones']) => zones, 'Session done'],
  ['finished', withHalfDone, 'Partly done'],
  ['stopped', withHalfDone, 'Ended early'],
  ['interrupted', withHalfDone, 'Interrupted'],
] as const)('a session that was %s is called so', (ending, zonesOf, name) => {
  const storage = new MemoryStorage();
  const whole = dailyRecord(1);
  putRecords(storage, [{ ...whole, ending, zones: zonesOf(whole.zones) }]);
  expect(texts(open(storage)).filter((text) => text.endsWith(` · ${name}`))).toHaveLength(1);
});

test.each([
  ['viewNotStored', 'Not stored yet: what you typed or opened here'],
  ['pageNotChanged', 'Nothing was changed'],
  ['sessionNotDeleted', 'The session was not deleted'],
  ['planNotStored', 'The text could not be stored'],
] as const)('what the storage refused (%s) is reported, with what to do', (failure, title) => {
  const storage = new MemoryStorage();
  notePageFailure(storage, failure, NOW);
  const seen = texts(open(storage));
  expect(seen[seen.indexOf(title) + 1]).toContain('Make room on the phone and try again.');
});

test('deleting one of two sessions with the same id asks about that one', () => {
  const storage = withSessions(1);
  storage.setItem(VIEW_KEY, inHistory({ day: '2026-03-05' }));
  putRecords(storage, [{ ...dailyRecord(2), id: dailyRecord(0).id }]);
  storage.setItem(ASKING_KEY, sessionKey(dailyRecord(0)));
  expect(
    texts(open(storage)).filter(
      (text) => text === 'Delete this session? It can be undone until the next change.',
    ),
  ).toHaveLength(1);
});

test('a session in which the watch was taken off says so, and no other does', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [dailyRecord(1), { ...dailyRecord(2), version: 2, extensions: { takenOff: '2' } }]);
  expect(texts(open(storage)).filter((text) => text === 'The watch felt no wrist for a while.')).toHaveLength(
    1,
  );
});

test('a session is deleted after a question, and can be kept', () => {
  const storage = withSessions(2);
  storage.setItem(VIEW_KEY, inHistory({ day: '2026-03-05' }));
  const page = open(storage);
  press(page, 'Delete');
  expect(page.asked).toEqual(['ask abcdefghjk-0']);
  storage.setItem(ASKING_KEY, sessionKey(dailyRecord(0)));
  const question = open(storage);
  expect(texts(question)).toContain('Delete this session? It can be undone until the next change.');
  press(question, 'Keep');
  press(question, 'Yes, delete');
  expect(question.asked).toEqual(['keep', 'remove abcdefghjk-0']);
});

test('a deleted session is gone from count and list', () => {
  const storage = withSessions(2);
  deleteSessions(storage, [dailyRecord(0)]);
  const seen = texts(open(storage));
  expect(seen).toContain('On this phone: 1');
  expect(seen).not.toContain('2026-03-05 08:14');
});

test('after the only session was deleted the page does not say that none has arrived', () => {
  const storage = withSessions(1);
  deleteSessions(storage, [dailyRecord(0)]);
  const seen = texts(open(storage));
  expect(seen).toContain('On this phone: 0');
  expect(seen).not.toContain('No session has arrived yet.');
});

test('months that could not be read are named', () => {
  const storage = withSessions(2);
  storage.setItem(`${MONTH_PREFIX}2026-02`, 'damaged');
  expect(texts(open(storage))).toEqual(
    expect.arrayContaining([
      'Could not be read',
      '2026-02',
      'What was stored for these months is kept aside. New sessions are stored as usual.',
    ]) as string[],
  );
});

test('deletions that could not be read are reported beside the months', () => {
  const storage = withSessions(2);
  storage.setItem(DELETED_KEY, 'damaged');
  const seen = texts(open(storage));
  expect(seen.slice(seen.indexOf('Could not be read') + 1).slice(0, 2)).toEqual([
    'Which sessions were deleted',
    'Deleted sessions may be here again; delete them once more. What was stored is kept.',
  ]);
});

test('deletions that are gone are reported, and those that were undone are not', () => {
  const storage = withSessions(2);
  const [session] = openLibrary(storage).sessionsOf('2026-03');
  if (!session) throw new Error('there are two');
  deleteWithUndo(storage, [session]);
  expect(texts(open(storage))).not.toContain('Could not be read');
  const gone = storage.copy();
  gone.removeItem(DELETED_KEY);
  expect(texts(open(gone))).toContain('Which sessions were deleted');
  undoLast(storage);
  storage.removeItem(DELETED_KEY);
  expect(texts(open(storage))).not.toContain('Could not be read');
});

test('what cannot be read is named, and stays named after it was set aside', () => {
  const storage = withSessions(1);
  storage.setItem(EXCHANGE_KEY, 'damaged');
  storage.setItem(`${asidePrefixOf(PREFERENCES_KEY)}1`, 'damaged');
  const seen = texts(open(storage));
  expect(seen).not.toContain('No watch has been in touch yet.');
  expect(seen.slice(seen.indexOf('Could not be read') + 1).slice(0, 3)).toEqual([
    'When which watch was in touch',
    'The preferences of the watches',
    'What was stored there is kept aside. No session is missing for it.',
  ]);
});

test('choices for the watch that cannot be read are named, with what to do', () => {
  const storage = withSessions(1);
  storage.setItem(CHOSEN_KEY, '{"strength":["strong",1');
  const seen = texts(open(storage));
  expect(seen.slice(seen.indexOf('Could not be read') + 1).slice(0, 1)).toEqual([
    'What was chosen here for the watch: choose it again. Each watch asks its questions again.',
  ]);
});

test('a watch followed by another with the same name may have been reset, and the page says so', () => {
  const storage = new MemoryStorage();
  const hello = (id: string, count: number, at: number): void => {
    noteSighting(storage, { id, name: 'Balance', waiting: { count, request: 1 } }, at);
  };
  hello('abcdefghjk', 2, NOW);
  hello('zzzzzzzzzz', 0, NOW + 1);
  const since = 'Since then another watch of this name came, or this one after a reset.';
  expect(texts(open(storage))).toContain(`${since} In that case what waited on it is lost: 2`);
  hello('abcdefghjk', 0, NOW + 2);
  hello('mmmmmmmmmm', 0, NOW + 3);
  expect(texts(open(storage))).toContain(since);
});

test('a watch that could not read all its records is shown as having more than what waits', () => {
  const storage = new MemoryStorage();
  const unread = 'Some sessions on it could not be read.';
  noteSighting(storage, { id: 'abcdefghjk', whole: false }, NOW);
  expect(texts(open(storage))[4]).toBe(`Last seen: today 08:14 · ${unread}`);
  noteSighting(storage, { id: 'abcdefghjk', waiting: { count: 1, request: 1 } }, NOW);
  expect(texts(open(storage))[4]).toBe(`Last seen: today 08:14 · Still waiting on it: 1 · ${unread}`);
});

describe('records that the phone has refused', () => {
  const record = (name: string, code: RecordProblem) => ({ name, code });
  const refusedLines = (...refused: readonly ReturnType<typeof record>[]): readonly string[] => {
    const storage = new MemoryStorage();
    noteSighting(storage, { id: 'abcdefghjk', batch: { taken: [], refused } }, NOW);
    return texts(open(storage)).slice(4, -12);
  };

  test('are mentioned', () => {
    const storage = new MemoryStorage();
    const batch = { taken: [], refused: [record('1 a', 'recordInvalid')] };
    noteSighting(storage, { id: 'abcdefghjk', batch }, NOW);
    expect(texts(open(storage))[4]).toBe('Last seen: today 08:14');
    noteSighting(storage, { id: 'abcdefghjk', waiting: { count: 1, request: 1 } }, NOW);
    expect(texts(open(storage))[4]).toBe('Last seen: today 08:14 · Still waiting on it: 1');
  });

  test('ask for an update only if one helps', () => {
    expect(refusedLines(record('2 a', 'recordVersion'), record('2 b', 'recordVersion')).slice(1)).toEqual([
      'Refused when last seen: 2 from a newer Legato. Update Legato on the phone and sync again.',
    ]);
    expect(refusedLines(record('1 a', 'recordInvalid'), record('1 b', 'recordIdTaken')).slice(1)).toEqual([
      'Not readable when last seen, and kept on the watch: 1.',
      'Recorded otherwise on the phone when last seen, and kept on the watch: 1.',
    ]);
  });
});

test('the plan is shown in one line, and a refused text with its mistakes', () => {
  const storage = new MemoryStorage();
  putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW);
  expect(texts(open(storage))).toContain('Left leg → Right leg · 4 min 35 s');
  const refusals = [
    ['{', 'The text ends too early, in line 1: copy all of it, to the last bracket.'],
    ['x'.repeat(10_000), 'The text is too long, its characters are more than 9000: paste the plan alone.'],
    ['{}', 'The plan has no version: add "version": 1.'],
  ] as const;
  refusals.forEach(([text, sentence]) => {
    putPlan(storage, text, NOW);
    expect(texts(open(storage)).slice(-2)).toEqual(['The last text was not taken:', sentence]);
  });
  storage.setItem(PLAN_KEY, 'damaged');
  expect(texts(open(storage))).toEqual(
    expect.arrayContaining([
      'The stored plan cannot be used; the watch keeps the one it has.',
      'The plan could not be read: paste it again.',
    ]) as string[],
  );
});

test('the page shows which watches have the plan, and starts again for the next plan', () => {
  const storage = new MemoryStorage();
  const where = () => texts(open(storage)).slice(-1)[0];
  putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW);
  noteSighting(storage, { id: 'abcdefghjk', name: 'Balance 2' }, NOW);
  expect(where()).toBe('The watch takes it over at the next sync.');
  noteSighting(storage, { id: 'abcdefghjk', planSent: NOW }, NOW);
  expect(where()).toBe('Sent to the watch, not confirmed yet.');
  noteSighting(storage, { id: 'abcdefghjk', planRevision: NOW }, NOW);
  expect(where()).toBe('The watch has taken it over.');
  noteSighting(storage, { id: 'zzzzzzzzzz' }, NOW);
  expect(where()).toBe('Taken over by Balance 2; other watches follow at their next sync.');
  noteSighting(storage, { id: 'zzzzzzzzzz', planRevision: NOW }, NOW);
  noteSighting(storage, { id: 'yyyyyyyyyy' }, NOW);
  expect(where()).toBe('Taken over by Watch, Balance 2; other watches follow at their next sync.');
  putPlan(storage, JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: 5 }), NOW + 1);
  expect(where()).toBe('The watch takes it over at the next sync.');
});

test('corrections of the text of a plan are reported', () => {
  const storage = new MemoryStorage();
  putPlan(storage, `Hello,\n\uFEFF${JSON.stringify(TWO_ZONES_A_LEG)}`, NOW);
  expect(texts(open(storage))).toContain('Put right in the text: text around the plan.');
  putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW);
  expect(texts(open(storage)).filter((text) => text.startsWith('Put right'))).toEqual([]);
});

test('a refused text stays in the field, and an accepted one does not', () => {
  const storage = new MemoryStorage();
  const typed = () => flat(open(storage).page).flatMap((node) => (node.kind === 'input' ? [node.value] : []));
  putPlan(storage, '{ my plan', NOW);
  expect(typed()).toEqual(['{ my plan']);
  putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW);
  expect(typed()).toEqual(['']);
});

test('a plan is pasted into a field', () => {
  const seen = open(new MemoryStorage());
  const field = flat(seen.page).find((node) => node.kind === 'input');
  if (field?.kind !== 'input') throw new Error('There is a field for a plan.');
  field.onChange('{}');
  expect([field.label, seen.asked]).toEqual(['Paste a plan', ['plan {}']]);
});

test('building the page writes nothing, whatever the storage contains', () => {
  const storage = withSessions(12);
  storage.setItem(`${MONTH_PREFIX}2026-02`, 'damaged');
  storage.setItem(PLAN_KEY, 'damaged');
  const before = storage.contents();
  const { writes } = storage;
  open(storage);
  expect([storage.writes, storage.contents()]).toEqual([writes, before]);
});

test('a date has the same form everywhere, and a length of time leaves out zeros', () => {
  expect(dateAndTime(Date.UTC(2026, 0, 1, 0, 5), -60)).toBe('2025-12-31 23:05');
  expect([0, 35, 60, 635].map((seconds) => duration(ENGLISH, seconds))).toEqual([
    '0 s',
    '35 s',
    '1 min',
    '10 min 35 s',
  ]);
});

/** The texts of a `.po` file by their English. */
function translations(language: string): ReadonlyMap<string, string> {
  const file = readFileSync(join(__dirname, '../../setting/i18n', `${language}.po`), 'utf8');
  return new Map(
    [...file.matchAll(/msgid "(.+)"\nmsgstr "(.+)"/g)].map(([, id = '', text = '']) => [id, text]),
  );
}

/**
 * Every text that the sources pass to `say`, however their lines are broken, and those of lengths of time, plans and
 * care.
 */
function spoken(): readonly string[] {
  const root = join(__dirname, '../../setting');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'));
  const source = files.join('\n');
  const said = [...source.matchAll(/\bsay\(\s*(?:voice|VOICE),\s*([^)]*)/g)].map(([, rest = '']) => rest);
  const own = said.flatMap((rest) => [...rest.matchAll(/'([^']+)'/g)].map(([, text = '']) => text));
  return [
    ...own,
    ...LENGTH_TEXTS,
    ...Object.values(PLAN_TEXTS),
    ...Object.values(PASTE_TEXTS),
    ...Object.values(REPAIR_NAMES),
    ...Object.values({ ...LEG_WORDS, ...ZONE_WORDS, ...WHERE_TEXTS }),
    ...Object.values({ ...PART_WORDS, ...ORDER_WORDS, ...LINE_TEXTS, off: OFF_WORD, total: TOTAL_WORD }),
    LISTED,
    ...STOP_SIGNS,
    ...Object.values({ ...QUESTION_WORDS, ...SIGN_WORDS, ...LOCKED_WORDS }),
    ...Object.values(STOP_WORDS),
    ...Object.values(LOCK_WORDS),
    THICKER,
    ASK_FIRST,
    EXPECTATION,
  ];
}

test.each(['en-US', 'zh-CN'])('every text of the page exists in %s, and no other', (language) => {
  expect([...translations(language).keys()].sort()).toEqual([...new Set(spoken())].sort());
});

test('a translation keeps its placeholders, and the English text is its id', () => {
  const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  translations('zh-CN').forEach((text, id) => expect(placeholders(text)).toEqual(placeholders(id)));
  translations('en-US').forEach((text, id) => expect(text).toBe(id));
});

test('the Chinese word for a day that was withheld names no symptom, since a leg may be locked for another reason', () => {
  const chinese = translations('zh-CN');
  const words = chinese.get('Withheld') ?? '';
  expect(words).not.toMatch(/症状|迹象/);
  expect([chinese.get('withheld: {days}'), chinese.get('Withheld: {count}')]).toEqual([
    `${words}：{days}`,
    `${words}：{count}`,
  ]);
});

test('the Chinese page calls the plan and the person by one word each', () => {
  const chinese = [...translations('zh-CN')];
  const plans = chinese.filter(([id]) => /\b(?:this|your) plan\b/i.test(id)).map(([, text]) => text);
  expect(plans.filter((text) => !text.includes('方案'))).toEqual([]);
  expect(chinese.filter(([, text]) => text.includes('你')).map(([id]) => id)).toEqual([]);
});

test('what watch and phone both say is in the same words', () => {
  LANGUAGES.forEach((language) => {
    const onWatch = readTranslations(language);
    const onPhone = translations(language);
    const shared = [...onPhone.keys()].filter((id) => onWatch.has(id));
    expect(shared).toContain('Interrupted');
    // On the watch, some lines end where the translation says.
    const between = language === 'zh-CN' ? '' : ' ';
    const wordsOnWatch = shared.map((id) => [id, onWatch.get(id)?.split('\n').join(between)]);
    expect(shared.map((id) => [id, onPhone.get(id)])).toEqual(wordsOnWatch);
  });
});

test.each(LANGUAGES)('no text has two translations in %s', (language) => {
  const file = readFileSync(join(__dirname, '../../setting/i18n', `${language}.po`), 'utf8');
  const ids = [...file.matchAll(/^msgid "(.+)"$/gm)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([]);
});

test('the page is completely in Chinese, including sentences about a plan', () => {
  const storage = withSessions(24);
  const refused = RECORD_PROBLEMS.map((code) => ({ name: `1 ${code}`, code }));
  const batch = { taken: [], refused };
  storage.setItem(VIEW_KEY, inHistory({ day: '2026-03-05' }));
  storage.setItem(INDEX_KEY, 'damaged');
  storage.setItem(PREFERENCES_KEY, 'damaged');
  storage.setItem(`${asidePrefixOf(EXCHANGE_KEY)}1`, 'damaged');
  storage.setItem(`${asidePrefixOf(PLAN_KEY)}1`, 'damaged');
  noteSighting(storage, { id: 'abcdefghjk', waiting: { count: 1, request: 1 }, batch }, NOW);
  notePageFailure(storage, 'planNotStored', NOW);
  storage.setItem(DELETED_KEY, 'damaged');
  putPlan(
    storage,
    JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: -5, zoneOrder: 'down', legs: [] }),
    NOW,
  );
  const chinese = translations('zh-CN');
  const voice: Voice = { translate: (text) => chinese.get(text) ?? `? ${text}`, offsetAt: () => 480 };
  const listed = texts(open(storage, voice));
  expect(listed).toContain('左腿：脚踝 1 分钟、小腿 1 分钟、膝盖 1 分钟、大腿下段 1 分钟、大腿上段 1 分钟');
  storage.setItem(VIEW_KEY, '');
  const seen = [...listed, ...texts(open(storage, voice))];
  expect(seen).toContain('上次同步：今天 14:14');
  expect(seen).toContain('prepareSeconds 的值是 -5：请填写 0 到 120 的整数秒。');
  expect(seen).toContain('zoneOrder 无法识别：必须是 "upward"、"upperFirst" 之一。');
  expect(seen.filter((text) => text.startsWith('?'))).toEqual([]);
  expect(seen.filter((text) => text.includes(', '))).toEqual([]);
  expect(say(voice, '{minutes} min {seconds} s', { minutes: 10, seconds: 35 })).toBe('10 分 35 秒');
});

import { dayText } from '../../core/calendar/day';
import { openLibrary } from '../../phone/history/library';
import { readPlan } from '../../phone/plan-store';
import { noteOf } from '../../phone/history/gist';
import { putRecords } from '../../phone/ledger';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';

/* A phone that is full takes what is as long as what it replaces, and nothing more. */

const NOW = dailyRecord(12).endedAt + 86_400_000;
const DAY = dayText(Math.floor(NOW / 86_400_000) - 3);
const NOTE = 'Sore after the long walk';

function pageAt(open: string): OpenedPage {
  const storage = new MemoryStorage();
  putRecords(storage, [dailyRecord(0)]);
  const page = new OpenedPage(storage, () => NOW, ENGLISH);
  page.view({ open });
  return page;
}

const fill = ({ storage }: OpenedPage): number => (storage.room = storage.size());
const valueOf = (page: OpenedPage, label: string): string | undefined => {
  const node = page.nodes().find((each) => 'label' in each && each.label.includes(label));
  return node && 'value' in node ? node.value : undefined;
};

test('a session that was typed on a full phone stays typed, the page says so, and it is stored once there is room', () => {
  const page = pageAt('mend');
  page.type('Day of the session', DAY);
  fill(page);
  const before = page.storage.contents();
  page.type('Minutes, left leg', '5');
  page.type('A note', NOTE);
  expect(page.texts()).toEqual(
    expect.arrayContaining([
      'Not stored yet: what you typed or opened here',
      'The storage of the Zepp app did not take it. Make room on the phone and try again.',
      'What you typed stays here as long as this page is open.',
    ]) as string[],
  );
  // The storage has changed, without which the page would not be shown anew.
  expect(page.storage.contents()).not.toEqual(before);
  page.press('Add this session');
  expect(page.texts()).toContain('Nothing was changed');
  expect([valueOf(page, 'A note'), valueOf(page, 'Minutes, left leg')]).toEqual([NOTE, '5']);
  page.storage.room = Infinity;
  page.press('Add this session');
  const [session] = openLibrary(page.storage).sessionsOf(DAY.slice(0, 7));
  expect(session && noteOf(session)).toBe(NOTE);
  expect(page.texts()).not.toContain('What you typed stays here as long as this page is open.');
});

test('a plan that was typed on a full phone stays in its field, and is stored once there is room', () => {
  const page = pageAt('none');
  fill(page);
  const text = 'Left leg: ankle 1:00, calf 2:00';
  page.type('Paste a plan', text);
  expect(page.texts()).toEqual(
    expect.arrayContaining([
      'The text could not be stored',
      'What you typed stays here as long as this page is open.',
    ]) as string[],
  );
  expect(valueOf(page, 'Paste a plan')).toBe(text);
  page.storage.room = Infinity;
  page.type('Paste a plan', text);
  expect([readPlan(page.storage).state, valueOf(page, 'Paste a plan')]).toEqual(['ready', '']);
});

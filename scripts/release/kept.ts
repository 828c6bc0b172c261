/** What a version has stored on watch and phone after a few days of use on the virtual watch. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUR, MINUTE, SECOND } from '../../core/time';
import {
  bootWatch,
  deviceNamed,
  oneScreen,
  readZab,
  type SettingsPage,
  VirtualPhone,
  type VirtualWatch,
} from '../../virtual-watch/node';
import { reach, touch } from '../pictures/ways';

export interface Kept {
  /** The app's files on the watch, in base64, by path. */
  readonly watch: Readonly<Record<string, string>>;
  /** The app's storage on the phone. */
  readonly phone: Readonly<Record<string, string>>;
  /** The time of this state, in ms. */
  readonly now: number;
  /** How many sessions the phone has, and how many wait on the watch. */
  readonly sessions: { readonly arrived: number; readonly waiting: number };
}

/** The model it is recorded on: one of the round screens of 480 pixels. */
export const KEPT_BY = 'Amazfit Balance';

const DAY = 24 * HOUR;

/**
 * One completed session has arrived on the phone, and one that was stopped because the right leg hurt, which is locked
 * since; a completed one waits, and one is under way. The phone was told of a reminder, an excused day and a diary week.
 */
export function keptBy(zab: Uint8Array): Kept {
  const [packaged] = readZab(zab);
  const phone = new VirtualPhone(packaged === undefined ? {} : { package: packaged });
  const watch = bootWatch({ device: KEPT_BY, zab, radio: phone.radio });
  watch.openApp();
  doSession(watch);
  sayOnPhone(phone.settingsPage());
  watch.advance(DAY);
  watch.openApp();
  watch.tap('Start');
  watch.advance(3 * MINUTE);
  stopAsItHurts(watch);
  watch.advance(MINUTE);
  phone.outOfRange();
  watch.advance(DAY);
  watch.openApp();
  doSession(watch);
  watch.advance(DAY);
  watch.openApp();
  watch.tap('Start');
  watch.advance(2 * MINUTE);
  return {
    watch: Object.fromEntries(
      [...watch.files()].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]),
    ),
    phone: Object.fromEntries(phone.storage()),
    now: watch.wall(),
    sessions: { arrived: 2, waiting: 1 },
  };
}

/** What the phone of `keptBy` was told: the hour of a reminder, and a day that was excused. */
export const TOLD = { reminder: '19:05', excused: '2026-01-01' } as const;

function sayOnPhone(page: SettingsPage): void {
  page.tap('▸ Reminders');
  page.tap('Add a reminder');
  page.type('Time of day', TOLD.reminder);
  page.tap('▸ Diary');
  page.tap('Begin a week');
  page.tap('Add or correct');
  page.type('Day that was left out', TOLD.excused);
  page.tap('Excuse the day');
}

function stopAsItHurts(watch: VirtualWatch): void {
  reach(watch, 'It hurts');
  watch.advance(SECOND);
  touch(watch, 'Right leg');
  touch(watch, 'New swelling');
  reach(watch, 'Done');
}

function doSession(watch: VirtualWatch): void {
  watch.tap('Start');
  untilSummary(watch);
  // The summary talks to the phone.
  watch.advance(MINUTE);
}

function untilSummary(watch: VirtualWatch): void {
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 15 * MINUTE);
}

/** A `.zab` with only the package for the screen of `KEPT_BY`. */
export function smallZab(zab: Uint8Array): Uint8Array {
  return oneScreen(zab, deviceNamed(KEPT_BY));
}

/** Stores a version's data, with its package, where tests read them forever. */
export function keepFixture(root: string, version: string, sourceZab: Uint8Array): string {
  const folder = fixtureFolder(root, version);
  mkdirSync(folder, { recursive: true });
  const zab = smallZab(sourceZab);
  writeFileSync(join(folder, `legato-${version}.zab`), zab);
  writeFileSync(join(folder, KEPT), `${JSON.stringify(keptBy(zab), undefined, 2)}\n`);
  return folder;
}

/** The versions whose data are stored. */
export function keptVersions(root: string): readonly string[] {
  const folder = join(root, 'test', 'fixtures');
  return readdirSync(folder).flatMap((name) =>
    /^v\d+\.\d+\.\d+$/.test(name) && existsSync(join(folder, name, KEPT)) ? [name.slice(1)] : [],
  );
}

/** The stored data of a version, as written by `keepFixture`. */
export function keptFixture(root: string, version: string): Kept {
  return JSON.parse(readFileSync(join(fixtureFolder(root, version), KEPT), 'utf8')) as Kept;
}

const KEPT = 'kept.json';

function fixtureFolder(root: string, version: string): string {
  return join(root, 'test', 'fixtures', `v${version}`);
}

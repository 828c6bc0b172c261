import type { WatchPackage } from '../../virtual-watch';
import { manySessions, oneSession, recordCost, type Delivery, type News } from './link';

/** The random seeds under which the sessions are sent. */
const SEEDS = [1, 2, 3, 4, 5] as const;
const WAITING = 400;

/** The cost of sessions on the link, as lines for a terminal. */
export function linkReport(packages: readonly WatchPackage[]): string {
  const crowd = (loss: number, seed: number): string =>
    deliveryLine(manySessions(packages, { count: WAITING, loss, seed }));
  return [
    'On the link, ZML’s headers and handshakes counted',
    costLine('a full batch', recordCost(packages, WAITING)),
    costLine('a record that travels alone', recordCost(packages, 1)),
    ...NEWS.map(([words, news]) => `  ${words}: ${oneSessionLine(packages, news)}`),
    `  ${WAITING} sessions waiting, nothing lost: ${crowd(0, 1)}`,
    ...SEEDS.map((seed) => `  ${WAITING} sessions waiting, 10 % lost, weather ${seed}: ${crowd(0.1, seed)}`),
  ].join('\n');
}

const NEWS: readonly (readonly [words: string, news: News])[] = [
  ['one new session', { newPlan: false, changedPreferences: false }],
  ['one new session and a new plan', { newPlan: true, changedPreferences: false }],
  ['one new session, a new plan, changed preferences', { newPlan: true, changedPreferences: true }],
];

function costLine(what: string, { records, there, back }: ReturnType<typeof recordCost>): string {
  const each = (bytes: number): string => (bytes / records).toFixed(1);
  return `  ${what} (${records}): ${each(there)} bytes a record to the phone, ${each(there + back)} with the answer`;
}

function oneSessionLine(packages: readonly WatchPackage[], news: News): string {
  const { requests, packets, bytes, seconds } = oneSession(packages, news);
  return `${requests} requests, ${packets} packets, ${bytes} bytes, ${seconds.toFixed(1)} s`;
}

function deliveryLine({ sessions, taps, requests, packets, lost, bytes, seconds }: Delivery): string {
  return [
    `${sessions} arrived by ${taps} ${taps === 1 ? 'tap' : 'taps'}`,
    `${requests} requests`,
    `${packets} packets (${lost} lost)`,
    `${bytes.toLocaleString('en-US')} bytes`,
    `${seconds.toFixed(1)} s`,
  ].join(', ');
}

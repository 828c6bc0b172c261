/**
 * What the phone's page and its side service cost a language engine. The engine is QuickJS of 2020, because a phone's
 * engine is not V8. Instructions are counted, never timed.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { makeRequest } from '../../core/link/request';
import { packRecord } from '../../core/record/packed-record';
import { putRecords } from '../../phone/ledger';
import type { Storage } from '../../phone/storage';
import { MONTH_PREFIX } from '../../phone/storage-keys';
import { PROJECT } from '../run';
import { dailyRecords } from './link';
import type { MeteredEngine } from './metered-engine';

/** The cost of one look at the page, or of one more session. */
export interface PhoneWork {
  readonly instructions: number;
  /** The number of reads from the storage. */
  readonly reads: number;
  /** The number of months whose records were read. */
  readonly months: number;
  /** The number of components on the page. */
  readonly nodes: number;
}

export interface PhoneCost {
  readonly sessions: number;
  /** The number of characters in the storage. */
  readonly stored: number;
  readonly today: PhoneWork;
  readonly history: PhoneWork;
  readonly boxes: PhoneWork;
  readonly oneMore: PhoneWork;
  /** The page with a part of the table, with a row per zone. */
  readonly table: Pieces;
  /** The page with a part of the backup. */
  readonly backup: Pieces;
}

/** What goes out is made in parts of whole months, one at a time, when the person asks for it. */
export interface Pieces {
  readonly count: number;
  /** The first, the middle and the last of them. */
  readonly measured: readonly PhoneWork[];
}

/** The part that takes the most work. */
function heaviest({ measured }: Pieces): PhoneWork | undefined {
  return [...measured].sort((one, other) => other.instructions - one.instructions)[0];
}

/** The evening of the last session of `dailyRecords`. */
export const LAST_EVENING = Date.UTC(2026, 0, 3, 20, 30);

export async function phoneCost(sessions: number, engine: MeteredEngine): Promise<PhoneCost> {
  const { getQuickJS } = await import('quickjs-emscripten');
  const items = stored(sessions);
  const script = await phoneScript();
  const work = async (view: string, act: string): Promise<PhoneWork & { readonly parts: number }> => {
    const vm = (await getQuickJS()).createVm();
    const run = (code: string): string => {
      const result = vm.evalCode(code);
      const handle = vm.unwrapResult(result);
      const text = vm.getString(handle);
      handle.dispose();
      return text;
    };
    run(`${HOST(items, view)}; ''`);
    run(`${script}; ''`);
    // The first build includes one-time work, such as filling caches.
    const before = engine.instructions();
    const seen = JSON.parse(run(act)) as Pick<PhoneWork, 'reads' | 'nodes'> & {
      readonly parts: number;
    };
    const instructions = engine.instructions() - before;
    const months = Number(run('String(monthsSeen())'));
    vm.dispose();
    return { instructions, months, ...seen };
  };
  const pieces = async (view: Readonly<Record<string, string>>): Promise<Pieces> => {
    const part = (number: number) =>
      work(JSON.stringify({ open: 'out', ...view, part: String(number) }), building);
    const first = await part(1);
    const others = [Math.ceil(first.parts / 2), first.parts].filter((number) => number > 1);
    const measured: PhoneWork[] = [first];
    for (const number of others) measured.push(await part(number));
    return { count: first.parts, measured };
  };
  const record = dailyRecords(1).map((each) => ({
    ...each,
    id: 'bench23456-9999',
    startedAt: LAST_EVENING,
    endedAt: LAST_EVENING + 1,
  }));
  const put = makeRequest(1, {
    method: 'sessions.put',
    watch: 'bench23456',
    records: record.map(packRecord),
    left: 0,
  });
  const answering = `reads = []; parsed = []; legato.answer(${JSON.stringify(put)}, legato.openPhone(settingsStorage)); seen(0)`;
  const building = `reads = []; parsed = []; shown = page.build({ settingsStorage }); seen(nodesOf(shown))`;
  return {
    sessions,
    stored: Object.values(items).reduce((sum, text) => sum + text.length, 0),
    today: await work('{}', building),
    history: await work('{"open":"history"}', building),
    boxes: await work('{"open":"history","boxes":"yes"}', building),
    oneMore: await work('{}', answering),
    table: await pieces({ out: 'csv', 'csv.rows': 'zone' }),
    backup: await pieces({ out: 'json' }),
  };
}

/** The storage of a phone that received one session a day. */
function stored(sessions: number): Readonly<Record<string, string>> {
  const items = new Map<string, string>();
  putRecords(storageOver(items), dailyRecords(sessions));
  return Object.fromEntries(items);
}

/** A storage that keeps its texts in a map. */
export function storageOver(items: Map<string, string>): Storage {
  return {
    getItem: (key) => items.get(key),
    setItem: (key, value) => {
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
    all: () => Object.fromEntries(items),
  };
}

/** Page and side service as one script, which takes its texts from a global `texts`, or English if there is none. */
export async function phoneScript(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: PROJECT,
    stdin: {
      contents: `import './setting/index';
        import { answer } from './phone/answer';
        import { openPhone } from './phone/open-phone';
        globalThis.legato = { answer, openPhone };`,
      resolveDir: PROJECT,
      loader: 'ts',
    },
    alias: { i18n: join(PROJECT, 'scripts', 'bench', 'texts.ts') },
    bundle: true,
    format: 'iife',
    target: 'es2019',
    minify: true,
    tsconfigRaw: {},
    write: false,
  });
  return outputFiles.map((file) => file.text).join('');
}

/** What the Zepp app provides to the page, as far as counting needs it. */
const HOST = (items: Readonly<Record<string, string>>, view: string): string => `
  var reads = [], parsed = [];
  var items = ${JSON.stringify(items)};
  var view = ${view};
  if (view.boxes) items['history.settings'] = '{"version":1,"dayEnd":4,"weekStart":1,"charts":"boxes"}';
  if (view.open) items['page.view'] = JSON.stringify({ version: 1, view });
  var settingsStorage = {
    getItem: (key) => (reads.push(key), key in items ? items[key] : null),
    setItem: (key, value) => { items[key] = value; },
    removeItem: (key) => { delete items[key]; },
    toObject: () => (reads.push('*'), Object.assign({}, items)),
  };
  var parse = JSON.parse;
  JSON.parse = (text) => (parsed.push(text), parse(text));
  var monthsSeen = () => Object.keys(items).filter((key) => key.startsWith('${MONTH_PREFIX}') && (reads.includes(key) || parsed.includes(items[key]))).length;
  var nodesOf = (node) => 1 + (Array.isArray(node.children) ? node.children : []).reduce((sum, child) => sum + (typeof child === 'object' ? nodesOf(child) : 0), 0);
  var textsOf = (node) => typeof node === 'object' ? [].concat.apply([], [].concat(node.children || []).map(textsOf)) : [node];
  var parts = () => shown ? textsOf(shown).reduce((found, text) => Number((/^Part \\d+ of (\\d+)$/.exec(text) || [])[1] || found), 1) : 1;
  var seen = (nodes) => JSON.stringify({ reads: reads.length, nodes, parts: parts() });
  var component = (props, children) => ({ props, children });
  var View = component, Text = component, Button = component, TextInput = component, Link = component, Image = component;
  var page, shown;
  var AppSettingsPage = (made) => { page = made; page.build({ settingsStorage }); };
  var console = { log() {} };
  Date.now = () => ${LAST_EVENING};
  Date.prototype.getTimezoneOffset = () => -60;`;

/** The result as lines for a terminal. */
export function phoneReport(few: PhoneCost, many: PhoneCost): string {
  const told = ({ instructions, reads, months, nodes }: PhoneWork): string =>
    `${(instructions / 1e6).toFixed(1)} M instructions, ${reads} reads, ${months} months, ${nodes} nodes`;
  const parts = (name: string, pieces: Pieces): string => {
    const most = heaviest(pieces);
    return `    ${name}: ${pieces.count} parts, ${most ? told(most) : 'none'} at most`;
  };
  const row = (name: string, work: (cost: PhoneCost) => PhoneWork): string => {
    const ratio = work(many).instructions / work(few).instructions;
    return `  ${name}\n    ${told(work(few))}\n    ${told(work(many))}\n    ratio ${ratio.toFixed(2)}`;
  };
  return [
    `\nThe phone's page and side service on QuickJS, with ${few.sessions} and with ${many.sessions} sessions`,
    `  stored: ${(many.stored / many.sessions).toFixed(0)} characters a session`,
    row('Today, built again', ({ today }) => today),
    row('History, charts as pictures', ({ history }) => history),
    row('History, charts from boxes', ({ boxes }) => boxes),
    row('one session more', ({ oneMore }) => oneMore),
    `  with ${many.sessions} sessions, the page with one part of what goes out (of the first, the middle and the last)`,
    parts('the table, a row a zone', many.table),
    parts('the backup', many.backup),
  ].join('\n');
}

/** The rule that keeps each folder to what it may import. */
import { dirname, join, relative } from 'node:path';

/**
 * Who may import whom. A folder imports itself and what is listed; `virtual-watch` imports nothing of the project, because
 * it runs the built package of any app.
 */
const MAY_IMPORT = {
  // The version is in package.json only.
  core: ['package.json'],
  device: ['core'],
  page: ['core', 'device'],
  'app-service': ['core', 'device'],
  'app-widget': ['core', 'device'],
  // The probe calls the modules of the watch directly, and draws like the app.
  probe: ['core', 'device/ui', 'device/watch/screen', 'device/watch/ui'],
  phone: ['core'],
  'app-side': ['core', 'phone'],
  setting: ['core', 'phone'],
  'virtual-watch': [],
  preview: ['core', 'phone', 'virtual-watch'],
  scripts: ['core', 'device', 'page', 'phone', 'preview', 'virtual-watch'],
};

/** The same for the subfolders of some folders. The files directly in them are for every subfolder. */
const ROOM_MAY_IMPORT = {
  device: {
    watch: [],
    store: ['watch'],
    session: ['watch', 'store'],
    sync: ['watch', 'store'],
    check: ['watch', 'store'],
    reminder: ['watch', 'store'],
    text: ['watch', 'sync'],
    ui: ['watch', 'text'],
  },
  core: {
    cue: [],
    calendar: [],
    plan: ['cue'],
    care: ['calendar', 'plan'],
    lesson: ['cue', 'plan'],
    check: ['cue'],
    session: ['check', 'cue', 'plan'],
    record: ['calendar', 'session'],
    state: ['calendar', 'care', 'check', 'cue', 'plan', 'session'],
    alarm: ['session', 'state'],
    link: ['care', 'check', 'plan', 'record', 'state'],
    today: ['calendar', 'care', 'record', 'state'],
    reminder: ['alarm', 'calendar', 'care', 'link', 'session', 'state'],
  },
};

export const whoImportsWhom = {
  meta: { type: 'problem' },
  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll('\\', '/');
    const check = ({ source }) => {
      const imported = source?.value;
      if (typeof imported !== 'string' || !imported.startsWith('.')) return;
      const message = objection(file, join(dirname(file), imported).replaceAll('\\', '/'));
      if (message !== undefined) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

/** Why the file `from` may not import the file `to`, if so; both are paths in the project, and `to` has no ending. */
function objection(from, to) {
  if (from === 'app.ts') return 'app.ts imports nothing: services load it too.';
  const [folder] = from.split('/');
  const others = MAY_IMPORT[folder];
  if (others === undefined) return undefined;
  if (![folder, ...others].some((place) => isIn(to, place))) return onlyImports(folder, others);
  return isIn(to, folder) ? objectionWithin(folder, from, to) : undefined;
}

/** The same within one folder. */
function objectionWithin(folder, from, to) {
  const rooms = ROOM_MAY_IMPORT[folder];
  const [ofFrom, ofTo] = [from, to].map((path) => roomOf(path, rooms));
  if (ofTo === undefined || ofFrom === ofTo) return undefined;
  if (ofFrom === undefined) return `Files directly in ${folder} are for every subfolder, and import none.`;
  const others = rooms[ofFrom];
  return others.includes(ofTo) ? undefined : `Of ${folder}, ${onlyImports(ofFrom, others)}`;
}

/** The listed subfolder that a path is in, if it is in one. */
function roomOf(path, rooms = {}) {
  const [, room, ...rest] = path.split('/');
  return rest.length > 0 && room in rooms ? room : undefined;
}

function isIn(path, place) {
  return path === place || path.startsWith(`${place}/`);
}

function onlyImports(place, others) {
  return `${place} imports only ${[place, ...others].join(', ')}.`;
}

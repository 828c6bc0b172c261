import { readFileSync } from 'node:fs';
import { signalOf } from '../../core/cue/cue';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import { SECOND } from '../../core/time';
import { ensurePackage } from '../../scripts/build/ensure-package';
import type { QuickJsWatch } from '../../virtual-watch/node/quickjs';
import { bootOnQuickJs } from '../../virtual-watch/node/quickjs';
import { feltAndDue, signalFelt } from './app';

let watch: QuickJsWatch;

beforeEach(async () => {
  const zab = new Uint8Array(readFileSync(await ensurePackage()));
  watch = await bootOnQuickJs({ zab, device: 'Active 2 (Round)' });
});

afterEach(() => {
  watch.dispose();
});

describe('on an engine with the language level of a watch', () => {
  test('a whole session is felt cue by cue, each at its time, and ends with its summary', () => {
    watch.call('openApp');
    watch.call('tap', 'Start');
    const start = watch.call('now');
    watch.advance(640 * SECOND);
    const felt = watch.call('felt').map((each) => [signalFelt(each), each.at - start]);
    expect(felt).toEqual(makeRoutine(DEFAULT_PLAN).cues.map(({ cue, at }) => [signalOf(cue), at]));
    watch.call('wake');
    watch.call('scroll', 200);
    expect(watch.call('texts')).toContain('22 of 22 cues given');
  });

  test('the service plays the cues of a page that died, and the next opening knows them', () => {
    watch.call('openApp');
    watch.call('tap', 'Start');
    watch.advance(100 * SECOND);
    watch.call('crash');
    watch.advance(600 * SECOND);
    const { cues } = makeRoutine(DEFAULT_PLAN);
    const [felt, due] = feltAndDue(watch.call('felt'), cues);
    expect(felt).toEqual(due);
    watch.call('openApp');
    watch.advance(SECOND);
    watch.call('scroll', 200);
    expect(watch.call('texts').join()).toContain('22 of 22 cues given');
  });
});

import { ECHO, heard, openTalk, said } from './talk';

const GIVEN_UP_MS = 9_000;

describe('the Zepp app', () => {
  it('starts the side service at a handshake of the watch, and ends it when the watch’s app closes', () => {
    const { watch, phone } = openTalk();
    expect(phone.isSideServiceRunning()).toBe(false);
    watch.tap('one');
    watch.advance(1_000);
    expect(phone.isSideServiceRunning()).toBe(true);
    watch.press('HOME');
    watch.advance(1_000);
    expect(phone.isSideServiceRunning()).toBe(false);
    expect(heard(phone)).toEqual(['begins', 'asked one', 'ends']);
  });

  it('does not respond to a watch while it is dead, although the phone is connected', () => {
    const { watch, phone } = openTalk();
    phone.killZeppApp();
    watch.tap('one');
    watch.advance(GIVEN_UP_MS);
    phone.startZeppApp();
    watch.tap('two');
    watch.advance(GIVEN_UP_MS);
    expect(said(watch)).toEqual(['failed one 1', 'answer two two 0']);
    expect(phone.traffic().log[0]).toMatchObject({ kind: 'shake', fate: 'unheard' });
  });

  it('may take the connection with it', () => {
    const { watch, phone } = openTalk();
    phone.killZeppApp({ dropsConnection: true });
    watch.tap('one');
    watch.advance(GIVEN_UP_MS);
    expect(said(watch)).toEqual(['failed one 2']);
    expect(phone.traffic().toPhone.packets).toBe(0);
    phone.startZeppApp();
    watch.tap('two');
    watch.advance(GIVEN_UP_MS);
    expect(said(watch)).toEqual(['failed one 2', 'answer two two 0']);
  });

  it('gives each run of the side service its own world', () => {
    const side = `${ECHO} globalThis.runs = (globalThis.runs || 0) + 1; console.log('run ' + runs);`;
    const { watch, phone } = openTalk({ side });
    phone.tearDownAfterEachAnswer();
    for (const name of ['one', 'two', 'big']) {
      watch.tap(name);
      watch.advance(3_000);
    }
    expect(said(watch)).toEqual(['answer one one 0', 'answer two two 0', 'answer big big 9000']);
    expect(heard(phone).filter((line) => line.startsWith('run'))).toEqual(['run 1', 'run 1', 'run 1']);
    expect(phone.sideServiceStarts()).toBe(3);
  });

  it('loses a message whose side service dies in the middle of it, and starts another for the next', () => {
    const { watch, phone } = openTalk();
    phone.killSideServiceAfterPackets(2);
    watch.tap('big');
    watch.advance(GIVEN_UP_MS);
    watch.tap('one');
    watch.advance(GIVEN_UP_MS);
    expect(said(watch)).toEqual(['failed big 4', 'answer one one 0']);
    expect(heard(phone)).toEqual(['begins', 'begins', 'asked one']);
  });

  it('notifies the watch when it ends the side service in the regular way', () => {
    const { watch, phone } = openTalk();
    watch.tap('one');
    watch.advance(1_000);
    phone.stopSideService();
    watch.advance(1_000);
    expect(heard(phone).at(-1)).toBe('ends');
    expect(phone.traffic().log.at(-1)).toMatchObject({
      direction: 'toWatch',
      kind: 'close',
      fate: 'arrived',
    });
  });

  it('runs no timer of a side service that is gone', () => {
    const side = `${ECHO} setTimeout(() => console.log('late'), 3000); setTimeout(() => console.log('soon'), 500);`;
    const { watch, phone } = openTalk({ side });
    watch.tap('one');
    watch.advance(2_000);
    phone.killSideService();
    watch.advance(5_000);
    expect(heard(phone)).toEqual(['begins', 'asked one', 'soon']);
  });

  it('uses its own clock when the watch’s is set', () => {
    const side = `${ECHO} console.log(Date.now());`;
    const { watch, phone } = openTalk({ side });
    const opened = watch.wall();
    watch.stepClock(-3_600_000);
    watch.tap('one');
    watch.advance(1_000);
    expect(Number(heard(phone)[0])).toBe(opened + 243);
    expect(phone.wall()).toBe(opened + 1_000);
  });

  it('is strict: what it does not have is refused by name', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['fetch({})', 'fetch is not modelled'],
      ['network.downloader', 'network.downloader is not modelled'],
      ['settings.settingsStorage.key(0)', 'settingsStorage.key is not modelled'],
      ['settings.settingsStorage.setItem("a", 1)', 'setItem: value has to be string'],
      ['messaging.peerSocket.send("text")', 'peerSocket.send takes an ArrayBuffer'],
      ['sideService.launchReasons.dream', 'sideService.launchReasons.dream is not modelled'],
      ['nowhere()', 'nowhere is not defined'],
    ];
    for (const [code, reason] of cases) {
      const { watch } = openTalk({ side: `${ECHO} ${code};` });
      watch.tap('one');
      expect(() => watch.advance(1_000)).toThrow(reason);
    }
  });

  it('reports what the side service throws as a fault of the watch beside it', () => {
    const side = ECHO.replace("console.log('asked ' + request.name);", "throw new Error('no answer');");
    const { watch, phone } = openTalk({ side });
    watch.tap('one');
    expect(() => watch.advance(1_000)).toThrow('exception in app-side message');
    expect(phone.zmlFaults()).toEqual([]);
  });

  it('reports an unhandled promise rejection of the side service', () => {
    const side = `${ECHO} Promise.reject(new Error('unheard'));`;
    const { watch } = openTalk({ side });
    watch.tap('one');
    expect(() => watch.advance(1_000)).toThrow('rejection in app-side');
  });
});

import { heard, openSetting, openTalk, said } from './talk';

const STORING = (code: string): string => `AppSideService(BaseSideService({
  onRequest(request, respond) {
    const storage = settings.settingsStorage;
    ${code}
    respond(null, { heard: request.name, back: '' });
  } }));`;

describe('settingsStorage', () => {
  it('stores texts by key, and returns null for a missing one', () => {
    const side = STORING(`console.log([storage.getItem('a'), storage.length]);
      storage.setItem('a', '1'); storage.setItem('b', '2'); storage.setItem('a', '3'); storage.removeItem('c');
      console.log([storage.getItem('a'), storage.length, storage.toObject()]);
      storage.clear();
      console.log([storage.getItem('a'), storage.length, Object.keys(storage.toObject())]);
      storage.setItem('kept', 'yes');`);
    const { watch, phone } = openTalk({ side });
    watch.tap('one');
    watch.advance(1_000);
    expect(heard(phone)).toEqual(['[null,0]', '["3",2,{"a":"3","b":"2"}]', '[null,0,[]]']);
    expect(phone.storage()).toEqual(new Map([['kept', 'yes']]));
  });

  it('outlives side service, Zepp app and watch', () => {
    const side = STORING(
      `storage.setItem('runs', String(Number(storage.getItem('runs')) + 1)); console.log(storage.getItem('runs'));`,
    );
    const { watch, phone } = openTalk({ side }, { storage: { runs: '7' } });
    watch.tap('one');
    watch.advance(1_000);
    phone.restartZeppApp();
    watch.reboot();
    watch.openApp();
    watch.tap('two');
    watch.advance(1_000);
    expect(heard(phone)).toEqual(['8', '9']);
  });

  it.each([
    ['throws', 'settingsStorage could not be written'],
    ['silent', 'null'],
  ] as const)('fails as often as configured, and %s then', (how, seen) => {
    const side = STORING(
      `try { storage.setItem('a', '1'); console.log(String(storage.getItem('a'))); } catch (error) { console.log(error.message, error instanceof Error); }`,
    );
    const { watch, phone } = openTalk({ side });
    phone.failStorage(1, how);
    watch.tap('one');
    watch.advance(1_000);
    watch.tap('two');
    watch.advance(1_000);
    expect(heard(phone)).toEqual([how === 'throws' ? `${seen} true` : seen, '1']);
    expect(said(watch)).toHaveLength(2);
    expect(phone.storageWrites()).toBe(2);
  });

  it('can fail to be read', () => {
    const side = STORING(`try { storage.getItem('a') } catch (error) { console.log(error.message); }`);
    const { watch, phone } = openTalk({ side });
    phone.failStorageReads(1);
    watch.tap('one');
    watch.advance(1_000);
    expect(heard(phone)).toEqual(['settingsStorage could not be read']);
  });

  it('notifies a side service of changes by others, not of its own', () => {
    const side = `AppSideService(BaseSideService({
      onInit() { settings.settingsStorage.addListener('change', (change) => console.log(change)); },
      onRequest(request, respond) { settings.settingsStorage.setItem('mine', '1'); respond(null, { heard: '', back: '' }); } }));`;
    const { watch, phone } = openTalk({ side });
    watch.tap('one');
    watch.advance(1_000);
    phone.editStorage('theirs', '2');
    phone.editStorage('theirs', '2');
    phone.editStorage('theirs', undefined);
    expect(heard(phone).map((text) => JSON.parse(text) as unknown)).toEqual([
      { key: 'theirs', oldValue: null, newValue: '2' },
      { key: 'theirs', oldValue: '2', newValue: null },
    ]);
  });

  it('starts a side service for what the settings page changes, and says why', () => {
    const side = `AppSideService(BaseSideService({
      onSettingsChange({ key, newValue }) { console.log(key + ' ' + newValue); } }));`;
    const setting = `AppSettingsPage({ build: ({ settingsStorage }) =>
      Button({ label: 'Set', onClick: () => settingsStorage.setItem('a', '1') }) });`;
    const { watch, phone } = openTalk({ side, setting });
    phone.settingsPage().tap('Set');
    watch.advance(10);
    expect(heard(phone)).toEqual(['a 1']);
    expect(phone.sideServiceStarts()).toBe(1);
  });

  it('can be filled by hand before there is a watch', () => {
    const { phone } = openSetting('', { storage: { a: '1' } });
    phone.editStorage('b', '2');
    expect([...phone.storage()]).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });
});

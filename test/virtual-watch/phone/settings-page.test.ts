import { VirtualPhone } from '../../../virtual-watch/node/index';
import { openSetting } from './talk';

const page = (tree: string): string =>
  `AppSettingsPage({ build({ settingsStorage: storage }) { return ${tree}; } });`;

const COUNTER = page(`View({}, [
  Section({ title: 'Counter', description: 'counts' }, Text({ bold: true }, ['so far ', storage.getItem('n') || '0'])),
  Button({ label: 'More', onClick: () => storage.setItem('n', String(Number(storage.getItem('n')) + 1)) }),
  Button({ label: 'Twice', onClick: () => { storage.setItem('n', '8'); storage.setItem('n', '9'); } }),
])`);

describe('the settings page', () => {
  it('is built as soon as it is registered, and shows texts in reading order', () => {
    const { phone } = openSetting(COUNTER);
    const settings = phone.settingsPage();
    expect(settings.texts()).toEqual(['Counter', 'counts', 'so far 0', 'More', 'Twice']);
    expect(settings.builds).toBe(1);
  });

  it('is rebuilt after a change of the storage by either side, once for all changes of one handler', () => {
    const { phone } = openSetting(COUNTER);
    const settings = phone.settingsPage();
    settings.tap('More');
    expect(settings.texts()).toContain('so far 1');
    phone.editStorage('n', '5');
    expect(settings.texts()).toContain('so far 5');
    settings.tap('Twice');
    expect(settings.texts()).toContain('so far 9');
    expect(settings.builds).toBe(4);
  });

  it('accepts what is typed, chosen, switched and slid', () => {
    const { phone } = openSetting(
      page(`View({}, [
        TextInput({ label: 'Name', placeholder: 'nobody', value: storage.getItem('name') || '',
          onChange: (value) => storage.setItem('name', value) }),
        Select({ label: 'Leg', options: [{ name: 'Left', value: 'l' }, { name: 'Right', value: 'r' }],
          onChange: (value) => storage.setItem('leg', value) }),
        Toggle({ label: 'Sound', settingsKey: 'sound' }),
        Slider({ label: 'Pace', min: 1, max: 9, onChange: (value) => storage.setItem('pace', String(value)) }),
        View({ onClick: () => storage.removeItem('name') }, [Text({}, 'Forget')]),
      ])`),
    );
    const settings = phone.settingsPage();
    expect(settings.texts()).toContain('nobody');
    settings.type('Name', 'Ada');
    settings.choose('Leg', 'Right');
    settings.tap('Sound');
    settings.slide('Pace', 7);
    expect(Object.fromEntries(phone.storage())).toEqual({ name: 'Ada', leg: 'r', sound: 'true', pace: '7' });
    settings.tap('Sound');
    settings.tap('Forget');
    expect(Object.fromEntries(phone.storage())).toEqual({ leg: 'r', sound: 'false', pace: '7' });
    expect(settings.texts()).toContain('nobody');
  });

  it('distinguishes buttons of the same name by their position', () => {
    const { phone } = openSetting(
      page(
        `View({}, ['a', 'b'].map((key) => Button({ label: 'Set', onClick: () => storage.setItem(key, '1') })))`,
      ),
    );
    phone.settingsPage().tap('Set', 2);
    expect([...phone.storage().keys()]).toEqual(['b']);
    expect(() => phone.settingsPage().tap('Set', 3)).toThrow('no Button or View or Toggle 3 says "Set"');
  });

  it('uses the phone’s language, and shows the ids in one it does not have', () => {
    const setting = `const gettext = HmUtils.gettextFactory({ 'en-US': { hi: 'Hello' }, 'zh-CN': { hi: '你好' } },
      new HmUtils.Lang(HmUtils.getLanguage(userSettings)), 'en-US'); ${page(`Text({}, gettext('hi'))`)}`;
    const shown = (language: string): readonly string[] =>
      openSetting(setting, { language }).phone.settingsPage().texts();
    expect([shown('en-US'), shown('zh-CN'), shown('de-CH')]).toEqual([['Hello'], ['你好'], ['hi']]);
  });

  it('closes with the Zepp app, and opens again with what is stored', () => {
    const { phone } = openSetting(COUNTER);
    const before = phone.settingsPage();
    before.tap('More');
    phone.killZeppApp();
    expect(before.isOpen).toBe(false);
    expect(() => before.tap('More')).toThrow();
    expect(() => phone.settingsPage()).toThrow('the Zepp app is not running');
    phone.startZeppApp();
    expect(phone.settingsPage().texts()).toContain('so far 1');
  });

  it('opens again after it was closed', () => {
    const { phone } = openSetting(COUNTER);
    const before = phone.settingsPage();
    before.close();
    expect(phone.settingsPage()).not.toBe(before);
    expect(phone.settingsPage()).toBe(phone.settingsPage());
  });

  it('does not exist before a watch has the app', () => {
    expect(() => new VirtualPhone().settingsPage()).toThrow('no watch is paired with this phone');
  });

  it.each([
    [page(`(storage.setItem('a', '1'), Text({}, 'a'))`), 'settingsStorage.setItem in build'],
    [page(`(storage.removeItem('a'), Text({}, 'a'))`), 'settingsStorage.removeItem in build'],
    [page(`Text({ colour: 'red' }, 'a')`), 'Text knows no colour'],
    [page(`View({}, ['bare'])`), 'View cannot have a bare text inside it'],
    [page(`View({}, [null])`), 'View cannot have null inside it'],
    [page(`Button({ label: 'a' }, [Text({}, 'b')])`), 'Button takes nothing inside it'],
    [page(`Button({ label: 7 })`), 'Button: label has to be string'],
    [page(`Image({ alt: 'a' })`), 'Image: src has to be string'],
    [page(`Auth({})`), 'Auth is not modelled'],
    [page(`Chart({})`), 'Chart is not defined'],
    [page(`settings.settingsStorage`), 'settings is not defined'],
    [page(`Text({}, new URL('a').href)`), 'URL is not defined'],
    [page(`Text({}, eval('1'))`), 'Code generation from strings disallowed'],
    [`nowhere();`, 'miniProgramError in setting'],
  ])('is strict: %s', (setting, reason) => {
    const { phone } = openSetting(setting);
    expect(() => phone.settingsPage()).toThrow(reason);
  });
});

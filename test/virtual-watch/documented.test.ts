import { bootFixture, openFixture, type FixtureApp } from './fixture';

const page = (body: string): FixtureApp => ({
  pages: {
    'page/a': `const { createWidget, widget, prop } = need('@zos/ui'); const BOX = { x: 200, y: 200, w: 60, h: 60 };
      Page({ build() { ${body} } })`,
  },
  services: { 'app-service/cue': 'AppService({})' },
});

const kindsIn = (app: FixtureApp) => {
  const watch = bootFixture(app, { strict: false });
  watch.openApp();
  watch.advance(2_000);
  return watch.errors().map(({ kind, message }) => `${kind}: ${message}`);
};

describe('what the docs have and the virtual watch lacks', () => {
  it.each([
    ['a font', "createWidget(widget.TEXT, { ...BOX, font: 'fonts/a.ttf' })", 'TEXT with font'],
    [
      'a text in an arc',
      'createWidget(widget.TEXT, { ...BOX, start_angle: 0, end_angle: 90 })',
      'TEXT with start_angle',
    ],
    [
      'a turned box',
      'createWidget(widget.FILL_RECT, { ...BOX, color: 0, angle: 45 })',
      'FILL_RECT with angle',
    ],
    [
      'a scaled image',
      "createWidget(widget.IMG, { x: 0, y: 0, src: 'a.png', auto_scale: true })",
      'IMG with auto_scale',
    ],
    [
      'a button as large as its image',
      'createWidget(widget.BUTTON, { ...BOX, w: -1 })',
      'a BUTTON as large as its image',
    ],
    [
      'scrolling in its time',
      "need('@zos/page').scrollTo({ y: -9, animConfig: { anim_duration: 9 } })",
      'scrollTo with animConfig',
    ],
    [
      'a dialog in colour',
      "need('@zos/interaction').createModal({ content: 'a', textColor: 1 })",
      'createModal with textColor',
    ],
    [
      'a weekly alarm',
      "need('@zos/alarm').set({ url: 'page/a', delay: 9, repeat_type: 5, week_days: 3 })",
      'alarm.set with week_days',
    ],
    [
      'an alarm of another app',
      "need('@zos/alarm').set({ url: 'page/a', delay: 9, appid: 42 })",
      'alarm.set for the app 42',
    ],
    [
      'a file of another app',
      "need('@zos/fs').openSync({ path: 'a', options: { appId: 42 } })",
      'openSync with options',
    ],
  ])('is reported as not modelled: %s', (_, body, what) => {
    expect(kindsIn(page(body))).toEqual([`notModelled: ${what} is not modelled`]);
  });

  it.each([
    [
      'a name that is in no document',
      'createWidget(widget.TEXT, { ...BOX, colour: 0 })',
      'misuse: createWidget: TEXT has no colour',
    ],
    [
      'a length that is none',
      'createWidget(widget.TEXT, { ...BOX, w: -1 })',
      'misuse: createWidget: w of TEXT has to be a number from 0, not -1',
    ],
  ])('is different from %s', (_, body, message) => {
    expect(kindsIn(page(body))).toEqual([message]);
  });
});

describe('what the docs require', () => {
  it.each([
    [
      'a page that registers nothing',
      { pages: { 'page/a': 'need("@zos/utils")' } },
      'page/a calls Page 0 times',
    ],
    [
      'a page that registers twice',
      { pages: { 'page/a': 'Page({}); Page({})' } },
      'Page is called a second time',
    ],
    [
      'a service that registers nothing',
      {
        ...page("need('@zos/alarm').set({ url: 'app-service/cue', delay: 1 })"),
        services: { 'app-service/cue': '' },
      },
      'app-service/cue calls AppService 0 times',
    ],
    [
      'a start that does not wait for its end',
      page("need('@zos/app-service').start({ file: 'app-service/cue' })"),
      'app-service.start: complete_func has to be function, not undefined',
    ],
    [
      'a stop that does not wait for its end',
      page("need('@zos/app-service').stop({ file: 'app-service/cue' })"),
      'app-service.stop: complete_func has to be function, not undefined',
    ],
    [
      'a service that looks up a permission',
      {
        ...page("need('@zos/alarm').set({ url: 'app-service/cue', delay: 1 })"),
        services: {
          'app-service/cue':
            "AppService({ onInit() { need('@zos/app').queryPermission({ permissions: ['a'] }) } })",
        },
      },
      '@zos/app.queryPermission is not available in an app service',
    ],
  ])('is enforced: %s is a misuse', (_, app, message) => {
    expect(kindsIn(app)).toEqual([`misuse: ${message}`]);
  });

  it('is not enforced if a file failed at its top level', () => {
    expect(kindsIn({ pages: { 'page/a': "throw new Error('no')" } })).toEqual([
      'miniProgramError: Error: no',
    ]);
  });

  it('includes that a service creates no file while the screen is lit, not even to read it', () => {
    const watch = openFixture({
      ...page("need('@zos/alarm').set({ url: 'app-service/cue', delay: 1 })"),
      services: {
        'app-service/cue': `const fs = need('@zos/fs');
          AppService({ onInit() { console.log(fs.openSync({ path: 'new', flag: fs.O_RDONLY | fs.O_CREAT })) } })`,
      },
    });
    watch.advance(2_000);
    expect(watch.logs().map(({ text }) => text)).toEqual(['-1']);
    expect([...watch.files().keys()]).toEqual([]);
  });
});

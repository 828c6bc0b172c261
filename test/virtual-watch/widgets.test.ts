import { openFixture, type FixtureApp, type FixtureBoot } from './fixture';

/** A page that does `body` with the widgets at hand. */
const page = (body: string): FixtureApp => ({
  pages: {
    'page/a': `const { createWidget, deleteWidget, widget, prop, align, text_style, event } = need('@zos/ui');
      Page({ build() { ${body} } })`,
  },
  assets: { 'dot.png': tga(24, 16) },
});

const open = (body: string, options?: FixtureBoot) => openFixture(page(body), options);

const BOX = 'x: 10, y: 20, w: 100, h: 40';
/** Where a finger can touch, on a round screen too. */
const MIDDLE = 'x: 190, y: 220, w: 100, h: 40';

describe('widgets', () => {
  it('are in the picture from back to front, with the place of their group added', () => {
    const watch = open(`
      createWidget(widget.FILL_RECT, { ${BOX}, color: 0x112233, radius: 4, alpha: 128 });
      const group = createWidget(widget.GROUP, { x: 100, y: 200, w: 200, h: 200 });
      group.createWidget(widget.TEXT, { ${BOX}, text: 'in', text_size: 24, color: 0xffffff,
        align_h: align.CENTER_H, align_v: align.BOTTOM, text_style: text_style.WRAP });
      createWidget(widget.ARC, { ${BOX}, start_angle: -90, end_angle: 0, line_width: 8, color: 0xff0000 });
      createWidget(widget.IMG, { x: 1, y: 2, src: 'dot.png' });
      createWidget(widget.CIRCLE, { center_x: 50, center_y: 60, radius: 10, color: 0 });
      createWidget(widget.STROKE_RECT, { ${BOX}, color: 0xff, line_width: 3 });`);
    expect(watch.picture()).toMatchObject({ width: 480, height: 480, shape: 'round', lit: true, scrollY: 0 });
    expect(watch.picture().nodes).toMatchObject([
      { kind: 'fillRect', x: 10, y: 20, w: 100, h: 40, color: 0x112233, radius: 4, alpha: 128 },
      {
        kind: 'text',
        x: 110,
        y: 220,
        text: 'in',
        textSize: 24,
        alignH: 'center',
        alignV: 'bottom',
        textStyle: 'wrap',
      },
      { kind: 'arc', startAngle: -90, endAngle: 0, lineWidth: 8, color: 0xff0000 },
      { kind: 'image', x: 1, y: 2, w: 24, h: 16, src: 'dot.png' },
      { kind: 'circle', centerX: 50, centerY: 60, radius: 10 },
      { kind: 'strokeRect', lineWidth: 3 },
    ]);
  });

  it('can be changed, hidden and deleted', () => {
    const watch = open(`
      const text = createWidget(widget.TEXT, { ${BOX}, text: 'one', text_size: 24 });
      const gone = createWidget(widget.TEXT, { ${BOX}, text: 'gone', text_size: 24 });
      const hidden = createWidget(widget.TEXT, { ${BOX}, text: 'hidden', text_size: 24 });
      text.setProperty(prop.TEXT, 'two'); text.setProperty(prop.MORE, { y: 30 });
      deleteWidget(gone); hidden.setProperty(prop.VISIBLE, false);
      console.log(text.getProperty(prop.TEXT), text.getProperty(prop.MORE).y);`);
    expect(watch.texts()).toEqual(['two']);
    expect(watch.logs()[0]?.text).toBe('two 30');
    expect(watch.widgetCalls().map(({ call }) => call)).toEqual([
      ...[
        'createWidget',
        'createWidget',
        'createWidget',
        'setProperty',
        'setProperty',
        'deleteWidget',
        'setProperty',
      ],
    ]);
  });

  it.each([
    ['an unknown property', `createWidget(widget.TEXT, { ${BOX}, txet: 'a' })`, 'TEXT has no txet'],
    [
      'a wrong type',
      `createWidget(widget.TEXT, { ${BOX}, text: 5 })`,
      'text of TEXT has to be a string, not 5',
    ],
    ['a missing property', "createWidget(widget.TEXT, { x: 0, y: 0, w: 10, text: 'a' })", 'TEXT needs h'],
    ['not a number', `createWidget(widget.FILL_RECT, { ${BOX}, color: NaN })`, 'has to be a colour'],
    [
      'a constant of another list',
      `createWidget(widget.TEXT, { ${BOX}, align_h: align.TOP })`,
      'one of align.LEFT',
    ],
    [
      'an arc of nothing',
      `createWidget(widget.ARC, { ${BOX}, start_angle: 0, end_angle: 0, line_width: 1, color: 0 })`,
      'an ARC that ends where it starts',
    ],
    [
      'an image that is not there',
      "createWidget(widget.IMG, { x: 0, y: 0, src: 'no.png' })",
      'no image no.png',
    ],
    [
      'one colour of a button',
      `createWidget(widget.BUTTON, { ${BOX}, normal_color: 0 })`,
      'normal_color and press_color together',
    ],
    [
      'a group in a group',
      `createWidget(widget.GROUP, { ${BOX} }).createWidget(widget.GROUP, { ${BOX} })`,
      'a GROUP cannot hold a GROUP',
    ],
    [
      'a deleted widget',
      `const t = createWidget(widget.TEXT, { ${BOX} }); deleteWidget(t); t.setProperty(prop.TEXT, 'a')`,
      'this TEXT has been deleted',
    ],
    [
      'a button without its place',
      `createWidget(widget.BUTTON, { ${BOX}, text: 'a' }).setProperty(prop.MORE, { text: 'b' })`,
      'a BUTTON is updated with x, y, w, h',
    ],
    [
      'what is set at creation only',
      `createWidget(widget.BUTTON, { ${BOX} }).setProperty(prop.MORE, { ${BOX}, click_func() {} })`,
      'click_func of BUTTON is set at creation only',
    ],
    [
      'an unmodelled method',
      `createWidget(widget.TEXT, { ${BOX} }).setLayoutParent()`,
      '@zos/ui widget.setLayoutParent is not modelled',
    ],
  ])('refuse %s', (_, body, reason) => {
    expect(() => open(body)).toThrow(reason);
  });
});

describe('a finger', () => {
  it('presses a button, and releases it', () => {
    const watch = open(
      `createWidget(widget.BUTTON, { ${MIDDLE}, text: 'Go', click_func: () => console.log('clicked') })`,
    );
    watch.touchDown(240, 240);
    expect(watch.picture().nodes).toMatchObject([{ kind: 'button', pressed: true }]);
    expect(watch.logs()).toEqual([]);
    watch.touchUp();
    expect(watch.picture().nodes).toMatchObject([{ pressed: false }]);
    expect(watch.logs().map(({ text }) => text)).toEqual(['clicked']);
  });

  it('holds a button for 700 ms; then the release is not a click', () => {
    const watch = open(`createWidget(widget.BUTTON, { ${MIDDLE}, text: 'Go',
      click_func: () => console.log('click'), longpress_func: () => console.log('long') })`);
    watch.hold('Go', 699);
    watch.hold('Go', 700);
    expect(watch.logs().map(({ text }) => text)).toEqual(['click', 'long']);
  });

  it('reaches what listens through the text on it only if the text lets touches through', () => {
    const under = `createWidget(widget.FILL_RECT, { ${MIDDLE}, color: 0 }).addEventListener(event.CLICK_UP, () => console.log('heard'));
      const label = createWidget(widget.TEXT, { ${MIDDLE}, text: 'Label' });`;
    const blocked = open(under);
    expect(() => blocked.tap('Label')).toThrow(
      'TEXT "Label" is in front and does not listen. On the screen (page/a): "Label"',
    );
    const open_ = open(`${under} label.setEnable(false)`);
    open_.tap('Label');
    expect(open_.logs().map(({ text }) => text)).toEqual(['heard']);
  });

  it('passes the events of widgets to their group', () => {
    const watch = open(`const group = createWidget(widget.GROUP, { x: 0, y: 0, w: 480, h: 480 });
      group.createWidget(widget.TEXT, { ${MIDDLE}, text: 'Row' });
      group.addEventListener(event.CLICK_DOWN, () => console.log('down'));
      group.addEventListener(event.CLICK_UP, () => console.log('up'))`);
    watch.tap('Row');
    expect(watch.logs().map(({ text }) => text)).toEqual(['down', 'up']);
  });

  it('reports what is on the screen if there is no such label', () => {
    const watch = open(`createWidget(widget.TEXT, { ${MIDDLE}, text: 'Here' })`);
    expect(() => watch.tap('There')).toThrow(
      'cannot tap "There": there is no such label. On the screen (page/a): "Here"',
    );
  });

  const LONG = `for (let i = 0; i < 10; i += 1)
    createWidget(widget.BUTTON, { x: 100, y: 100 * i, w: 200, h: 80, text: 'Row ' + i, click_func: () => console.log(i) })`;

  it('scrolls a page that is longer than the screen, and taps what has become visible', () => {
    const watch = open(LONG);
    expect(() => watch.tap('Row 9')).toThrow('it is scrolled out of sight');
    watch.swipe('up');
    expect(watch.picture().scrollY).toBe(384);
    watch.swipe('up');
    expect(watch.picture().scrollY).toBe(980 - 480);
    watch.tap('Row 9');
    expect(watch.logs().map(({ text }) => text)).toEqual(['9']);
    watch.turnCrown(60);
    expect(watch.picture().scrollY).toBe(380);
  });

  it('does not scroll a locked page', () => {
    const watch = open(`${LONG}; need('@zos/page').setScrollLock({ lock: true })`);
    watch.swipe('up');
    expect(watch.picture().scrollY).toBe(0);
  });

  it('swipes right to go back, unless the page wants the gesture', () => {
    const wanting = open("need('@zos/interaction').onGesture({ callback: () => true })");
    wanting.swipe('right');
    expect(wanting.screen().shows).toBe('page/a');
    const plain = open('');
    plain.swipe('right');
    expect(plain.screen().shows).toBe('app list');
  });
});

describe('a finger on the screen', () => {
  const CORNER = `createWidget(widget.BUTTON, { x: 0, y: 0, w: 60, h: 60, text: 'Corner', click_func: () => console.log('clicked') });
    createWidget(widget.BUTTON, { x: 10, y: 20, w: 100, h: 40, text: 'Edge', click_func: () => console.log('clicked') });
    createWidget(widget.BUTTON, { x: 100, y: 900, w: 200, h: 60, text: 'Below', click_func: () => console.log('clicked') });`;

  it('hits nothing outside the round screen, and what lies there is not visible', () => {
    const watch = open(CORNER);
    expect(watch.texts()).toEqual(['Edge']);
    expect(() => watch.tap('Corner')).toThrow('it is outside the glass');
    expect(() => watch.tap('Below')).toThrow('it is scrolled out of sight');
    for (const [x, y] of [
      [30, 30],
      [200, 930],
      [-1, 240],
      [480, 240],
    ] as const)
      watch.tapAt(x, y);
    expect(watch.logs()).toEqual([]);
    watch.tap('Edge');
    expect(watch.logs()).toHaveLength(1);
  });

  it('does not wake a dark screen by touching beside it', () => {
    const watch = open('');
    watch.screenOff();
    watch.tapAt(3, 3);
    expect(watch.screen().lit).toBe(false);
  });

  it.each(['Amazfit GTS 4', 'Amazfit Bip 6', 'Amazfit Balance'])('reaches to the edge of %s', (device) => {
    const watch = open(
      `createWidget(widget.FILL_RECT, { x: 0, y: 0, w: 500, h: 600, color: 0 })
      .addEventListener(event.CLICK_DOWN, () => console.log('down'))`,
      { device },
    );
    const { width, height } = watch.device;
    watch.tapAt(0, height / 2);
    watch.tapAt(width - 1, height / 2);
    watch.tapAt(width / 2, height - 1);
    expect(watch.logs()).toHaveLength(3);
  });

  const HELD = `createWidget(widget.BUTTON, { ${MIDDLE}, text: 'Go', click_func: () => console.log('click'), longpress_func: () => console.log('long') });
    need('@zos/interaction').onKey({ callback: (key, event) => { const i = need('@zos/interaction');
      console.log(['CLICK', 'LONG_PRESS', 'PRESS', 'RELEASE'].find((name) => i['KEY_EVENT_' + name] === event)); return true } });`;
  const said = (watch: ReturnType<typeof open>) => watch.logs().map(({ text }) => text);

  it('is held independently of a key', () => {
    const watch = open(HELD);
    watch.touchDown(240, 240);
    watch.press('HOME');
    watch.touchUp();
    watch.advance(2_000);
    expect(said(watch)).toEqual(['PRESS', 'RELEASE', 'CLICK', 'click']);
    watch.keyDown('HOME');
    watch.touchDown(240, 240);
    watch.touchUp();
    watch.advance(1_000);
    watch.keyUp('HOME');
    expect(said(watch).slice(4)).toEqual(['PRESS', 'click', 'LONG_PRESS', 'RELEASE']);
  });

  it('holds each key independently', () => {
    const watch = open(HELD);
    watch.keyDown('HOME');
    watch.keyDown('SHORTCUT');
    watch.keyUp('HOME');
    watch.keyUp('SHORTCUT');
    watch.advance(2_000);
    expect(said(watch)).toEqual(['PRESS', 'PRESS', 'RELEASE', 'CLICK', 'RELEASE', 'CLICK']);
  });

  it('is released when the screen goes dark, as a key is', () => {
    const watch = open(HELD);
    watch.touchDown(240, 240);
    watch.keyDown('HOME');
    watch.advance(100);
    watch.screenOff();
    watch.advance(2_000);
    watch.wake();
    expect(watch.picture().nodes).toMatchObject([{ pressed: false }]);
    watch.touchUp();
    watch.keyUp('HOME');
    watch.advance(2_000);
    expect(said(watch)).toEqual(['PRESS', 'RELEASE']);
  });
});

describe('a square screen', () => {
  const TITLED = `createWidget(widget.BUTTON, { x: 0, y: 0, w: 390, h: 60, text: 'Under', click_func() {} });
    createWidget(widget.TEXT, { x: 0, y: 100, w: 390, h: 40, text: 'Below' })`;

  it('has a status bar over the page until that is hidden', () => {
    const watch = open(TITLED, { device: 'Amazfit GTS 4', startAt: new Date(2026, 0, 5, 21, 5).getTime() });
    expect(watch.picture().statusBar).toEqual({ title: 'Fixture', clock: '21:05' });
    expect(watch.texts()).toEqual(['Below']);
    const hidden = open(`${TITLED}; need('@zos/ui').setStatusBarVisible(false)`, { device: 'Amazfit GTS 4' });
    expect(hidden.picture().statusBar).toBeUndefined();
    expect(hidden.texts()).toEqual(['Under', 'Below']);
  });
});

describe('a dialog', () => {
  const ASKING = `const { createModal, MODAL_CONFIRM } = need('@zos/interaction');
    createWidget(widget.BUTTON, { ${MIDDLE}, text: 'Ask', click_func: () => createModal({ content: 'Really?',
      onClick: ({ type }) => console.log(type === MODAL_CONFIRM ? 'yes' : 'no') }) })`;

  it('is in front of the page, and answered by its buttons', () => {
    const watch = open(ASKING);
    watch.tap('Ask');
    expect(watch.texts()).toEqual(['Really?', 'Cancel', 'OK']);
    expect(watch.picture().modal).toMatchObject({
      text: 'Really?',
      buttons: [{ icon: 'cancel' }, { icon: 'confirm' }],
    });
    watch.tap('OK');
    expect(watch.texts()).toEqual(['Ask']);
    expect(watch.logs().map(({ text }) => text)).toEqual(['yes']);
  });

  it('is answered by SELECT and BACK where there are such keys', () => {
    const watch = open(ASKING, { device: 'Amazfit T-Rex 3' });
    watch.tap('Ask');
    watch.press('BACK');
    watch.tap('Ask');
    watch.press('SELECT');
    expect(watch.logs().map(({ text }) => text)).toEqual(['no', 'yes']);
    expect(watch.screen().shows).toBe('page/a');
  });

  it('has a button for each capsule, numbered from ten', () => {
    const watch = open(
      `need('@zos/interaction').createModal({ content: 'Which?', capsuleButton: ['One', 'Two'], onClick: ({ type }) => console.log(type) })`,
    );
    watch.tap('Two');
    expect(watch.logs().map(({ text }) => text)).toEqual(['11']);
  });
});

describe('what covers the page', () => {
  const LONG_PAGE = `for (let i = 0; i < 10; i += 1) createWidget(widget.TEXT, { x: 100, y: 100 * i, w: 200, h: 80, text: 'Row ' + i });
    const i = need('@zos/interaction');
    i.onDigitalCrown({ callback: () => console.log('crown') });
    i.onGesture({ callback: () => { console.log('gesture') } });
    i.onKey({ callback: () => { console.log('key') } });
    i.createModal({ content: 'Really?' });`;

  it.each(['Amazfit Balance', 'Amazfit T-Rex 3'])('keeps every touch and key from it, on %s', (device) => {
    const watch = open(LONG_PAGE, { device });
    if (watch.hasCrown) watch.turnCrown(-30);
    if (watch.keys().includes('DOWN')) watch.press('DOWN');
    watch.swipe('up');
    watch.swipe('right');
    watch.scroll(50);
    expect(watch.logs()).toEqual([]);
    expect(watch.picture()).toMatchObject({ scrollY: 0, modal: { text: 'Really?' } });
    expect(() => watch.tap('Row 1')).toThrow('a dialog is in front of it');
  });

  it.each([
    ['a crash', (watch: ReturnType<typeof open>) => watch.crash()],
    ['a reboot', (watch: ReturnType<typeof open>) => watch.reboot(0)],
    ['leaving', (watch: ReturnType<typeof open>) => watch.press('HOME')],
  ] as const)('is gone after %s', (_, end) => {
    const watch = open(`need('@zos/interaction').showToast({ content: 'Saved' });
      createWidget(widget.BUTTON, { ${MIDDLE}, text: 'Ask', click_func: () =>
        need('@zos/app').requestPermission({ permissions: ['device:os.bg_service'], callback() {} }) })`);
    watch.tap('Ask');
    expect(watch.texts()).toEqual(['Allow running in the background?', 'Cancel', 'OK', 'Saved']);
    end(watch);
    expect(watch.texts()).not.toContain('Saved');
    watch.openApp();
    expect(watch.texts()).toEqual(['Ask', 'Saved']);
  });
});

describe('a toast', () => {
  it('shows for three seconds', () => {
    const watch = open("need('@zos/interaction').showToast({ content: 'Saved' })");
    watch.advance(2_999);
    expect(watch.texts()).toEqual(['Saved']);
    watch.advance(1);
    expect(watch.picture().toast).toBeUndefined();
  });
});

/** The header of an image as zpm writes it: rows padded to 16 pixels, the true width in the id field. */
function tga(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(64);
  header.writeUInt16LE(Math.ceil(width / 16) * 16, 12);
  header.writeUInt16LE(height, 14);
  header.write('SOMH', 18);
  header.writeUInt16LE(width, 22);
  return Uint8Array.from(header);
}

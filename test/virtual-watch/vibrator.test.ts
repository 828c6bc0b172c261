import { bootFixture, openFixture, type FixtureApp } from './fixture';

const page = (body: string): FixtureApp => ({
  pages: {
    'page/a': `const s = need('@zos/sensor'); const vibrator = new s.Vibrator(); const t = vibrator.getType();
      Page({ build() { ${body} } })`,
  },
});

describe('the vibrator', () => {
  it('plays a list of actions as pulses with rests between them', () => {
    const watch = openFixture(
      page(`vibrator.start([{ type: t.URGENT, duration: 300 }, { type: t.PAUSE, duration: 150 },
        { type: t.URGENT, duration: 200 }, { type: t.URGENT, duration: 100 }])`),
    );
    watch.advance(2_000);
    expect(watch.felt()).toEqual([
      {
        ...{ at: 0, wall: watch.wall() - 2_000, carrier: 'page', by: 'page/a', cut: false, gaps: [150] },
        pulses: [
          { type: 'URGENT', strength: 'strong', startMs: 0, onMs: 300 },
          { type: 'URGENT', strength: 'strong', startMs: 450, onMs: 300 },
        ],
      },
    ]);
  });

  it('plays a scene, passed to start or set before', () => {
    const watch = openFixture(
      page(`vibrator.start({ mode: s.VIBRATOR_SCENE_STRONG_REMINDER });
        setTimeout(() => { vibrator.setMode(s.VIBRATOR_SCENE_DURATION); vibrator.start() }, 5000)`),
    );
    watch.advance(10_000);
    expect(watch.felt().map(({ at, pulses }) => [at, pulses.map(({ onMs }) => onMs)])).toEqual([
      [0, [150, 150, 150, 150]],
      [5_000, [600]],
    ]);
  });

  it('goes on with a scene that does not end by itself until it is stopped', () => {
    const watch = openFixture(
      page('vibrator.start({ mode: s.VIBRATOR_SCENE_TIMER }); setTimeout(() => vibrator.stop(), 3200)'),
    );
    watch.advance(2_100);
    expect(watch.felt()[0]).toMatchObject({ pulses: [{ onMs: 500 }, { onMs: 500 }, { onMs: 100 }] });
    watch.advance(10_000);
    expect(watch.felt()).toHaveLength(1);
    expect(watch.felt()[0]).toMatchObject({ cut: true, pulses: [{}, {}, {}, { startMs: 3_000, onMs: 200 }] });
  });

  it('ends one vibration with the next', () => {
    const watch = openFixture(
      page(`vibrator.start({ mode: s.VIBRATOR_SCENE_DURATION_LONG });
        setTimeout(() => vibrator.start({ mode: s.VIBRATOR_SCENE_SHORT_LIGHT }), 400)`),
    );
    watch.advance(2_000);
    expect(watch.felt()).toMatchObject([
      { cut: true, pulses: [{ onMs: 400 }] },
      { cut: false, pulses: [{ onMs: 20, strength: 'light' }] },
    ]);
  });

  it.each(['DND', 'sleep', 'theater'] as const)('is not felt in %s mode', (mode) => {
    const watch = bootFixture(page('vibrator.start()'));
    watch.setMode({ [mode]: true });
    watch.openApp();
    watch.advance(1_000);
    expect(watch.felt()).toEqual([]);
    expect(watch.unfelt()).toMatchObject([{ at: 0, reason: mode, pulses: [{ onMs: 20 }] }]);
  });

  it.each([
    ['a type that is none', 'vibrator.start([{ type: 3 }])', '3 is no type'],
    ['a scene that is none', 'vibrator.start({ mode: 77 })', '77 is no scene'],
    ['an empty list', 'vibrator.start([])', 'a list of 0 actions'],
    ['a length of nothing', 'vibrator.start([{ type: t.URGENT, duration: 0 }])', 'a duration of 0'],
  ])('refuses %s', (_, body, reason) => {
    expect(() => openFixture(page(body))).toThrow(reason);
  });

  it('reports when something is felt, and time can jump there', () => {
    const watch = openFixture(page('setTimeout(() => vibrator.start(), 9000)'));
    expect(watch.advanceToNextFelt()).toMatchObject({ at: 9_000, by: 'page/a' });
    expect(watch.now()).toBe(9_000);
    expect(() => watch.advanceToNextFelt(1_000)).toThrow(/not reached within 1000 ms; at 10000 ms/);
  });
});

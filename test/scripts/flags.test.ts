import { endsWithHelp, readFlags } from '../../scripts/flags';

describe('flags', () => {
  test('refuse unknown ones, in one sentence with the possible ones', () => {
    const options = { port: { type: 'string' }, help: { type: 'boolean' } } as const;
    expect(readFlags(['--port', '80'], options)).toEqual({ ok: true, value: { port: '80' } });
    expect(readFlags(['--port', '-1'], options)).toEqual({
      ok: false,
      error:
        '--port has no value, for what follows begins with a dash; a value that does is written --port=VALUE. Possible are --port and --help.',
    });
  });
});

describe('a script without flags of its own', () => {
  afterEach(() => jest.restoreAllMocks());

  test.each([
    [[], undefined, [], []],
    [['--help'], 0, [['the usage']], []],
    [['--quick'], 2, [], [["Unknown option '--quick'. Possible are --help.\n\nthe usage"]]],
    [['word'], 2, [], [[expect.stringMatching(/^Unexpected argument 'word'/)]]],
  ])('given %j ends with %p, and says why', (args, code, said, complained) => {
    const out = jest.spyOn(console, 'log').mockReturnValue();
    const complaints = jest.spyOn(console, 'error').mockReturnValue();
    expect(endsWithHelp(args, 'the usage')).toBe(code);
    expect([out.mock.calls, complaints.mock.calls]).toEqual([said, complained]);
  });
});

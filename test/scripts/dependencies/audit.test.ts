import { askRegistry, auditProblems, readAudit } from '../../../scripts/dependencies/audit';

const SHIPPED = [
  {
    path: 'node_modules/date-fns',
    name: 'date-fns',
    version: '4.4.0',
    license: 'MIT',
    hasInstallScript: false,
  },
];

test.each(['high', 'critical'])(
  'a vulnerability called %s in something that ships is a problem',
  (severity) => {
    const audit = readAudit(answerWith('date-fns', severity, 'node_modules/date-fns'));
    expect(audit.kind === 'answered' && auditProblems(audit.weaknesses, SHIPPED)).toEqual([
      `date-fns ships and has a known weakness (${severity}): "npm audit" says which.`,
    ]);
  },
);

test.each([
  ['one that is moderate', 'date-fns', 'moderate', 'node_modules/date-fns'],
  ['one in a tool', 'jest', 'critical', 'node_modules/jest'],
  ['one in another copy of what ships', 'date-fns', 'high', 'node_modules/tool/node_modules/date-fns'],
])('%s is reported and is not a problem', (_, name, severity, node) => {
  const audit = readAudit(answerWith(name, severity, node));
  expect(audit).toEqual({ kind: 'answered', weaknesses: [{ name, severity, nodes: [node] }] });
  expect(audit.kind === 'answered' && auditProblems(audit.weaknesses, SHIPPED)).toEqual([]);
});

test('a registry that reports no vulnerabilities has answered', () => {
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ kind: 'answered', weaknesses: [] });
});

test.each([
  [
    'a closed network',
    '{"message":"request to https://registry failed","error":{}}',
    'request to https://registry failed',
  ],
  ['nothing printed', '', 'npm audit printed no list'],
  ['something else printed', 'npm has a new version', 'npm audit printed no list'],
])('%s is not an answer, and says why', (_, printed, why) => {
  expect(readAudit(printed)).toEqual({ kind: 'notAnswered', why });
});

test('a missing npm is not an answer either', () => {
  expect(askRegistry(__dirname, 'no-such-npm')).toMatchObject({ kind: 'notAnswered' });
});

// Helpers

function answerWith(name: string, severity: string, node: string): string {
  return JSON.stringify({ vulnerabilities: { [name]: { name, severity, nodes: [node] } } });
}

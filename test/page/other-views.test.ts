import { SIGNALS } from '../../core/cue/cue';
import { HAZARDS } from '../../core/preflight';
import type { Quiz } from '../../core/cue/quiz';
import { DEFAULT_PREFERENCES } from '../../core/state/preferences';
import { viewCare } from '../../page/care/view';
import type { CheckState } from '../../page/check/view';
import { viewCheck } from '../../page/check/view';
import { viewHazards } from '../../page/hazards/view';
import type { LearnState } from '../../page/learn/view';
import { viewLearn } from '../../page/learn/view';
import { viewPreferences } from '../../page/preferences/view';
import { NAMED_FRAMES } from '../device/ui/frames';
import { problemsOf } from './seen';
import { LANGUAGES, textIn } from './translations';

const ASKED = SIGNALS.slice(0, 6);
const MIXED_UP: Quiz = { asked: ASKED, answers: [1, 2, 3, 4, 'lightTouch', 5] };
const QUIZZES: readonly LearnState[] = [
  { wide: false, dark: false },
  { wide: true, dark: true },
  { wide: false, dark: false, quiz: { asked: ASKED, answers: [1] } },
  { wide: false, dark: false, quiz: MIXED_UP },
  { wide: true, dark: true, quiz: MIXED_UP },
  { wide: true, dark: false, quiz: { asked: ASKED, answers: ASKED } },
];

const CHECKS: readonly CheckState[] = [
  { kind: 'new' },
  { kind: 'early' },
  { kind: 'asking' },
  { kind: 'cutOff' },
  { kind: 'unsaved' },
  {
    kind: 'done',
    check: {
      ...{ phase: 'done', startedAt: 0, armed: 3, rang: 3, felt: 2 },
      ...{ model: 'Amazfit Active 3 Premium', osVersion: '5.0.1' },
    },
  },
];

const CHANGED = { ...DEFAULT_PREFERENCES, strength: 'strong', cueSet: 'wide', lotionMode: true } as const;

describe.each(LANGUAGES)('in %s', (language) => {
  const text = textIn(language);

  test.each(NAMED_FRAMES)('every other screen can be read and touched on %s', (_, frame) => {
    const screens = [
      ...QUIZZES.map((state) => viewLearn(state, frame, text)),
      ...CHECKS.map((state) => viewCheck(state, frame, text)),
      ...[DEFAULT_PREFERENCES, CHANGED].map((preferences) =>
        viewPreferences({ preferences, hasTimer: true, unsaved: 'lotionMode' }, frame, text),
      ),
      viewPreferences({ preferences: CHANGED, hasTimer: true, unsaved: undefined }, frame, text),
      viewHazards(HAZARDS.slice(0, 1), frame, text),
      viewHazards(HAZARDS, frame, text),
      viewCare(frame, text),
    ];
    expect(screens.map((elements) => problemsOf(elements, frame))).toEqual(screens.map(() => []));
    for (const elements of screens) {
      expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
    }
  });
});

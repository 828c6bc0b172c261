import type { Element } from '../../../device/ui/element';
import type { Frame } from '../../../device/ui/frame';
import { units } from '../../../device/ui/frame';
import { button, columns } from '../../../device/ui/parts';
import { pageOfRows } from '../../../device/ui/page-of-rows';
import { rowsOn } from '../../../device/ui/rows';
import type { Row } from '../../../device/ui/stack';
import { COLORS, pressed, SIZES, TARGET } from '../../../device/ui/theme';
import type { Part, Question } from '../../plan/parts';
import { PARTS } from '../../plan/parts';
import type { Stage } from '../../plan/stage';
import type { Say } from '../../plan/words';

export const ANSWERS = ['0', '1', '2', '3', '4', '5', 'y', 'n'] as const;
export type Answer = (typeof ANSWERS)[number];
export type TestAction = Answer | 'go' | 'next' | 'again' | 'list' | 'stop' | 'light';

type Rows = readonly Row<TestAction>[];

/** One part of a test: what to do, how long it will take, the question, and the confirmation that it was noted. */
export function viewTest(
  place: number,
  stage: Stage,
  frame: Frame,
  say: Say,
): readonly Element<TestAction>[] {
  const part = PARTS[place];
  if (!part) return [];
  const rows = rowsOn<TestAction>(frame);
  const press = (action: TestAction, words: string, look: 'plain' | 'key') =>
    rows.button(action, words, { width: 300, below: 10, look });
  const words = (key: string, text: string) => rows.paragraph(key, text, { height: 140, width: 330 });
  const shown = (): Rows => {
    switch (stage.kind) {
      case 'black':
        return [];
      case 'unable':
        return [
          words('unable', say('This watch cannot do this test: it needs API level 4.0.')),
          press('next', say('Next'), 'key'),
        ];
      case 'ready':
        return [words('say', say(part.say)), press('go', say('Go'), 'key')];
      case 'waiting':
        return [
          rows.line('left', say('{seconds} s', { seconds: stage.left }), {
            height: 104,
            width: 240,
            size: 'countdown',
          }),
          words('say', say(part.say)),
        ];
      case 'asked':
        return [
          rows.paragraph('ask', say(stage.question.ask), { height: 80, width: 330 }),
          ...answerRows(stage.question, frame, say),
        ];
      case 'noted':
        return [
          rows.paragraph('noted', say('Noted. That was all of {test}.', { test: part.test }), {
            height: 80,
            width: 330,
          }),
          press('next', say('Next'), 'key'),
          press('again', say('Again'), 'plain'),
        ];
    }
  };
  if (stage.kind === 'black') return [blackness(frame)];
  return pageOfRows(frame, 200, [
    rows.line('title', title(part, say), { height: 36, color: COLORS.quiet }),
    ...shown(),
    press('stop', say('Stop motor'), 'plain'),
    press('list', say('Back to the list'), 'plain'),
  ]);
}

function title(part: Part, say: Say): string {
  const all = PARTS.filter(({ test }) => test === part.test);
  if (all.length === 1) return part.test;
  return `${part.test} · ${say('Part {number} of {total}', { number: all.indexOf(part) + 1, total: all.length })}`;
}

function answerRows({ by }: Question, frame: Frame, say: Say): Rows {
  const u = (length: number): number => units(frame, length);
  const row = (answers: readonly Answer[], labels: readonly string[]): Row<TestAction> => ({
    height: u(TARGET + 10),
    width: u(300),
    make: (box) =>
      columns(
        { ...box, h: u(TARGET) },
        u(10),
        answers.map(() => 1),
      ).map((cell, at) =>
        button<TestAction>(answers[at] ?? '0', cell, labels[at] ?? '', u(SIZES.label), 'key'),
      ),
  });
  if (by === 'yesNo') return [row(['y', 'n'], [say('yes'), say('no')])];
  return [row(['0', '1', '2'], ['0', '1', '2']), row(['3', '4', '5'], ['3', '4', '5'])];
}

/** A black page that is lit again by a touch. */
function blackness({ width, height }: Frame): Element<TestAction> {
  const look = { text: '', size: 1, color: 0, fill: 0, pressedFill: pressed(0) };
  return { kind: 'button', key: 'light', x: 0, y: 0, w: width, h: height, ...look, action: 'light' };
}

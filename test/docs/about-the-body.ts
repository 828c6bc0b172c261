/*
 * What tells a text that speaks of the body from one that speaks of the app. A text with one of these words is about the body,
 * and stands in docs/care.md with its source, unless it stands among those below. What `core/care` says is about the body whatever
 * its words.
 */

/** By language. */
export const BODY_WORDS: Readonly<Record<string, RegExp>> = {
  'en-US':
    /\b(legs?|veins?|ankles?|cal(f|ves)|knees?|thighs?|shin\w*|feet|foot|swollen|swell\w*|sore|hurts?|pain\w*|ach(e|es|ing)|itch\w*|throb\w*|heavy|bleed\w*|blood|clots?|heart|kidneys?|cancer|chest|breath\w*|doctors?|therapists?|diseases?|diagnos\w*|skin|girth|thicker|massag\w*|pregnan\w*|injur\w*|surgery|comfort\w*|light touch|pillow|emergency|help today|medical\w*|heal\w*|body|numb|warning)\b/i,
  'zh-CN':
    /腿|静脉|脚踝|小腿|膝|脚|肿|疼|痛|酸胀|痒|沉重|出血|血|心脏|肾|癌|胸|呼吸|医|病|诊断|皮肤|周长|按摩|怀孕|受伤|手术|舒适|轻触|枕|急救|身体|麻木|警示/,
};

/** Texts of watch and phone that have such words and speak of the app, of plans or of what was done. */
export const ABOUT_USE: readonly string[] = [
  'Left leg',
  'Right leg',
  'Ankle',
  'Calf',
  'Knee',
  'Lower thigh',
  'Upper thigh',
  'Left leg, then right',
  'Right leg, then left',
  'Left leg only',
  'Right leg only',
  'Your watch tells you by touch when to move up your leg. You need not look.',
  'Left first',
  'Right first',
  'Get comfortable',
  'Change legs',
  'End session',
  'End this session?',
  'The session goes on. Leave?',
  'Session done',
  'Put it on, close to the skin.',
  'Keep Legato on the screen during the session.',
  'Cues may come late. Turn it off for the session.',
  'A stray swipe does not close a session.',
  'A short buzz 3 s before legs change and before the end.',
  'Tick before changes: {value}',
  'This leg is done',
  'The check was cut off: the watch restarted, a session began, or it was too long ago.',
  'With the screen dark your watch gives three simple cues: lighter, move up, leg done.',
  'A session could not be read. Its file was kept.',
  'Whole leg',
  'Half done: the left leg is missing',
  'Half done: the right leg is missing',
  'Withheld',
  'withheld: {days}',
  'Withheld: {count}',
  'The left mark is the left leg. Green: done; light green: partly done; red edge: missed; yellow: withheld; grey: excused.',
  'Minutes, left leg',
  'Minutes, right leg',
  'Write the minutes of at least one leg.',
  'A leg takes 120 minutes at most: write fewer.',
  'A leg is done on this day already: delete that session first, or leave the leg out.',
  'Legato: leg massage, a report',
  'Report for a therapist',
  'Rows: one a session',
  'Send this text to who gave you Legato, and say what you did and what you saw. It tells of no session.',
  'What was stored there is kept aside. No session is missing for it.',
  '{place} names the leg {name} again: name each leg once.',
  '{place} has no zone: add one, or leave the leg out.',
  'The plan has no zone at all: give at least one leg one zone.',
  'ankle',
  'calf',
  'knee',
  'lower thigh',
  'upper thigh',
  'Leg number {count}',
  'Line {line}, sign {sign}, at {found}: begin the line with a leg or a part of the plan, such as {example}.',
  'from the ankle up',
  'Five minutes a leg',
  'One leg',
  'Begin with the other leg',
  'Right: locked. Why?',
  'Left: locked. Why?',
  'Both legs',
  'Which leg?',
];

/** The same of sentences of the README. */
export const README_ABOUT_USE: readonly string[] = [
  'Legato guides a daily leg massage from an Amazfit watch.',
  'It tells you by touch when to move on, so your eyes and both hands stay on the leg.',
  'Five minutes a leg, from the ankle to the upper thigh.',
  'The watch taps your wrist when it is time to move up, to lighten your touch, to change legs, and at the end.',
  'The phone shows days and weeks for each leg, lets you mend the past and change the plan, and gives out a report, a table or a backup.',
];

import type { Token } from './tokens';

/** Words for the parts of a plan, to be found in other text. A blank stands for any break between words. */
const TOPICS = [
  // Zones, and parts of a leg that are none.
  String.raw`\b(?:thighs?|shins?|foot|feet|toes?|heels?|hips?|zones|areas)\b`,
  // Directions and orders.
  String.raw`\b(?:top|bottom|above|below|upper|lower|upwards?|downwards?|backwards?|reversed?|upside|sequence|low|lowest|high|highest)\b`,
  String.raw`\b(?:up|down)\b(?! with\b)`,
  // Reminders and breaks.
  String.raw`\b(?:remind\w*|beeps?|buzz\w*|vibrat\w*|alarms?|signals?|breaks?|pauses?|waits?|intervals?)\b`,
  String.raw`\b(?:a|short|brief|little|take|then) rest\b|\brest (?:(?:in )?(?:between|for|a)\b|#)`,
  // Times and how often; "more" only of a leg.
  String.raw`\b(?:longer|shorter)\b|@.*\b(?:more|less|extra|half)\b|\b(?:more|less|extra|half)\b.*@`,
  '[长短久]一[点些]|加长|延长|缩短|[多少]按|@[^。]*[多少]一[点些]',
  String.raw`\b(?:seconds?|secs?|minutes?|mins?|twice(?! (?:a )?week)|thrice|double|triple)\b`,
  '大腿|脚[底跟掌趾]|胫|臀|髋|腿根',
  '[往朝向][上下](?!看)|[上下][往到至而][上下]|[从由自]最?[上下](?!次|午|周|个)|反过来|倒过来|倒着|反着|逆着|颠倒|反向|先后',
  '提醒|振动|震动|响铃|闹钟',
  '休息|停顿|停一|暂停|间歇|间隔|等一等|歇',
  '秒|分钟|[两二三四五六七八九几]遍|加倍|[一每][天日](?:做|按|按摩)?[两二三四五六七八九几]次|早晚[各都]',
].join('|');

/** Phrases that contain such words but mean none of this. No lookbehind is used, because some phones lack it. */
const INNOCENT =
  /\b(?:sit|lie|lying|stand|get|wake|catch|follow|look|calm|slow|write|cheer|sign|keep|what's) (?:up|down)\b|(?:好好|多|早点|早些|注意|记得)休息/g;

/** A word in prose that tells of directions, zones, reminders, breaks or times without being understood. */
export function topicIn(tokens: readonly Token[]): Token | undefined {
  const known = tokens.find((token) => /^(?:zones|part)$/.test(token.kind) && !isHint(token));
  return known ?? topicAmong(tokens);
}

/** The same among words of no meaning to a plan. */
export function topicAmong(tokens: readonly Token[]): Token | undefined {
  const starts: number[] = [];
  let text = '';
  tokens.forEach((token) => {
    text += token.after === 'none' ? '' : ' ';
    starts.push(text.length);
    text += signOf(token);
  });
  const found = tellsOfTopic(text);
  return found < 0 ? undefined : tokens[starts.filter((start) => start <= found).length - 1];
}

/** Where a text tells of one; -1 if it does not. */
export function tellsOfTopic(text: string): number {
  const rest = text.toLowerCase().replace(INNOCENT, (found) => '·'.repeat(found.length));
  return rest.search(new RegExp(TOPICS));
}

/** A token as the patterns see it: a time, a leg or a part of the plan as one sign. */
function signOf({ kind, text }: Token): string {
  if (kind === 'time') return '#';
  if (kind === 'legs' || kind === 'otherLeg') return '@';
  return kind === 'part' ? '·' : text;
}

/** Words such as "get ready" or "a light touch", which a letter may contain without telling of a time. */
function isHint(token: Token): boolean {
  return (
    token.kind === 'part' &&
    (token.part === 'prepareSeconds' || /^(?:light\s+touch|轻触|轻按|轻一点)$/i.test(token.text))
  );
}

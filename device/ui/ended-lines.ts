import { lazily } from '../../core/lazily';
import { relativeWidth } from './line-count';

/**
 * Words of two characters, one after the other, that a line must not break: a watch breaks Chinese anywhere, and half a
 * word at the end of a line is read wrong first.
 */
const WORDS = [
  '提示手表按摩屏幕手机提醒医生静脉模式熄灭不要无法检查之前锁定今天一条丢失完成开始振动一下分钟设置关闭时间一次',
  '记录更新回答发红疼痛按键闹钟打开没有同步未能腿上可以安静急救电话开放伤口不能只有暂停继续上次凸起显示几下之后',
  '这次感觉拒收保存发暗发烫血栓手术服用何时移动枕头心脏方向皮肤响应感到睡眠离开快捷照常可能不会结束一个现在答对',
  '每次保持结果其中接受文件保留方案问题最近如果停止什么设定表盘向右即可卡片只需胸痛突然立即拨打出血躺下抬高用力',
  '按住怀孕患病舒适去除治疗疾病告诉向上不用触摸轻轻周围停下查看低于贴紧力度容易分辨手上退出询问允许任何一种刚才',
  '差别然后提问中断系统更换完整截断放轻上移知道发出能否尚未关机马达情况不明以前标准存储空间应用运行计划采用应答',
  '几个眼睛双手曾经受伤石膏卧床出现衰竭癌症迟钝偏好更改痉挛抽痛肿胀觉得下次一直设备原因版本认识当天一天地方本周',
  '部分最后有些还有小时日子间隔全部正在推迟处于通知是否清楚期间单独星期傍晚明天日记填写看到列表下方齿轮选择以后',
  '怎样意思滑动加大翻腕黑屏左腿右腿大腿小腿脚踝膝盖换腿气短腿部',
  // What joins two words to one thing to do.
  '高腿力按打急救电腿疼',
].join('');

const words = lazily(() => new Set(WORDS.match(/../g)));

/** Punctuation that stays with the character before it, or after it. */
const CLOSING = '、。！，：；？”）';
const OPENING = '“（';

/** A last line that is shorter than this share of the longest one looks like words that were left over. */
const LEFT_OVER = { word: 1 / 2, words: 1 / 3 } as const;

const isChinese = (character: string): boolean => character > '\u2e7f';

/**
 * A text with its lines ended between words, each about as long as the others, in this width; all lengths are in the
 * same unit. A text that has its own lines, that fits in one line or needs more than `most` stays as it is.
 */
export function endedLines(text: string, size: number, width: number, most: number): string {
  if (text.includes('\n')) return text;
  const pieces = piecesOf(text);
  const widest = Math.max(...pieces.map((piece) => lengthOf([piece], size)));
  let lines = linesOf(pieces, size, width);
  if (lines.length === 1 || lines.length > most || widest > width) return text;
  for (let room = width - size / 2; room >= widest; room -= size / 2) {
    const narrower = linesOf(pieces, size, room);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return withoutLeftOver(lines, size, width)
    .map((line) => line.join('').trim())
    .join('\n');
}

type Pieces = readonly string[];

/** Words of a text, each with the space after it, and parts of a Chinese text that belong together. */
function piecesOf(text: string): Pieces {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.length - 1;
    const before = pieces[last];
    if (before !== undefined && isJoined(before, character)) pieces[last] = before + character;
    else pieces.push(character);
  }
  return pieces;
}

function isJoined(piece: string, after: string): boolean {
  const before = piece.slice(-1);
  // A number keeps its unit.
  if (/^\d+ $/.test(piece) && /[a-z]/.test(after)) return true;
  if (CLOSING.includes(after) || OPENING.includes(before) || after === ' ') return true;
  if (isChinese(before) && isChinese(after)) return words().has(before + after);
  return !isChinese(before) && !isChinese(after) && before !== ' ';
}

/** The length of a line; a space at its end takes no room. */
function lengthOf(line: Pieces, size: number): number {
  return relativeWidth(line.join('').trim()) * size;
}

function linesOf(pieces: Pieces, size: number, width: number): readonly Pieces[] {
  const lines: string[][] = [];
  for (const piece of pieces) {
    const last = lines[lines.length - 1];
    if (last && lengthOf([...last, piece], size) <= width) last.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

/** The same lines, with one more word in a last one that would be too short. */
function withoutLeftOver(lines: readonly Pieces[], size: number, width: number): readonly Pieces[] {
  const before = lines[lines.length - 2] ?? [];
  const last = lines[lines.length - 1] ?? [];
  const longest = Math.max(...lines.map((line) => lengthOf(line, size)));
  const moved = [...before.slice(-1), ...last];
  const isShort = lengthOf(last, size) < longest * LEFT_OVER[last.length === 1 ? 'word' : 'words'];
  if (!isShort || before.length < 2 || lengthOf(moved, size) > width) return lines;
  return [...lines.slice(0, -2), before.slice(0, -1), moved];
}

import { lazily } from '../../core/lazily';
import { isChinese } from './chinese';
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
  '高腿力按打急救电腿疼请让这时条腿开着打石最下下方动手往上上移轻一一点轻到用按长好刺痛剧痛对劲哪里看似这条灭时头上轻抚',
].join('');

const words = lazily(() => new Set(WORDS.match(/../g)));

/** Punctuation that stays with the character before it, or after it. */
const CLOSING = '、。！，：；？”）';
const OPENING = '“（';

/**
 * Words that turn what follows into its opposite: torn from it, "do not massage this leg" begins a line with what must
 * not be done. "Not" stays with the verb before it as well. In Chinese the last character tells.
 */
const NEGATION = /\b(not( to)?|never|no) $/i;
const BEFORE_NOT = /\b(do|does|did|is|are|was|has|may|could|need) $/i;
const CHINESE_NEGATION = /[不勿未没](要|能|会|用|有)?$/;

/** "At", "in" and "please", which stand before what they belong to, and alone at the end of a line tell nothing. */
const BEFORE = /^[在请]+$/;

/**
 * A text with its lines ended between words, each about as long as the others, in this width; all lengths are in the
 * same unit. A text that has its own lines, that fits in one line or needs more than `most` stays as it is.
 */
export function endedLines(text: string, size: number, width: number, most: number): string {
  if (text.includes('\n')) return text;
  const lines = evenLines(piecesOf(text), size, width);
  if (lines === undefined || lines.length === 1 || lines.length > most) return text;
  return lines.map((line) => line.join('').trim()).join('\n');
}

type Pieces = readonly string[];

/** Words of a text, each with the space after it, and what belongs together. */
function piecesOf(text: string): Pieces {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.length - 1;
    const before = pieces[last];
    if (before !== undefined && isJoined(before, character)) pieces[last] = before + character;
    else pieces.push(character);
  }
  return pieces.reduce(withNegation, []);
}

/** Adds a piece, to the one before if one of the two is a negation of the other. */
function withNegation(pieces: Pieces, piece: string): Pieces {
  const before = pieces[pieces.length - 1] ?? '';
  const isNot = /^not\b/i.test(piece) && BEFORE_NOT.test(before);
  return isNot || NEGATION.test(before) ? [...pieces.slice(0, -1), before + piece] : [...pieces, piece];
}

function isJoined(piece: string, after: string): boolean {
  const before = piece.slice(-1);
  // A number keeps its unit.
  if (/^\d+ $/.test(piece) && /[a-z]/.test(after)) return true;
  if (CLOSING.includes(after) || OPENING.includes(before) || after === ' ') return true;
  if (isChinese(before) && isChinese(after))
    return BEFORE.test(piece) || CHINESE_NEGATION.test(piece) || words().has(before + after);
  return !isChinese(before) && !isChinese(after) && before !== ' ';
}

/** The length of a line; a space at its end takes no room. */
function lengthOf(line: Pieces, size: number): number {
  return relativeWidth(line.join('').trim()) * size;
}

/** The best way to break the first pieces of a text: where its last line begins, and how uneven it is. */
interface Broken {
  readonly from: number;
  readonly lines: number;
  readonly unevenness: number;
}

/**
 * As few lines as possible, and of those ways to break the text the one with the most even lines, so that no word is
 * left over in the last. Undefined if a piece is longer than a line.
 */
function evenLines(pieces: Pieces, size: number, width: number): readonly Pieces[] | undefined {
  const best: (Broken | undefined)[] = [{ from: 0, lines: 0, unevenness: 0 }];
  for (let end = 1; end <= pieces.length; end += 1) {
    let found: Broken | undefined;
    for (let from = end - 1; from >= 0; from -= 1) {
      const spare = width - lengthOf(pieces.slice(from, end), size);
      if (spare < 0) break;
      const before = best[from];
      if (!before) continue;
      const unevenness = before.unevenness + spare * spare;
      const lines = before.lines + 1;
      const isFewer = !found || lines < found.lines;
      if (isFewer || (lines === found?.lines && unevenness < found.unevenness))
        found = { from, lines, unevenness };
    }
    best.push(found);
  }
  const lines: Pieces[] = [];
  for (let end = pieces.length; end > 0;) {
    const last = best[end];
    if (!last) return undefined;
    lines.unshift(pieces.slice(last.from, end));
    end = last.from;
  }
  return lines;
}

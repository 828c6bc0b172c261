import { lazily } from '../../core/lazily';
import { widthOfLine } from './line-count';

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
].join('');

const words = lazily(() => new Set(WORDS.match(/../g)));

/** Punctuation that stays with the character before it, or after it. */
const CLOSING = '、。！，：；？”）';
const OPENING = '“（';

const isChinese = (character: string): boolean => character > '\u2e7f';

/**
 * A Chinese text with its lines ended between words, each about as long as the others, in this width; all lengths are in
 * the same unit. A text that is not Chinese, that has its own lines, that fits in one line or needs more than `most`
 * stays as it is.
 */
export function endedLines(text: string, size: number, width: number, most: number): string {
  if (!/[\u2e80-\uffff]/.test(text) || text.includes('\n')) return text;
  const pieces = piecesOf(text);
  const widths = pieces.map((piece) => widthOf(piece, size));
  let lines = linesOf(pieces, widths, width);
  if (lines.length === 1 || lines.length > most) return text;
  const widest = Math.max(...widths);
  for (let room = width - size / 2; room >= widest; room -= size / 2) {
    const narrower = linesOf(pieces, widths, room);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines.join('\n');
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.length - 1;
    const before = pieces[last];
    if (before !== undefined && isJoined(before.slice(-1), character)) pieces[last] = before + character;
    else pieces.push(character);
  }
  return pieces;
}

function isJoined(before: string, after: string): boolean {
  if (CLOSING.includes(after) || OPENING.includes(before) || after === ' ') return true;
  if (isChinese(before) && isChinese(after)) return words().has(before + after);
  return !isChinese(before) && !isChinese(after) && before !== ' ';
}

function widthOf(piece: string, size: number): number {
  const latin = piece.replace(/[\u2e80-\uffff]/g, '');
  return (piece.length - latin.length) * size + (latin === '' ? 0 : widthOfLine(latin, size));
}

function linesOf(pieces: readonly string[], widths: readonly number[], width: number): readonly string[] {
  const lines: string[] = [];
  let used = Infinity;
  pieces.forEach((piece, at) => {
    const wide = widths[at] ?? 0;
    const last = lines.length - 1;
    if (used + wide > width) {
      lines.push(piece);
      used = wide;
    } else {
      lines[last] = (lines[last] ?? '') + piece;
      used += wide;
    }
  });
  return lines;
}

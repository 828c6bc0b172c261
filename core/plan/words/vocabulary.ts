import { LEGS, ZONES } from '../../body';
import type { Meaning } from './names';

/** All zones by their number, which is another one with another zone. */
const ALL_BY_NUMBER: Readonly<Record<(typeof ZONES)['length'], string>> = { 5: 'all five zones, 五个部位' };

/** Words that people write besides those of the `.po` files, in lower case, with commas between them. */
const LISTS: readonly { readonly meaning: Meaning; readonly words: string }[] = [
  {
    meaning: { kind: 'legs', legs: LEGS },
    words: `
      both legs, both, each leg, every leg, either leg, legs, left and right, left and right leg,
      left and right legs, both of your legs, 双腿, 两腿, 两条腿, 两条腿都, 双腿都, 每条腿, 每侧, 每边, 两侧, 双侧, 两边, 左右腿, 左右两腿, 左右双腿,
      both legs the same, both legs same, both the same, both legs alike, each leg the same, 两条腿一样, 两条腿都一样, 双腿一样, 双腿都一样,
      两腿一样, 两腿都一样, 两边一样, 两边都一样, 两侧一样, 每条腿一样, 每条腿都一样, 左右腿一样, 左右一样, 左右都一样`,
  },
  {
    meaning: { kind: 'legs', legs: ['left'] },
    words: `
      left, left legs, leg left, l leg, 左, 左边, 左侧, 左边的腿, 左侧腿, 左边腿`,
  },
  {
    meaning: { kind: 'legs', legs: ['right'] },
    words: `
      right, right legs, leg right, r leg, 右, 右边, 右侧, 右边的腿, 右侧腿, 右边腿`,
  },
  {
    meaning: { kind: 'otherLeg' },
    words: `
      other leg, other side, 另一条腿, 另一腿, 另一只腿, 另外一条腿, 另一边, 另一侧`,
  },
  {
    meaning: { kind: 'zones', zones: ['ankle'] },
    words: `
      ankles, 踝, 脚腕, 脚脖子, 踝部, 踝关节, 足踝, 脚踝部`,
  },
  {
    meaning: { kind: 'zones', zones: ['calf'] },
    words: `
      calves, calfs, 小腿肚, 腿肚, 腿肚子, 小腿肚子`,
  },
  {
    meaning: { kind: 'zones', zones: ['knee'] },
    words: `
      knees, 膝, 膝部, 膝关节, 膝盖部`,
  },
  {
    meaning: { kind: 'zones', zones: ['lowerThigh'] },
    words: `
      lower thighs, lowerthigh, thigh lower, lower part of the thigh, lower half of the thigh, 大腿下, 大腿下部,
      大腿下半部, 大腿下半段, 大腿下面, 大腿下方, 下大腿, 大腿下侧, 下段大腿`,
  },
  {
    meaning: { kind: 'zones', zones: ['upperThigh'] },
    words: `
      upper thighs, upperthigh, thigh upper, upper part of the thigh, upper half of the thigh, 大腿上, 大腿上部,
      大腿上半部, 大腿上半段, 大腿上面, 大腿上方, 上大腿, 大腿上侧, 上段大腿`,
  },
  {
    meaning: { kind: 'zones', zones: ZONES },
    words: `
      all zones, all the zones, ${ALL_BY_NUMBER[ZONES.length]}, all areas, 所有部位, 所有区域`,
  },
  {
    meaning: { kind: 'zones', zones: ZONES, isEach: true },
    words: `
      each zone, every zone, for each zone, for every zone, per zone, each area, every area, per area, 每个部位, 各部位,
      每个区域, 各区域, 每处, 每部位`,
  },
  {
    meaning: { kind: 'part', part: 'prepareSeconds' },
    words: `
      prep, get comfy, getting comfy, get ready, getting ready, prepare, preparation, settle, settle in, settle down, settling in,
      getting comfortable, sit, sit down, sit comfortably, get settled, 准备, 坐好, 坐舒服, 坐舒服点, 坐舒服一点, 准备时间, 准备一下`,
  },
  {
    meaning: { kind: 'part', part: 'switchSeconds' },
    words: `
      change leg, changing legs, changing leg, switch legs, switch leg, switching legs, swap legs,
      change of legs, pause between legs, pause between the legs, break between legs, between legs,
      between the legs, in between legs, in between the legs, 换腿时间, 换另一条腿, 换边, 换腿休息, 两腿之间`,
  },
  {
    meaning: { kind: 'part', part: 'reminderSeconds' },
    words: `
      reminder, reminders, remind, remind me, light touch reminder, light touch reminders, 轻触, 提醒,
      轻触提醒, 轻柔提醒, 轻按, 轻按提醒, 轻轻提醒, 提醒一下, 提醒我一下, 轻轻提醒一下, 轻轻提醒我一下, 提醒我, 提醒一次, 提醒我轻一点, 提醒轻一点`,
  },
  {
    meaning: { kind: 'part', part: 'zoneOrder' },
    words: `
      order of zones, direction, 次序, 方向`,
  },
  {
    meaning: { kind: 'order', order: 'upward' },
    words: `
      upward, upwards, from ankle up, from the ankle upward, from the ankle upwards, bottom up,
      from bottom to top, bottom to top, from the bottom up, from the ankle to the thigh, 从下往上, 从下到上, 由下往上,
      由下而上, 自下而上, 从脚踝往上, 从下向上, 向上`,
  },
  {
    meaning: { kind: 'order', order: 'upperFirst' },
    words: `
      upper first, upper zone first, top down, from top to bottom, top to bottom, from the top down,
      from the thigh down, from the thigh to the ankle, from the upper thigh down, downward, downwards,
      先上段, 先做上面, 先上后下, 从上往下, 从上到下, 由上往下, 由上而下, 自上而下, 从上向下`,
  },
  {
    meaning: { kind: 'off' },
    words: `
      none, no, never, without, without any, no need, 无, 不, 不要, 没有, 不用, 不需要, 关闭, 取消`,
  },
  {
    meaning: { kind: 'same' },
    words: `
      same, the same, the same again, once more, again, do it again, likewise, repeat, same as left, same as right, same as the left,
      same as the right, same as left leg, same as right leg, same as the left leg, same as the right leg,
      same as above, same thing, the same thing, exactly the same, same again, once more, again, do it again, ditto, as above,
      the same as left, the same as right, the same as the left, the same as the right,
      the same as the left leg, the same as the right leg, the same as left leg, the same as right leg,
      as left, as right, as the left, as the right, as left leg, as right leg, as the left leg, as the right leg,
      like the left, like the right, like the left leg, like the right leg, 同左, 同右, 同左侧, 同右侧, 同左边, 同右边, 同上,
      同样, 相同, 一样, 同左腿, 同右腿, 也一样, 也是一样, 和左腿一样, 和右腿一样, 跟左腿一样, 跟右腿一样, 与左腿相同, 与右腿相同, 和左腿相同, 和右腿相同, 重复, 同理, 照做, 照做一遍, 再做一遍, 再来一遍, 再来一次, 再做一次, 重复一遍, 照样, 同样做,
      做同样的, 照这样, 照这样来, 照这样做, 照这样按, 照样来, 照样做, 照这样来一遍, 照这样做一遍, 照样来一遍, 同样来一遍, 再一次, 再一遍`,
  },
  {
    meaning: { kind: 'each' },
    words: `
      each, apiece, each one, for each, 各, 都, 每个, 各做, 都是, 均, 分别`,
  },
  {
    meaning: { kind: 'total' },
    words: `
      total, in total, altogether, all together, all in all, total time, sum, overall, 总计, 合计, 总共, 一共, 共计,
      总时间, 总时长, 共`,
  },
  {
    meaning: { kind: 'and' },
    words: `
      and, &, +, then, and then, 和, 与, 及, 以及, 还有, 然后, 接着, 再, 后`,
  },
  {
    meaning: { kind: 'place', isFirst: true },
    words: `
      first, firstly, start with, begin with, starting with, start at, start on, 首先, 先, 先做, 先按`,
  },
  {
    meaning: { kind: 'place', isFirst: false },
    words: `
      second, secondly, last, lastly, finally, at the end, 最后, 其次`,
  },
  {
    meaning: { kind: 'doubt', denies: true },
    words: `
      not, don't, dont, doesn't, isn't, can't, cannot, won't, shouldn't, nothing, neither, skip, avoid,
      except, instead, instead of, unlike, leave out, cancel, omit, nor, ~~, 不做, 不按, 别, 勿, 免, 跳过, 除了, 除外,
      避开, 而不是, 不是, 未, #, //,
      upward stroke, upward strokes, downward stroke, downward strokes, stroke up, stroke upward, stroke upwards, stroke down,
      stroke downward, stroke downwards, strokes upward, strokes upwards, strokes downward, strokes downwards, 向上推, 向下推, 往上推, 往下推`,
  },
  {
    meaning: { kind: 'before', isTurned: false },
    words: 'before',
  },
  {
    meaning: { kind: 'before', isTurned: true },
    words: 'after',
  },
  {
    meaning: { kind: 'doubt', denies: false },
    words: `
      optional, optionally, depending, depending on, depends, sometimes, occasionally, possibly, as needed, when needed,
      where needed, as required, on bad days, on good days, bad days, good days, 需要时, 需要的时候, 有需要时, 有需要的时候,
      必要时, 必要的时候, 如有需要, 如需, 酌情, 视情况, 看情况, 可选, 有时, 有时候, 偶尔, 肿时, 肿的时候, 疼时, 疼的时候, 痛时, 痛的时候,
      累的时候, 不舒服时, 不舒服的时候,
      or, twice, thrice, double, triple, half, times, more, less, longer, shorter, minus, plus, either, maybe,
      perhaps, if, unless, until, old, wrong, x, ×, %, than, at least, at most, up to, between, h, hr, hrs,
      hour, hours, am, pm, a.m, p.m, ~, ～, 〜, <, >, 或, 或者, 如果, 两次, 两遍, 三次, 三遍, 四次, 四遍, 五次, 五遍, 几次, 几遍, 多遍, 加倍, 一半, 小时, 点钟, 至少, 最多, 以上, 以下, 多于, 少于`,
  },
  {
    meaning: { kind: 'filler' },
    words: `
      today, tonight, daily, day, every day, once, just, thanks, thank you, hey, hi, hello, 今天, 今晚, 每天, 只, 就, 哈, 呀, 啊,
      吧, 哦, 呢, 了, 谢谢, 你好, 您好, every, for, the, a, an, my, your, his, her, their, yourself, myself, me, it, us, you, on, at, of, to, in, with,
      by, from, do, does, give, let, set, take, spend, massage, stroke, rub, work, please, about, around,
      approx, approximately, enough, plenty, ca, circa, roughly, next, after that, afterwards, after this, followed by,
      also, now, is, are, gets, should be, takes, needs, use, go, go on, continue, move, move on, time,
      there, want, would like, i'd like, i, we, just, only, even, too, as, well, start, begin, finish,
      pause, break, right after, right after that, right away, right now, all right, gently,
      slowly, softly, calmly, zone, area, part, spent, lasting, long, allow, have, 每, 每隔, 请, 做,
      按摩, 按, 揉, 的, 用, 给, 在, 对, 先给, 是, 为, 大约, 约, 大概, 要, 花, 时间, 一次, 部位, 之后, 轻轻, 慢慢, 用时, 需要, 我, 你, 您, 部分, 到,
      开始, 从, 也, 啦, 就行, 就行了, 就好, 就好了, 就可以, 就可以了, 够了, 就够了, 一遍, 来一遍, 这次, 好的, 中间, 开始前, 开始之前, ok, okay,
      thx, in order to, 一下, in between, before you begin, before you start,
      before we begin, before we start, before i begin, before i start, before starting, before beginning,
      before it begins, before it starts, before the start, before the massage, 时, 时候, 来, 给我, 留, 左右, 再做, 接下来, 上, 钟`,
  },
];

/** Each of these words and what it means. */
export function otherWords(): readonly (readonly [word: string, meaning: Meaning])[] {
  return LISTS.flatMap(({ meaning, words }) =>
    words
      .trim()
      .split(/,\s+/)
      .map((word) => [word, meaning] as const),
  );
}

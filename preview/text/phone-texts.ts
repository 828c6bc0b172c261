/** The texts around the phone, in the languages of the preview. */
import type { Direction } from '../../virtual-watch/phone/link';
import type { StorageFailure } from '../../virtual-watch/phone/storage';
import type { Language } from './texts';

export interface PhoneWords {
  readonly phone: string;
  readonly page: string;
  readonly near: string;
  readonly far: string;
  readonly notRunning: string;
  readonly startZepp: string;
  readonly air: string;
  /** Packets and bytes in one direction. */
  readonly load: (packets: number, bytes: number) => string;
  readonly link: string;
  readonly inRange: string;
  readonly zeppRuns: string;
  readonly storage: string;
  readonly storageMoods: Readonly<Record<'works' | StorageFailure, string>>;
  readonly tearsDown: string;
  readonly loss: string;
  readonly doubling: string;
  readonly reordering: string;
  readonly latency: string;
  readonly killService: string;
  readonly loseNext: string;
  readonly cutNext: Readonly<Record<Direction, string>>;
  readonly garbleNext: string;
  readonly partSoon: string;
  readonly zmlFaults: (count: number) => string;
  /** A tooltip for each control. */
  readonly tips: PhoneTips;
}

type PhoneTips = Readonly<
  Record<
    | ('inRange' | 'zeppRuns' | 'storage' | 'tearsDown' | 'loss' | 'doubling' | 'reordering' | 'latency')
    | ('killService' | 'loseNext' | 'cutToPhone' | 'cutToWatch' | 'garbleNext' | 'partSoon' | 'startZepp'),
    string
  >
>;

const EN: PhoneWords = {
  phone: 'Phone',
  page: 'Legato in the Zepp app',
  near: 'near',
  far: 'out of range',
  notRunning: 'The Zepp app is not running.',
  startZepp: 'Start it',
  air: 'Messages between watch and phone',
  load: (packets, bytes) => `${String(packets)} packets, ${amount(bytes)}`,
  link: 'Phone and link',
  inRange: 'In range',
  zeppRuns: 'Zepp app runs',
  storage: 'Storage',
  storageMoods: { works: 'Works', throws: 'Fails', silent: 'Forgets' },
  tearsDown: 'Brief service',
  loss: 'Lost',
  doubling: 'Doubled',
  reordering: 'Overtaken',
  latency: 'Latency',
  killService: 'Kill service',
  loseNext: 'Lose a packet',
  cutNext: { toPhone: 'Cut to phone', toWatch: 'Cut to watch' },
  garbleNext: 'Garble one',
  partSoon: 'Part midway',
  zmlFaults: (count) => (count === 1 ? '1 fault of ZML itself' : `${String(count)} faults of ZML itself`),
  tips: {
    inRange: 'Whether the watch is near enough to the phone.',
    zeppRuns: 'Whether the Zepp app runs on the phone.',
    storage: 'Whether the phone keeps what the Zepp app stores.',
    tearsDown: 'Ends the service on the phone after each answer.',
    loss: 'How many of the packets get lost on the way.',
    doubling: 'How many of the packets arrive twice.',
    reordering: 'How many of the packets are overtaken by the next.',
    latency: 'How long a packet is on its way.',
    killService: 'Ends the service on the phone now.',
    loseNext: 'Loses the next packet.',
    cutToPhone: 'Cuts the next packet to the phone short.',
    cutToWatch: 'Cuts the next packet to the watch short.',
    garbleNext: 'Changes the next packet on its way.',
    partSoon: 'Parts watch and phone after the next packet.',
    startZepp: 'Starts the Zepp app on the phone.',
  },
};

const ZH: PhoneWords = {
  phone: '手机',
  page: 'Zepp 应用中的 Legato',
  near: '已连接',
  far: '超出范围',
  notRunning: 'Zepp 应用未运行。',
  startZepp: '启动',
  air: '手表与手机之间的消息',
  load: (packets, bytes) => `${String(packets)} 个数据包，${amount(bytes)}`,
  link: '手机与连接',
  inRange: '在范围内',
  zeppRuns: 'Zepp 运行中',
  storage: '存储',
  storageMoods: { works: '正常', throws: '报错', silent: '不保存' },
  tearsDown: '答复后关闭服务',
  loss: '丢失',
  doubling: '重复',
  reordering: '乱序',
  latency: '延迟',
  killService: '终止服务',
  loseNext: '丢失一个包',
  cutNext: { toPhone: '截断发往手机', toWatch: '截断发往手表' },
  garbleNext: '打乱内容',
  partSoon: '消息中途断开',
  zmlFaults: (count) => `ZML 自身的 ${String(count)} 个故障`,
  tips: {
    inRange: '手表是否在手机附近。',
    zeppRuns: '手机上的 Zepp 应用是否运行。',
    storage: '手机是否保存 Zepp 应用存储的内容。',
    tearsDown: '每次答复后终止手机上的服务。',
    loss: '有多少数据包在途中丢失。',
    doubling: '有多少数据包到达两次。',
    reordering: '有多少数据包被后面的超过。',
    latency: '数据包在途中的时间。',
    killService: '立即终止手机上的服务。',
    loseNext: '丢失下一个数据包。',
    cutToPhone: '截断下一个发往手机的数据包。',
    cutToWatch: '截断下一个发往手表的数据包。',
    garbleNext: '打乱下一个数据包的内容。',
    partSoon: '下一个数据包之后断开连接。',
    startZepp: '启动手机上的 Zepp 应用。',
  },
};

export const PHONE_WORDS: Readonly<Record<Language, PhoneWords>> = { 'en-US': EN, 'zh-CN': ZH };

function amount(bytes: number): string {
  return bytes < 10_000 ? `${String(bytes)} B` : `${(bytes / 1_000).toFixed(1)} kB`;
}

/** The words around the phone, in the languages of the preview. */
import type { Direction } from '../virtual-watch/phone/link';
import type { StorageFailure } from '../virtual-watch/phone/storage';
import type { Language } from './texts';

export interface PhoneWords {
  readonly phone: string;
  readonly page: string;
  readonly near: string;
  readonly far: string;
  readonly notRunning: string;
  readonly startZepp: string;
  readonly air: string;
  /** Packets and bytes of one direction. */
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
}

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
};

export const PHONE_WORDS: Readonly<Record<Language, PhoneWords>> = { 'en-US': EN, 'zh-CN': ZH };

function amount(bytes: number): string {
  return bytes < 10_000 ? `${String(bytes)} B` : `${(bytes / 1_000).toFixed(1)} kB`;
}

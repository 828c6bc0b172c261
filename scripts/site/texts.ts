import type { Language } from '../../preview/text/texts';

/**
 * The site's own texts. Anything about the body comes from docs/care.md, by id, so that the sentences are the same as
 * on watch and phone.
 */
export interface SiteTexts {
  readonly tryIt: string;
  readonly tryNote: string;
  readonly pictured: string;
  readonly whatItDoes: string;
  readonly does: readonly string[];
  readonly onYourWatch: string;
  readonly howToInstall: string;
  readonly notTried: string;
  readonly offline: string;
  readonly licences: string;
}

export const TEXTS: Readonly<Record<Language, SiteTexts>> = {
  'en-US': {
    tryIt: 'Try it on a virtual watch',
    tryNote:
      'It runs in your browser. There is nothing to install, and nothing you do there is sent anywhere.',
    pictured: 'The session screen on six watches',
    whatItDoes: 'What it does',
    does: [
      'It taps your wrist when it is time to move on, and at the end. You need not look.',
      'A crash or a dark screen ends nothing: each cue also has an alarm of its own.',
      'It keeps an honest book: each cue was played, or late, or missed, and it says why.',
      'It warns you of what may keep you from feeling a cue: do not disturb, sleep mode, a low battery.',
      'It suits greasy fingers: the glass can be locked, and then the keys pause and go on.',
      'Each session stays on the watch until the phone has it.',
    ],
    onYourWatch: 'On your own watch',
    howToInstall:
      'Legato is an app for Amazfit watches with Zepp OS, and free software under the MIT licence. Its README says how to put it on a watch.',
    notTried: 'Nothing here has been tried on a physical watch yet.',
    offline: 'On a website, your browser can install the virtual watch. It then works without a network.',
    licences: 'Licences',
  },
  'zh-CN': {
    tryIt: '在虚拟手表上试用',
    tryNote: '它就在浏览器里运行：无需安装，您的操作不会发送到任何地方。',
    pictured: '六款手表上的进行中界面',
    whatItDoes: '它能做什么',
    does: [
      '该移动时和结束时，手表会在手腕上振动，不必看屏幕。',
      '崩溃或熄屏都不会中断：每个提示还有自己的闹钟。',
      '如实记录每个提示：已播放、延迟或错过，并说明原因。',
      '有什么会让您感觉不到提示，它会提醒：勿扰、睡眠模式、电量低。',
      '手上有油也能用：可以锁住屏幕，用按键暂停和继续。',
      '每次记录都留在手表上，直到手机收到为止。',
    ],
    onYourWatch: '装到您的手表上',
    howToInstall: 'Legato 是 Zepp OS 的 Amazfit 手表应用，是采用 MIT 许可证的自由软件。安装方法见 README。',
    notTried: '这里的一切都还没有在真实手表上试过。',
    offline: '从网站打开时，可以用浏览器安装虚拟手表，之后无需网络也能使用。',
    licences: '许可证',
  },
};

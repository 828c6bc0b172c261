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
      'It taps your wrist when it is time to move on, and at the end. You need not look at it.',
      'A crash or a dark screen does not end a session: each cue also has its own alarm.',
      'It tells the truth: every cue is noted as played, late or missed, with the reason.',
      'It warns you of what may keep you from feeling cues: do-not-disturb, sleep mode, a low battery.',
      'It suits greasy fingers: lotion mode locks the touch screen, and the keys pause and resume.',
      'Each session stays on the watch until the phone has confirmed that it has it.',
    ],
    onYourWatch: 'On your own watch',
    howToInstall:
      'Legato is an app for Amazfit watches with Zepp OS, and free software under the MIT licence. Its README says how to put it on a watch.',
    notTried: 'Nothing here has been tried on a physical watch yet.',
    offline:
      'Opened from a website, the virtual watch can be installed by your browser. It then works offline.',
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

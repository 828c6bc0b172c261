import { getText } from '@zos/i18n';
import { answerOf } from './fence';

/** Returns the text for an id in the watch's language. The id is the English text. */
export type TextSource = (id: string) => string;

export const watchTexts: TextSource = (id) => {
  const told = answerOf(() => getText(id));
  return typeof told === 'string' && told !== '' ? told : id;
};

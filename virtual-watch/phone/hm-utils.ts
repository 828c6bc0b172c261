import { checkValue } from '../zos/options';
import { strictly, type PhoneWorld } from './phone-world';

/**
 * `HmUtils` and `userSettings`, with which Zepp's compiler replaces a file's import of `i18n`. A language without a
 * table of its own shows the ids (seen in a shipped app: locales are matched exactly).
 */
export function giveTranslations(world: PhoneWorld, language: string): void {
  const { global } = world.realm;
  class Lang {
    readonly language: unknown;
    constructor(chosen: unknown) {
      this.language = checkValue(world, 'HmUtils.Lang', chosen, 'string');
    }
  }
  global['userSettings'] = strictly(world, 'userSettings', { language });
  global['HmUtils'] = strictly(world, 'HmUtils', {
    Lang,
    getLanguage: () => language,
    gettextFactory(tables: unknown, lang: unknown) {
      const known = checkValue(world, 'HmUtils.gettextFactory', tables, 'object');
      if (!(lang instanceof Lang)) return world.misuse('HmUtils.gettextFactory takes a Lang');
      const texts = known[String(lang.language)] as Readonly<Record<string, string>> | undefined;
      return (id: unknown) => {
        const msgid = checkValue(world, 'gettext', id, 'string');
        return texts?.[msgid] ?? msgid;
      };
    },
  });
}

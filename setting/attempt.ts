import type { Result } from '../core/result';
import type { PageFailure } from '../phone/page-failure';
import type { PageView } from '../phone/page-view';
import { putPageView, readPageView } from '../phone/page-view';
import type { Storage } from '../phone/storage';

/** Does something that the page is asked for, and notes `failure` where it is not done. */
export type Attempt = (failure: PageFailure, isDone: () => boolean) => void;

/** The view of the page for what is done in its sections. Each change of it answers whether the storage took it. */
export interface View {
  /** What is typed into a field; empty where nothing is. */
  readonly typed: (name: string) => string;
  /** Sets values. Nothing is said to be wrong any more, unless a `problem` is among them. */
  readonly show: (values: PageView) => boolean;
  /** Shows values where something was done, and where it was not what is wrong, under the name of its section. */
  readonly told: <Code extends string>(
    section: string,
    done: Result<void, Code | 'notStored'>,
    values: PageView,
  ) => boolean;
}

export function viewOn(storage: Storage): View {
  const show = (values: PageView): boolean => putPageView(storage, { problem: '', ...values }).ok;
  return {
    typed: (name) => readPageView(storage)[name] ?? '',
    show,
    told: (section, done, values) => {
      if (done.ok) return show(values);
      return done.error !== 'notStored' && show({ problem: `${section}.${done.error}` });
    },
  };
}

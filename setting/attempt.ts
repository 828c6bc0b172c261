import type { Result } from '../core/result';
import type { PageFailure } from '../phone/page-failure';
import type { PageView } from '../phone/page-view';
import { putPageView, readPageView } from '../phone/page-view';
import type { Storage } from '../phone/storage';

/** Tries to do something, and notes `failure` if that does not succeed. */
export type Attempt = (failure: PageFailure, isDone: () => boolean) => void;

/** The page's view, for the actions of its sections. Each change returns whether the storage took it. */
export interface View {
  /** What is typed into a field; empty if nothing is. */
  readonly typed: (name: string) => string;
  /** Sets values. Clears any earlier problem, unless a `problem` is among them. */
  readonly show: (values: PageView) => boolean;
  /** Shows values after a success, or the problem after a failure, under the name of the section. */
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

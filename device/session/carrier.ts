import type { DueCue, Session } from '../../core/session/session';

/** A carrier of cues besides the page: it brings to the wrist what it was armed for when the page is gone. */
export interface CueCarrier {
  /** What it was armed for no longer counts; called before the session is saved. */
  forget(): void;
  /** Carries these cues from now on, and none that it was armed for before. */
  arm(session: Session, cues: readonly DueCue[]): void;
  /** The page has played this cue: the carrier must not. */
  release(session: Session, number: number): void;
}

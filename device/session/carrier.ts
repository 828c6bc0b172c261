import type { DueCue, Session } from '../../core/session/session';

/** A carrier of cues besides the page: it brings the cues it was armed for when the page is gone. */
export interface CueCarrier {
  /** Drops what it was armed for; called before the session is saved. */
  forget(): void;
  /** Carries exactly these cues from now on. */
  arm(session: Session, cues: readonly DueCue[]): void;
  /** The page has played this cue, so the carrier must not. */
  release(session: Session, number: number): void;
}

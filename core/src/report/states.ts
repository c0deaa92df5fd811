import type { State } from '../assessment.ts';

/** How a state looks: a sign for text, and whether it calls for work. Never told by colour alone. */
export interface Look {
  readonly sign: string;
  readonly mood: 'bad' | 'weak' | 'good' | 'neutral';
  readonly meaning: string;
}

export const looks: Readonly<Record<State, Look>> = {
  contradicted: { sign: '✖', mood: 'bad', meaning: 'the spec or an artifact says otherwise' },
  missing: { sign: '○', mood: 'bad', meaning: 'not there' },
  hollow: { sign: '◌', mood: 'weak', meaning: 'there, but says nothing' },
  stale: { sign: '◷', mood: 'weak', meaning: 'older than what it vouches for' },
  declared: { sign: '◔', mood: 'good', meaning: 'well formed; the names in it lead somewhere' },
  unverifiable: { sign: '?', mood: 'neutral', meaning: 'cannot be looked at from here' },
  linked: { sign: '◑', mood: 'good', meaning: 'what it names exists' },
  proven: { sign: '●', mood: 'good', meaning: 'what it names agrees, and is recent' },
  waived: { sign: '⊘', mood: 'neutral', meaning: 'excused until a date, with a reason' },
  'not-applicable': { sign: '–', mood: 'neutral', meaning: 'does not concern this system' },
};

import fc from 'fast-check';
import { testStories } from '../../stories';
import { loadPackage } from '../app';
import type { Abroad } from './days-abroad';
import { abroad, tellAbroad } from './days-abroad';
import type { AtHome } from './days-at-home';
import { atHome, tellAtHome } from './days-at-home';

beforeAll(loadPackage);

testStories<Abroad | AtHome>(
  'in sixty days, at home and abroad, reminders ring when they are due, within a minute, and at no other time',
  {
    name: 'days of reminders',
    path: 'package/reminders/stories',
    stories: fc.oneof(atHome, abroad),
    tell(story) {
      if ('settings' in story) tellAtHome(story);
      else tellAbroad(story);
    },
    found: [898462207, 1135090913, 1176561009, 1794675477, 869320077],
    foundADay: 1,
    // Half of them at home.
    long: 120,
  },
);

import { testStories } from '../stories';
import { loadPackage } from './app';
import { stories, tell } from './stories';
import { ingredientsOf } from './story';

beforeAll(loadPackage);

testStories(
  'whatever happens to the watch, no cue comes twice, every due cue comes on time or is missed for a true reason, and one record is stored',
  {
    name: 'session',
    path: 'test/package/stories',
    stories: stories(),
    tell: (story) => tell(...story),
    found: [
      322_741_923, 765_647_406, 2_135_208_919, 1_129_084_162, 857_593_758, 1_087_928_959, 918_666_742,
      1_042_272_175, 471_845_948,
    ],
    ingredients: ([device, chosen, , beats]) => [
      device,
      ...Object.entries(chosen).flatMap(([name, is]) => (is ? [name] : [])),
      ...beats.flatMap(ingredientsOf),
    ],
    long: 2000,
  },
);

import { testStories } from '../../stories';
import { loadPackage } from './pair';
import { tell, told } from './stories';
import { ingredientsOf } from './story';

beforeAll(loadPackage);

testStories(
  'whatever happens to watch, phone and link, nothing is lost, and in the end each session is there once',
  {
    name: 'link',
    path: 'test/package/link/stories',
    stories: told(),
    tell: (story) => tell(...story),
    found: [1_089_992_499, 604_290_111],
    ingredients: ([, , beats]) => beats.flatMap(ingredientsOf),
    long: 2000,
  },
);

import { tellStories } from './stories';

tellStories(2);

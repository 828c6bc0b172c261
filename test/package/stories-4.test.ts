import { tellStories } from './stories';

tellStories(4);

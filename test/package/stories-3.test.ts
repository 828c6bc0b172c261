import { tellStories } from './stories';

tellStories(3);
